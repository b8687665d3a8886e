/** Goods in, out and between places of a period, with what took them back; kept current. */
import { useMemo } from 'react';
import type { Period } from '@shared/core/period';
import type { GoodsReceived, OtherOut, Transfer } from '@shared/ledger/entries/stock';
import type { LedgerEntry, Reversal } from '@shared/ledger/schema';
import { useLive, type ReadState } from '../../data/live';
import { byIds, range } from '../../data/read';
import { MOVE_KINDS } from './view-state';

export type StockEntry = GoodsReceived | OtherOut | Transfer;

/** One line of the register. */
export interface ListedMove {
  readonly id: string;
  readonly entry: LedgerEntry;
  /** What took it back, or null. */
  readonly reversal: Reversal | null;
}

type ById = ReadonlyMap<string, LedgerEntry>;

/** Reversals of other features' entries are listed where those are. */
const isListed = (entry: LedgerEntry): boolean =>
  entry.kind === 'reversal'
    ? entry.body.effects.stock.length > 0
    : MOVE_KINDS.some((kind) => kind === entry.kind);

const mapOf = (entries: readonly LedgerEntry[]): ById => new Map(entries.map((entry) => [entry.id, entry]));

export interface Moves {
  readonly state: ReadState;
  /** Newest first. */
  readonly rows: readonly ListedMove[];
  /** The entry that is open beside the list, of whatever kind. */
  readonly open: ListedMove | null;
}

/** @param also id of the entry that is open beside the list, or '' */
export function useMoves({ from, to }: Period, also: string): Moves {
  const live = useLive<ById>(
    async () => {
      const lists = await Promise.all([
        ...MOVE_KINDS.map((kind) => range<LedgerEntry>('ledger', 'kind', [kind, from], [kind, to])),
        byIds<LedgerEntry>('ledger', also === '' ? [] : [also]),
      ]);
      const entries = lists.flat();
      // Taken back perhaps after the period.
      const back = await byIds<LedgerEntry>(
        'ledger',
        entries.map(({ id }) => `reversal:${id}`),
      );
      return mapOf([...entries, ...back]);
    },
    ['ledger'],
    [from, to, also],
    (entries, { docs }) => {
      const fresh = (docs as readonly LedgerEntry[]).filter(
        (entry) =>
          isListed(entry) &&
          ((entry.day >= from && entry.day <= to) ||
            (entry.kind === 'reversal' && entries.has(entry.body.of))),
      );
      return fresh.length === 0 ? entries : new Map([...entries, ...mapOf(fresh)]);
    },
  );
  const entries = live.state === 'ready' ? live.value : null;
  return useMemo(() => {
    const listed = (entry: LedgerEntry): ListedMove => {
      const back = entries?.get(`reversal:${entry.id}`);
      return { id: entry.id, entry, reversal: back?.kind === 'reversal' ? back : null };
    };
    const rows = [...(entries?.values() ?? [])]
      .filter((entry) => isListed(entry) && entry.day >= from && entry.day <= to)
      .sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
      .map(listed);
    const open = entries?.get(also);
    return { state: live.state, rows, open: open ? listed(open) : null };
  }, [live.state, entries, from, to, also]);
}
