/** Deposits of a period with their filed papers, and the cash of a month. */
import { useMemo } from 'react';
import type { Period } from '@shared/core/period';
import { addDays } from '@shared/core/time';
import { cashDays, cashRow, type CashDay } from '@shared/deposits/cash-month';
import { receiverOf } from '@shared/deposits/receive-deposit';
import { cashCheckId, type CashCheck } from '@shared/deposits/schema';
import { paperId } from '@shared/ledger/file-paper';
import { nextMonth } from '@shared/ledger/months';
import type { Deposit, DepositReceived, PaperFiled } from '@shared/ledger/entries/tills';
import type { LedgerEntry, Reversal } from '@shared/ledger/schema';
import { receiptId, reversalId } from '@shared/ledger/standing';
import type { Signature } from '@shared/signatures/signature';
import { tillOf } from '@shared/tills/till';
import { useLive, useLiveOf } from '../../data/live';
import { byIds, range } from '../../data/read';

export interface DepositRow {
  readonly id: string;
  readonly doc: Deposit;
  /** Where its paper is filed, or ''. */
  readonly archiveNo: string;
  /** Who received it; null while nobody did. */
  readonly receiver: Signature | null;
  /** The paper signature waits for its archive number. */
  readonly waits: boolean;
  /** It was taken back: the money waits again. */
  readonly reversal: Reversal | null;
}

/** What takes some deposits back, by the deposit's id. */
async function reversalsOf(deposits: readonly Deposit[]): Promise<ReadonlyMap<string, Reversal>> {
  const found = await byIds<Reversal>(
    'ledger',
    deposits.map(({ id }) => reversalId(id)),
  );
  return new Map(found.map((reversal) => [reversal.body.of, reversal]));
}

/** Deposits of some days, each with its paper. */
export async function depositsOf({ from, to }: Period): Promise<readonly DepositRow[]> {
  const docs = await range<Deposit>('ledger', 'kind', ['deposit', from], ['deposit', to]);
  const papers = await byIds<PaperFiled>(
    'ledger',
    docs.filter(({ body }) => body.receiver.mode === 'paper').map(({ id }) => paperId(id)),
  );
  const reversals = await reversalsOf(docs);
  const receipts = new Map(
    (
      await byIds<DepositReceived>(
        'ledger',
        docs.filter(({ body }) => body.receiver.mode === 'later').map(({ id }) => receiptId(id)),
      )
    ).map((receipt) => [receipt.body.of, receipt]),
  );
  const filed = new Map(papers.map(({ body }) => [body.of, body.archiveNo]));
  return docs.map((doc) => {
    const receiver = receiverOf(doc, receipts.get(doc.id));
    const archiveNo = receiver?.mode === 'paper' ? receiver.archiveNo || (filed.get(doc.id) ?? '') : '';
    const reversal = reversals.get(doc.id) ?? null;
    const waits = !reversal && receiver?.mode === 'paper' && archiveNo === '';
    return { id: doc.id, doc, receiver, archiveNo, waits, reversal };
  });
}

export function useDeposits({ from, to }: Period): {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly rows: readonly DepositRow[];
} {
  const live = useLive(() => depositsOf({ from, to }), ['ledger'], [from, to]);
  const found = live.state === 'ready' ? live.value : null;
  return useMemo(() => ({ state: live.state, rows: [...(found ?? [])].reverse() }), [live.state, found]);
}

/** Days of a month that had a session, in order. */
export async function loadMonth(month: string): Promise<readonly CashDay[]> {
  const [from, to] = [`${month}-01`, addDays(`${nextMonth(month)}-01`, -1)];
  const [openings, deposits] = await Promise.all([
    Promise.all(
      ['tillOpen', 'tillHandover'].map((kind) =>
        range<LedgerEntry>('ledger', 'kind', [kind, from], [kind, to]),
      ),
    ),
    // Money of the month may reach finance in the next.
    range<Deposit>('ledger', 'kind', ['deposit', from], ['deposit', '9']),
  ]);
  const tills = await Promise.all(
    openings.flat().map(async (opening) => {
      const moved = await range<LedgerEntry>('ledger', 'key', [opening.id], [opening.id]);
      return tillOf(opening.id, [opening, ...moved]);
    }),
  );
  const undone = await reversalsOf(deposits);
  const standing = deposits.filter(({ id }) => !undone.has(id));
  const rows = tills
    .filter((till) => till !== null)
    .sort((a, b) => a.opening.day.localeCompare(b.opening.day) || a.opening.body.n - b.opening.body.n)
    .map((till) => cashRow(till, standing));
  const days = [...new Set(rows.map(({ day }) => day))];
  const checks = await byIds<CashCheck>('stockDocuments', days.map(cashCheckId));
  return cashDays(rows, checks);
}

/** The same, kept current. */
export function useCashMonth(month: string): {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly days: readonly CashDay[];
} {
  const live = useLiveOf(() => loadMonth(month), ['ledger', 'stockDocuments'], [month]);
  return live.state === 'ready' ? { state: 'ready', days: live.value } : { state: live.state, days: [] };
}
