/** Names a desk; a desk that was restored under a new code adds itself this way too. */
import { atMost, refusalsOf, required } from '../core/checks';
import { accept, refuse, type Command } from '../core/command';
import { changed, newRecord } from '../core/documents';
import { ROLES } from '../core/roles';
import type { Desk, DeskBody } from './schema';
import { DESK_CODE } from './set-up';

export interface SaveDeskInput {
  readonly code: string;
  readonly name: string;
}

const reads: Command<SaveDeskInput>['reads'] = ({ code }) => [
  { name: 'desk', collection: 'directory', ids: [`desk:${code}`] },
];

export const saveDesk: Command<SaveDeskInput> = {
  type: 'directory.saveDesk',
  roles: ['admin'],
  reads,
  decide: ({ code, name }, loaded, context) => {
    const refusals = refusalsOf(
      DESK_CODE.test(code) ? null : { field: 'code', code: 'badDeskCode' },
      required('name', name) ?? atMost('name', name, 20),
    );
    if (refusals.length > 0) return refuse(...refusals);
    const before = loaded.desk?.[0] as Desk | undefined;
    const doc = before
      ? changed(before, 'directory.saveDesk', { name: name.trim() }, context)
      : newRecord<'desk', DeskBody>(
          `desk:${code}`,
          'desk',
          'directory.saveDesk',
          { code, name: name.trim() },
          context,
        );
    return accept({ collection: 'directory', doc });
  },
};

/** Whoever signs in first at a desk the directory does not know puts it there; known desks stay as they are. */
export const addOwnDesk: Command<SaveDeskInput> = {
  type: 'directory.addOwnDesk',
  roles: ROLES,
  reads,
  decide: ({ code, name }, loaded, context) => {
    if (loaded.desk?.length || code !== context.desk) return refuse({ code: 'deskCodeTaken' });
    const doc = newRecord<'desk', DeskBody>(
      `desk:${code}`,
      'desk',
      'directory.addOwnDesk',
      { code, name },
      context,
    );
    return accept({ collection: 'directory', doc });
  },
};
