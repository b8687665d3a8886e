/**
 * Two desks approved swaps that clash, and somebody chose the states that hold: the swaps of the other states are undone in
 * all their cells and stand as refused, and so are those that were approved on top of them. No shift is lost or doubled,
 * whatever was swapped how often before the desks met (DOMAIN §3.8).
 */
import type { Context, Loaded, Read, Write } from '../core/command';
import { changed } from '../core/documents';
import { NEVER_DUE, type Envelope } from '../core/envelope';
import { withLog } from '../core/log';
import { addDays } from '../core/time';
import { isDuty, isSwap, type DutyBody } from './schema';

/** Days before the disputed ones in which a swap that builds on them may lie: rosters are published by the month. */
const REACH = 62;

const CELLS = 'overruledCells';
const SWAPS = 'overruledSwaps';

/** Ids of the approved swaps a state of a record speaks for. */
function swapsIn(doc: Envelope): readonly string[] {
  if (isDuty(doc)) return doc.body.swaps.map(({ id }) => id);
  return isSwap(doc) && doc.status === 'approved' ? [doc.id] : [];
}

const daysOf = (doc: Envelope): readonly string[] =>
  isDuty(doc) ? [doc.day] : isSwap(doc) ? [doc.body.day, doc.body.returnDay].filter(Boolean) : [];

/** What must be read to undo swaps of disputed states; nothing where they tell of none. */
export function overruleReads(states: readonly Envelope[]): readonly Read[] {
  const [first] = states.flatMap(daysOf).sort();
  if (first === undefined || states.every((doc) => swapsIn(doc).length === 0)) return [];
  const since = addDays(first, -REACH);
  return [
    { name: CELLS, collection: 'roster', index: 'kind', from: ['duty', since], to: ['duty', '9999'] },
    // A swap is dated by when it was asked for.
    { name: SWAPS, collection: 'roster', index: 'kind', from: ['swap', since], to: ['swap', '9999'] },
  ];
}

export interface Overruled {
  /** Cells whose swaps do not all stand, as they are without those that do not; by id. */
  readonly cells: ReadonlyMap<string, Pick<DutyBody, 'plan' | 'swaps'>>;
  /** Ids of the swaps that do not stand. */
  readonly swaps: ReadonlySet<string>;
}

/**
 * What does not stand.
 * @param chosen states that are to hold, as they would be
 * @param dropped states that are not
 */
export function overruled(
  chosen: readonly Envelope[],
  dropped: readonly Envelope[],
  loaded: Loaded,
): Overruled {
  const docs = new Map(
    [...(loaded[CELLS] ?? []), ...(loaded[SWAPS] ?? []), ...chosen].map((doc) => [doc.id, doc]),
  );
  const held = chosen.flatMap(swapsIn);
  const out = new Set([
    ...dropped.flatMap(swapsIn).filter((id) => !held.includes(id)),
    // Somebody decided against it before.
    ...held.filter((id) => docs.get(id)?.status === 'refused'),
  ]);
  const stacks = [...docs.values()].filter(isDuty);
  // What was approved on top of one that does not stand does not stand either.
  for (let known = -1; known < out.size;) {
    known = out.size;
    for (const { body } of stacks) {
      const at = body.swaps.findIndex(({ id }) => out.has(id));
      if (at >= 0) for (const { id } of body.swaps.slice(at)) out.add(id);
    }
  }
  const cells = new Map(
    stacks.flatMap(({ id, body }) => {
      const at = body.swaps.findIndex((one) => out.has(one.id));
      const lowest = body.swaps[at];
      return lowest ? [[id, { plan: lowest.before, swaps: body.swaps.slice(0, at) }] as const] : [];
    }),
  );
  return { cells, swaps: out };
}

/**
 * The records that change with it.
 * @param except ids of records that are written anyhow
 */
export function undone(
  { cells, swaps }: Overruled,
  loaded: Loaded,
  except: ReadonlySet<string>,
  context: Context,
  act: string,
): readonly Write[] {
  const write = (doc: Write['doc']): Write => ({ collection: 'roster', doc });
  const back = (loaded[CELLS] ?? []).filter(isDuty).flatMap((duty): readonly Write[] => {
    const cell = cells.get(duty.id);
    if (!cell || except.has(duty.id)) return [];
    const changes = [{ field: 'plan', from: duty.body.plan, to: cell.plan }];
    const reason = duty.body.swaps[cell.swaps.length]?.no ?? '';
    return [write({ ...duty, body: withLog({ ...duty.body, ...cell }, context, act, { reason, changes }) })];
  });
  const refused = (loaded[SWAPS] ?? [])
    .filter(isSwap)
    .filter(({ id, status }) => swaps.has(id) && status === 'approved' && !except.has(id))
    .map((swap) => write(changed(swap, act, {}, context, { status: 'refused', dueAt: NEVER_DUE })));
  return [...back, ...refused];
}
