/** What the commands of a count load, and the checks they share. */
import { refuse, type Context, type Decision, type Loaded, type Read } from '../core/command';
import type { Checks } from '../core/field-checks';
import { booksOf } from '../ledger/books';
import type { Cut } from '../ledger/schema';
import { loadedGround, readsSince } from './book';
import { namesOf } from './lines';
import { rowsOf, type CountRow } from './rows';
import type { Count, CountLine } from './schema';

/** Names a count; `opening` is the count's own, by which the ledger's later entries are loaded. */
export interface OfCount {
  readonly count: string;
  readonly opening: Cut;
}

export const readCount = (count: string): readonly Read[] => [
  { name: 'count', collection: 'stockDocuments', ids: [count] },
  { name: 'lines', collection: 'stockDocuments', index: 'key', from: [count], to: [count] },
];

/** Count, its lines, and the ledger since; for commands that say `books: true`. */
export const readSheet = ({ count, opening }: OfCount, context: Context): readonly Read[] => [
  ...readCount(count),
  ...readsSince(opening, booksOf(context)),
];

export interface Sheet {
  readonly count: Count;
  readonly lines: readonly CountLine[];
  readonly rows: readonly CountRow[];
}

/** Decides on a loaded sheet; refused when the count has moved on meanwhile. */
export function onSheet(
  { opening }: OfCount,
  loaded: Loaded,
  context: Context,
  status: Count['status'],
  decide: (sheet: Sheet) => Decision,
): Decision {
  const count = loaded.count?.[0] as Count | undefined;
  if (count?.status !== status) return refuse({ code: 'changedMeanwhile' });
  for (const [desk, n] of Object.entries(opening))
    if (n > (count.body.opening[desk] ?? 0)) return refuse({ code: 'changedMeanwhile' });
  const lines = (loaded.lines ?? []) as readonly CountLine[];
  const ground = loadedGround(loaded, booksOf(context), count.id);
  return decide({ count, lines, rows: rowsOf(count, lines, ground, context.settings) });
}

/** Refuses while a difference has no recount or no reason, with the lines by name. */
export function checkExplained(checks: Checks, rows: readonly CountRow[]): void {
  const again = rows.filter(({ needsRecount }) => needsRecount);
  if (again.length > 0)
    checks.refuse('lines', 'recountNeeded', { count: again.length, names: namesOf(again) });
  const mute = rows.filter(({ needsReason }) => needsReason);
  if (mute.length > 0) checks.refuse('lines', 'reasonNeeded', { count: mute.length, names: namesOf(mute) });
}
