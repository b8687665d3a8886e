/** New ledger entries: immutable, placed by the gateway (DESIGN §2). */
import type { Context } from '../core/command';
import { NEVER_DUE, type Envelope } from '../core/envelope';
import { withLog } from '../core/log';
import type { EntryBody } from './entries/parts';
import type { EntryKind, LedgerEntry } from './schema';

/** Place of an entry that the gateway has not numbered yet. */
export const UNPLACED = 'new';

/** Its desk and running number as the indexed text `A-000000123`, ascending within a desk. */
export function placeOf(desk: string, n: number): string {
  return `${desk}-${String(n).padStart(9, '0')}`;
}

type Bodies = { readonly [E in LedgerEntry as E['kind']]: E['body'] };

/** The body an act gives for its entry: without what the gateway and the log add. */
export type NewBody<K extends EntryKind> = Omit<Bodies[K], keyof EntryBody>;

/** An entry of this act; `session` is the till session its money goes through. The gateway gives `status` and `n`. */
export function newEntry<K extends EntryKind>(
  id: string,
  kind: K,
  act: string,
  body: NewBody<K>,
  context: Context,
  session = '',
): Omit<Envelope<K, string, Bodies[K]>, 'ver'> {
  const { now, day, desk, actor } = context;
  return {
    id,
    kind,
    status: UNPLACED,
    day,
    dueAt: NEVER_DUE,
    desk,
    by: actor.id,
    at: now,
    key: session,
    body: withLog({ ...body, v: 1, n: 0 } as unknown as Bodies[K], context, act),
  };
}

/** An entry with its place; used by the gateway and whoever stands in for it. */
export function placed<E extends Pick<Envelope, 'status' | 'desk' | 'body'>>(entry: E, n: number): E {
  return { ...entry, status: placeOf(entry.desk, n), body: { ...entry.body, n } };
}
