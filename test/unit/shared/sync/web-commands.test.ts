/** What pages offer in the browser is what the endpoint runs there. */
import { expect, it } from 'vitest';
import { WEB_COMMAND_TYPES } from '@shared/sync/web-commands';
import { WEB_COMMANDS } from '../../../../server/commands';

it('names every command of the endpoint, each once', () => {
  expect([...WEB_COMMAND_TYPES].sort()).toEqual(WEB_COMMANDS.map(({ command }) => command.type).sort());
});
