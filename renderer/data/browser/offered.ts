/** What somebody in a browser may do: run the commands the endpoint knows; buttons of others do not show. */
import type { Command } from '@shared/core/command';
import { WEB_COMMAND_TYPES } from '@shared/sync/web-commands';

const types: ReadonlySet<string> = new Set(WEB_COMMAND_TYPES);

/** True when a command can be run where this page is open, whatever the person's role. */
export const isOffered = ({ type }: Pick<Command<never>, 'type'>): boolean => types.has(type);

/** A browser is one person's own. */
export const isShared = (): boolean => false;
