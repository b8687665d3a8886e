/** The fees of a period with their reversals and invoices, and all moves of numbered stock; kept current. */
import { useMemo } from 'react';
import type { Period } from '@shared/core/period';
import type { FeeRow } from '@shared/fees/totals';
import { NUMBERED_READ } from '@shared/fees/numbered';
import { invoiceNow, invoiceStepIds } from '@shared/ledger/invoice-step';
import type { Fee, NumberedCount, NumberedStock } from '@shared/ledger/entries/fees';
import type { Invoice } from '@shared/ledger/entries/parts';
import type { InvoiceStep } from '@shared/ledger/entries/sales';
import type { LedgerEntry, Reversal } from '@shared/ledger/schema';
import { useLive, type ReadState } from '../../data/live';
import { byIds, range } from '../../data/read';

/** A fee as the list shows it. */
export interface ListedFee extends FeeRow {
  readonly invoice: Invoice;
  /** Later steps of the invoice, oldest first. */
  readonly steps: readonly InvoiceStep[];
}

type ById = ReadonlyMap<string, LedgerEntry>;

/** The fees of a period with the reversals and invoice steps since, which may be of any later day. */
export async function feesWithFollowers({ from, to }: Period): Promise<readonly LedgerEntry[]> {
  const [fees, ...followers] = await Promise.all([
    range<Fee>('ledger', 'kind', ['fee', from], ['fee', to]),
    range<LedgerEntry>('ledger', 'kind', ['reversal', from], ['reversal']),
    range<LedgerEntry>('ledger', 'kind', ['invoiceStep', from], ['invoiceStep']),
  ]);
  const ids = new Set(fees.map(({ id }) => id));
  const concerns = (entry: LedgerEntry): boolean =>
    (entry.kind === 'reversal' || entry.kind === 'invoiceStep') && ids.has(entry.body.of);
  return [...fees, ...followers.flat().filter(concerns)];
}

/** One fee with what concerns it; nothing when it is none. */
function feeWithFollowers(id: string): Promise<readonly LedgerEntry[]> {
  return byIds('ledger', id === '' ? [] : [id, `reversal:${id}`, ...invoiceStepIds(id)]);
}

/** Each fee with its reversal and its invoice as it stands. */
export function listedFees(entries: Iterable<LedgerEntry>): readonly ListedFee[] {
  const fees: Fee[] = [];
  const reversals = new Map<string, Reversal>();
  const steps = new Map<string, InvoiceStep[]>();
  for (const entry of entries) {
    if (entry.kind === 'fee') fees.push(entry);
    else if (entry.kind === 'reversal') reversals.set(entry.body.of, entry);
    else if (entry.kind === 'invoiceStep')
      steps.set(entry.body.of, [...(steps.get(entry.body.of) ?? []), entry]);
  }
  return fees
    .sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
    .map((fee) => {
      const mine = [...(steps.get(fee.id) ?? [])].sort((a, b) => a.at.localeCompare(b.at));
      return {
        id: fee.id,
        fee,
        reversal: reversals.get(fee.id) ?? null,
        invoice: invoiceNow(fee.body.invoice, mine),
        steps: mine,
      };
    });
}

const mapOf = (entries: readonly LedgerEntry[]): ById => new Map(entries.map((entry) => [entry.id, entry]));

export interface Fees {
  readonly state: ReadState;
  /** Newest first. */
  readonly rows: readonly ListedFee[];
}

/** @param also a fee outside the period that is open beside the list, or '' */
export function useFees({ from, to }: Period, also: string): Fees {
  const live = useLive<ById>(
    async () => mapOf((await Promise.all([feesWithFollowers({ from, to }), feeWithFollowers(also)])).flat()),
    ['ledger'],
    [from, to, also],
    (entries, { docs }) => {
      const fresh = (docs as readonly LedgerEntry[]).filter(
        (entry) =>
          (entry.kind === 'fee' && entry.day >= from && entry.day <= to) ||
          ((entry.kind === 'reversal' || entry.kind === 'invoiceStep') && entries.has(entry.body.of)),
      );
      return fresh.length === 0 ? entries : new Map([...entries, ...mapOf(fresh)]);
    },
  );
  const entries = live.state === 'ready' ? live.value : null;
  return useMemo(
    () => ({ state: live.state, rows: listedFees(entries?.values() ?? []) }),
    [live.state, entries],
  );
}

export interface NumberedRecords {
  readonly state: ReadState;
  /** Every move there ever was, oldest first. */
  readonly moves: readonly NumberedStock[];
  /** Oldest first. */
  readonly counts: readonly NumberedCount[];
}

const oldestFirst = (a: LedgerEntry, b: LedgerEntry): number =>
  a.at.localeCompare(b.at) || a.desk.localeCompare(b.desk) || a.body.n - b.body.n;

/** Moves and counts of all time: some thousands in years. */
export async function loadNumbered(): Promise<readonly (NumberedStock | NumberedCount)[]> {
  if (!('index' in NUMBERED_READ)) return [];
  const { collection, index, from, to } = NUMBERED_READ;
  const [moves, counts] = await Promise.all([
    range<NumberedStock>(collection, index, from, to),
    range<NumberedCount>(collection, index, ['numberedCount', '0'], ['numberedCount', '9']),
  ]);
  return [...moves, ...counts];
}

/** Moves and counts, each the oldest first. */
export function numberedOf(entries: readonly LedgerEntry[]): Omit<NumberedRecords, 'state'> {
  const all = [...entries].sort(oldestFirst);
  return {
    moves: all.filter((entry): entry is NumberedStock => entry.kind === 'numberedStock'),
    counts: all.filter((entry): entry is NumberedCount => entry.kind === 'numberedCount'),
  };
}

export function useNumbered(): NumberedRecords {
  const live = useLive<ById>(
    async () => mapOf(await loadNumbered()),
    ['ledger'],
    [],
    (entries, { docs }) => {
      const fresh = (docs as readonly LedgerEntry[]).filter(
        ({ kind }) => kind === 'numberedStock' || kind === 'numberedCount',
      );
      return fresh.length === 0 ? entries : new Map([...entries, ...mapOf(fresh)]);
    },
  );
  const entries = live.state === 'ready' ? live.value : null;
  return useMemo(
    () => ({ state: live.state, ...numberedOf([...(entries?.values() ?? [])]) }),
    [live.state, entries],
  );
}
