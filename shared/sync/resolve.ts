/** A lead decides which of two states holds. Both stay in the ticket and in its log. */
import { accept, refuse, type Command } from '../core/command';
import { changed } from '../core/documents';
import type { Envelope } from '../core/envelope';
import { overrule, overruleReads } from '../roster/overrule';
import { atMost, refusalsOf } from '../core/checks';
import { NOTE_LENGTH, type SyncConflict } from './conflict';
import { IMMUTABLE } from './merge';

export interface ResolveInput {
  readonly conflict: SyncConflict;
  readonly take: 'kept' | 'other';
  readonly note: string;
}

/** True when the other state may take the place of the kept one: entries of the ledger are reversed instead. */
export const mayTakeOther = ({ body }: SyncConflict): boolean =>
  body.pairs.every(({ collection }) => !IMMUTABLE.includes(collection));

/** The states that hold and those that do not. */
function sides({ conflict, take }: Pick<ResolveInput, 'conflict' | 'take'>) {
  const { pairs } = conflict.body;
  const [kept, other] = [pairs.map((pair) => pair.kept), pairs.map((pair) => pair.other)];
  return take === 'kept' ? ([kept, other] as const) : ([other, kept] as const);
}

export const resolveConflict: Command<ResolveInput> = {
  type: 'sync.resolve',
  roles: ['lead', 'manager', 'admin'],
  reads: ({ conflict, take }) => [
    ...overruleReads('overruled', ...sides({ conflict, take })),
    { name: 'conflict', collection: 'tickets', ids: [conflict.id] },
    ...conflict.body.pairs.map(({ collection, kept }, at) => ({
      name: `pair${at}`,
      collection,
      ids: [kept.id],
    })),
  ],
  decide: ({ take, note }, loaded, context) => {
    const conflict = loaded.conflict?.[0] as SyncConflict | undefined;
    if (!conflict) return refuse({ code: 'notFound' });
    if (conflict.status === 'resolved') return refuse({ code: 'conflictResolved' });
    const refusals = refusalsOf(atMost('note', note, NOTE_LENGTH));
    if (refusals.length > 0) return refuse(...refusals);
    if (take === 'other' && !mayTakeOther(conflict)) return refuse({ code: 'conflictImmutable' });
    const resolved = changed(conflict, 'sync.resolve', { outcome: take, note: note.trim() }, context, {
      status: 'resolved',
    });
    const taken =
      take === 'other'
        ? conflict.body.pairs.map(({ collection, other }, at) => {
            const now = loaded[`pair${at}`]?.[0] as Envelope;
            // The number is the record's, whichever state holds.
            const { log: _log, no: _no, v: _v, ...fields } = other.body;
            const doc = changed<Envelope>(now, 'sync.resolve', fields, context, {
              status: other.status,
              dueAt: other.dueAt,
            });
            return { collection, doc: { ...doc, key: other.key } };
          })
        : [];
    const undone = overrule(...sides({ conflict, take }), loaded.overruled ?? [], context, 'sync.resolve');
    return accept({ collection: 'tickets', doc: resolved }, ...taken, ...undone);
  },
};
