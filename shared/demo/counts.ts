/** Morning counts of the demo shop: every line counted while the first sales go on; now and then something is missing. */
import type { Actor, Witness } from '../core/command';
import { instantOf } from '../core/time';
import { approveCount } from '../counts/approve';
import { groundOf } from '../counts/book';
import { explainLine, recordLine } from '../counts/record-line';
import { countIds } from '../counts/lines';
import { rowsOf, type CountRow } from '../counts/rows';
import type { Count, CountLine } from '../counts/schema';
import { startCount } from '../counts/start';
import { submitCount } from '../counts/submit';
import { onHand } from '../ledger/books';
import { placeOf } from '../ledger/entry';
import type { LedgerEntry } from '../ledger/schema';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';

export interface DemoCount {
  readonly day: string;
  readonly counter: Actor;
  readonly lead: Actor;
  /** Share of the lines counted; below 1 the count is left in the middle. */
  readonly share?: number;
}

/** One step of a day, to be run in the order of the clock. */
export interface DemoStep {
  readonly at: string;
  readonly run: (at: string) => void;
}

/** Seconds from one line to the next. */
const PER_LINE = 8;
const REASONS = ['漏记销售，已补问当班', '破损未报', '错拿规格', '原因不明，已复盘'];

function countOf(desk: PretendDesk, day: string): Count | null {
  for (const id of countIds('morning', day)) {
    const found = desk.records.get(id) as Count | undefined;
    if (found && found.status !== 'void') return found;
  }
  return null;
}

function rowsHere(desk: PretendDesk, count: Count): readonly CountRow[] {
  const all = [...desk.records.values()];
  const lines = all.filter(({ kind, key }) => kind === 'countLine' && key === count.id) as CountLine[];
  const since = (all as unknown as readonly LedgerEntry[]).filter(
    ({ status, desk: code, body }) =>
      status === placeOf(code, body.n) && body.n > (count.body.opening[code] ?? 0),
  );
  return rowsOf(count, lines, groundOf(desk.books(), since, count.id), desk.settings);
}

/**
 * The count of one morning from 08:31 on. A line in 300 is one short: counted again, explained and approved by the
 * lead. Run the steps among the day's others by their time.
 */
export function demoCountSteps(
  desk: PretendDesk,
  draw: Draw,
  { day, counter, lead, share = 1 }: DemoCount,
  lines: number,
): readonly DemoStep[] {
  const begin = Date.parse(instantOf(`${day}T08:31`));
  const at = (index: number): string => new Date(begin + (index + 1) * PER_LINE * 1_000).toISOString();
  const act = (): string => draw.id(instantOf(`${day}T08:31`));
  const wanted = Math.floor(lines * share);
  const typeLine = (index: number, moment: string): void => {
    const count = countOf(desk, day);
    const places = [...new Set(count?.body.products.flatMap(({ locations }) => locations))];
    const all = places.flatMap((location) =>
      (count?.body.products ?? []).map(({ product }) => ({ product, location })),
    );
    const line = all[index];
    if (!count || !line) return;
    const there = Math.max(0, onHand(desk.books(), line.product, line.location));
    const short = there > 0 && draw.chance(1 / 300) ? 1 : 0;
    const input = { count: count.id, ...line, quantity: String(there - short) };
    desk.run(recordLine, input, act(), moment, counter);
  };
  const finish = (moment: string): void => {
    const count = countOf(desk, day);
    if (!count) return;
    const rows = rowsHere(desk, count);
    for (const { product, location, difference, counted } of rows)
      if (difference !== 0) {
        const line = { count: count.id, product, location };
        desk.run(recordLine, { ...line, quantity: String(counted ?? 0) }, act(), moment, counter);
        desk.run(explainLine, { ...line, reason: draw.one(REASONS) }, act(), moment, counter);
      }
    const of = { count: count.id, opening: count.body.opening };
    desk.run(submitCount, { ...of, skipReason: '' }, act(), moment, counter);
    if (countOf(desk, day)?.status !== 'submitted') return;
    const witness: Witness = { staff: lead.id, name: lead.name, roles: lead.roles, at: moment };
    desk.run(approveCount, of, act(), moment, counter, [witness]);
  };
  return [
    {
      at: new Date(begin).toISOString(),
      run: (moment) => desk.run(startCount, { type: 'morning', period: day }, act(), moment, counter),
    },
    ...Array.from({ length: wanted }, (_, index) => ({
      at: at(index),
      run: (moment: string) => typeLine(index, moment),
    })),
    ...(share < 1 ? [] : [{ at: at(lines + 20), run: finish }]),
  ];
}
