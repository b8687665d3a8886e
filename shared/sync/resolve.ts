/** A lead decides which of two states holds. Both stay in the ticket and in its log. */
import { accept, refuse, type Command } from '../core/command';
import { changed } from '../core/documents';
import type { Envelope } from '../core/envelope';
import { overruled, overruleReads, undone } from '../roster/overrule';
import { isDuty } from '../roster/schema';
import { atMost, refusalsOf } from '../core/checks';
import { NOTE_LENGTH, type SyncConflict } from './conflict';
import { bothLogs, IMMUTABLE } from './merge';

export interface ResolveInput {
  readonly conflict: SyncConflict;
  readonly take: 'kept' | 'other';
  readonly note: string;
}

/** True when the other state may take the place of the kept one: entries of the ledger are reversed instead. */
export const mayTakeOther = ({ body }: SyncConflict): boolean =>
  body.pairs.every(({ collection }) => !IMMUTABLE.includes(collection));

export const resolveConflict: Command<ResolveInput> = {
  type: 'sync.resolve',
  roles: ['lead', 'manager', 'admin'],
  reads: ({ conflict }) => [
    ...overruleReads(conflict.body.pairs.flatMap(({ kept, other }) => [kept, other])),
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
    const { pairs } = conflict.body;
    const now = pairs.map((_, at) => loaded[`pair${at}`]?.[0] as Envelope);
    const others = pairs.map(({ other }) => other);
    const [chosen, dropped] = take === 'kept' ? [now, others] : [others, now];
    const { cells, swaps } = overruled(chosen, dropped, loaded);
    const taken =
      take === 'kept'
        ? []
        : pairs.map(({ collection, other }, at) => {
            const before = now[at] as Envelope;
            // The number is the record's, whichever state holds.
            const { log = [], no: _no, v: _v, ...fields } = other.body;
            // A swap tells by the logs of its cells whether it stands whole.
            const history = isDuty(other) ? { log: bothLogs(before.body.log ?? [], log) } : {};
            const told = { ...before, body: { ...before.body, ...history } };
            const state: object = { ...fields, ...cells.get(other.id) };
            const doc = changed<Envelope>(told, 'sync.resolve', state, context, {
              status: other.status === 'approved' && swaps.has(other.id) ? 'refused' : other.status,
              dueAt: other.dueAt,
            });
            return { collection, doc: { ...doc, key: other.key } };
          });
    const except = new Set(taken.map(({ doc }) => doc.id));
    const undoneToo = undone({ cells, swaps }, loaded, except, context, 'sync.resolve');
    return accept({ collection: 'tickets', doc: resolved }, ...taken, ...undoneToo);
  },
};
