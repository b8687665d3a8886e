/** Which commands may be run here: at a desk all of them, in the browser those the endpoint knows (`browser/offered.ts`). */
import type { Command } from '@shared/core/command';

/** True when a command can be run where this page is open, whatever the person's role. */
export const isOffered = (_command: Pick<Command<never>, 'type'>): boolean => true;
