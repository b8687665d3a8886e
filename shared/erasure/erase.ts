/** `customer.erase`: the personal data of records past their retention time is replaced, for good (DOMAIN §2). */
import { keptSince } from '../core/retention';
import { accept, refuse, type Command } from '../core/command';
import { NEVER_DUE, type CollectionName, type Envelope } from '../core/envelope';
import { withLog } from '../core/log';
import { isPast } from './due';
import { eraseDoc, isErased } from './personal';
import { ERASE_ACT, MOST_TARGETS, type Erasure, type Target } from './schema';

/** Who may erase. */
export const ERASE_ROLES = ['lead', 'admin'] as const;

export interface EraseInput {
  /** Acts of one confirmation have one run. */
  readonly run: string;
  /** Records of the whole run; one more where not all that is past its time was looked at. */
  readonly total: number;
  /** At most `MOST_TARGETS`. Photos stand behind the record they belong to. */
  readonly targets: readonly Target[];
}

/** Reads of one collection stand under its name. */
function readsOf(targets: readonly Target[]): ReadonlyMap<CollectionName, readonly string[]> {
  const ids = new Map<CollectionName, string[]>();
  for (const { collection, id } of targets) ids.set(collection, [...(ids.get(collection) ?? []), id]);
  return ids;
}

/**
 * Whoever erases confirms with their own PIN. Each record is looked at once more: what is not past its time, or changed
 * since the page counted it, refuses the act. What somebody else erased meanwhile is left as it is.
 */
export const eraseRecords: Command<EraseInput> = {
  type: ERASE_ACT,
  roles: ERASE_ROLES,
  reads: ({ targets }, { actId }) => [
    { name: 'self', collection: 'auditEvents', ids: [actId] },
    ...[...readsOf(targets)].map(([collection, ids]) => ({ name: collection, collection, ids })),
  ],
  decide: ({ run, total, targets }, loaded, context) => {
    const { actId, now: at, day, desk, actor, settings, witnesses } = context;
    if (!witnesses.some(({ staff }) => staff === actor.id))
      return refuse({ field: 'pin', code: 'pinMissing' });
    if (targets.length === 0 || targets.length > MOST_TARGETS) return refuse({ code: 'erasureTooMany' });
    const since = keptSince(day, settings.retentionMonths);
    const found = targets.flatMap(({ collection, id }) => {
      const doc = loaded[collection]?.find((one) => one.id === id);
      return doc && !isErased(doc) ? [{ collection, doc }] : [];
    });
    if (found.length === 0) return refuse({ code: 'nothingToErase' });
    const past = new Set(found.filter(({ doc }) => isPast(doc, since)).map(({ doc }) => doc.id));
    const early = found.some(({ doc }) => !past.has(doc.kind === 'photo' ? doc.key : doc.id));
    if (early) return refuse({ code: 'erasureNotDue' });
    const mark = { id: actId, at, by: actor.id };
    const counts: Record<string, number> = {};
    for (const { doc } of found) counts[doc.kind] = (counts[doc.kind] ?? 0) + 1;
    const record: Omit<Erasure, 'ver'> = {
      id: actId,
      kind: 'erasure',
      status: 'done',
      day,
      dueAt: NEVER_DUE,
      desk,
      by: actor.id,
      at,
      key: run,
      body: {
        v: 1,
        run,
        total,
        before: since,
        months: settings.retentionMonths,
        targets: found.map(({ collection, doc }) => ({ collection, id: doc.id })),
        counts,
        log: [{ id: actId, act: ERASE_ACT, at, by: actor.id, desk }],
      },
    };
    return accept(
      { collection: 'auditEvents', doc: record },
      ...found.map(({ collection, doc }) => {
        const erased: Envelope = eraseDoc(doc, mark);
        return { collection, doc: { ...erased, body: withLog(erased.body, context, ERASE_ACT) } };
      }),
    );
  },
};
