/**
 * Which records a figure is made of: `product:<id>`, `tender:<tender>`, `clerk:<staff>`, `source:rest` (rentals and
 * kept deposits) … (DOMAIN §7, drill-down).
 */
import { effects } from '../ledger/effects';
import type { LedgerEntry } from '../ledger/schema';
import { originOf } from './shop';

export const DRILL_KINDS = [
  'source',
  'product',
  'category',
  'tender',
  'clerk',
  'fee',
  'day',
  'shift',
  'count',
] as const;
export type DrillKind = (typeof DRILL_KINDS)[number];
export type Drill = `${DrillKind}:${string}`;

/** One record behind a figure, and what it adds to it: fen, or base units for counts. */
export interface Behind {
  readonly entry: LedgerEntry;
  readonly amount: number;
}

const sum = (rows: readonly { readonly amount: number }[]): number =>
  rows.reduce((all, { amount }) => all + amount, 0);

/** What an entry adds to a figure, or null when it has no part in it. */
function partOf(
  entry: LedgerEntry,
  kind: DrillKind,
  key: string,
  originals: ReadonlyMap<string, LedgerEntry>,
  categoryOf: (product: string) => string,
): number | null {
  const moves = effects(entry);
  const goods = (wanted: (product: string) => boolean): number | null => {
    const rows = moves.stock.filter(
      ({ move, product }) => (move === 'sold' || move === 'returned') && wanted(product),
    );
    return rows.length === 0 ? null : rows.reduce((all, { value }) => all + value, 0);
  };
  const income = (keep: boolean): number | null =>
    keep && moves.income.length > 0 ? sum(moves.income) : null;
  switch (kind) {
    case 'source': {
      const rows = moves.income.filter(({ source }) =>
        key === 'rest' ? source === 'rental' || source === 'depositKept' : source === key,
      );
      return rows.length === 0 ? null : sum(rows);
    }
    case 'product':
      return goods((product) => product === key);
    case 'category':
      return goods((product) => categoryOf(product) === key);
    case 'tender': {
      const rows = moves.money.filter(
        ({ tender, flow }) =>
          tender === key && !['float', 'difference', 'handedOn', 'paidIn', 'paidOut'].includes(flow),
      );
      return rows.length === 0 ? null : sum(rows);
    }
    case 'clerk':
      return income((originOf(entry, originals) ?? entry).by === key);
    case 'fee': {
      const origin = originOf(entry, originals);
      return income(origin?.kind === 'fee' && origin.body.type === key);
    }
    case 'day':
      return income(entry.day === key);
    case 'shift':
      return entry.id === key ? sum(moves.money.filter(({ flow }) => flow === 'difference')) : null;
    case 'count':
      if (entry.kind !== 'countAdjustment') return null;
      return entry.body.lines.some(({ product }) => product === key)
        ? entry.body.lines
            .filter(({ product }) => product === key)
            .reduce((all, { difference }) => all + difference, 0)
        : null;
  }
}

/** The records behind a figure, oldest first. */
export function behind(
  entries: readonly LedgerEntry[],
  drill: Drill,
  originals: ReadonlyMap<string, LedgerEntry>,
  categoryOf: (product: string) => string,
): readonly Behind[] {
  const at = drill.indexOf(':');
  const kind = drill.slice(0, at) as DrillKind;
  const key = drill.slice(at + 1);
  return entries
    .flatMap((entry) => {
      const amount = partOf(entry, kind, key, originals, categoryOf);
      return amount === null ? [] : [{ entry, amount }];
    })
    .sort((a, b) => a.entry.at.localeCompare(b.entry.at) || a.entry.body.n - b.entry.body.n);
}
