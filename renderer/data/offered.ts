/** What may be done here: at a desk everything, in the browser what the endpoint knows (`browser/offered.ts`). */
import type { Command } from '@shared/core/command';

/** True when a command can be run where this page is open, whatever the person's role. */
export const isOffered = (_command: Pick<Command<never>, 'type'>): boolean => true;

/** True where several people use one page, so that somebody else may act under their own PIN. */
export const isShared = (): boolean => true;
