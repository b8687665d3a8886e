/** Tips with their payment, and what waits for whom. */
import { paperId, waitsForPaper } from '../ledger/file-paper';
import type { TipsPaid, TipTaken } from '../ledger/entries/money';
import type { PaperFiled } from '../ledger/entries/tills';
import type { LedgerEntry, Reversal } from '../ledger/schema';
import { standing } from '../ledger/standing';
import type { Undone } from './rows';

export interface TipRow {
  readonly id: string;
  readonly tip: TipTaken;
  /** The payment that stands. */
  readonly paid: TipsPaid | null;
  readonly undone: readonly Undone<TipsPaid>[];
  readonly reversal: Reversal | null;
  /** Where the receiver's paper signature was filed. */
  readonly paper: PaperFiled | undefined;
}

export type TipState = 'waiting' | 'paid' | 'reversed';

/** The tips among some entries, newest first. */
export function tipRows(entries: Iterable<LedgerEntry>): readonly TipRow[] {
  const tips: TipTaken[] = [];
  const payments: TipsPaid[] = [];
  const reversals = new Map<string, Reversal>();
  const papers = new Map<string, PaperFiled>();
  for (const entry of entries) {
    if (entry.kind === 'tipTaken') tips.push(entry);
    else if (entry.kind === 'reversal') reversals.set(entry.body.of, entry);
    else if (entry.kind === 'paperFiled') papers.set(entry.id, entry);
    else if (entry.kind === 'tipsPaid') payments.push(entry);
  }
  const paid = new Map<string, TipsPaid>();
  for (const payment of standing(payments, reversals.values()))
    for (const { id } of payment.body.tips) paid.set(id, payment);
  const undone = new Map<string, readonly Undone<TipsPaid>[]>();
  for (const entry of payments) {
    const reversal = reversals.get(entry.id);
    if (reversal)
      for (const { id } of entry.body.tips) undone.set(id, [...(undone.get(id) ?? []), { entry, reversal }]);
  }
  return tips
    .sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
    .map((tip) => {
      const payment = paid.get(tip.id) ?? null;
      return {
        id: tip.id,
        tip,
        paid: payment,
        undone: undone.get(tip.id) ?? [],
        reversal: reversals.get(tip.id) ?? null,
        paper: payment ? papers.get(paperId(payment.id)) : undefined,
      };
    });
}

export function tipState({ paid, reversal }: TipRow): TipState {
  if (reversal) return 'reversed';
  return paid ? 'paid' : 'waiting';
}

/** True while the receiver's paper signature is not filed. */
export const tipUnsigned = ({ paid, paper }: TipRow): boolean => paid !== null && waitsForPaper(paid, paper);

export interface ReceiverSum {
  readonly receiver: string;
  readonly count: number;
  /** Fen. */
  readonly amount: number;
  readonly waiting: number;
}

/** What was taken for each receiver and what of it waits, the most waiting first; reversed tips count nothing. */
export function byReceiver(rows: readonly TipRow[]): readonly ReceiverSum[] {
  const sums = new Map<string, ReceiverSum>();
  for (const row of rows) {
    const state = tipState(row);
    if (state === 'reversed') continue;
    const { receiver, amount } = row.tip.body;
    const sum = sums.get(receiver) ?? { receiver, count: 0, amount: 0, waiting: 0 };
    sums.set(receiver, {
      receiver,
      count: sum.count + 1,
      amount: sum.amount + amount,
      waiting: sum.waiting + (state === 'waiting' ? amount : 0),
    });
  }
  return [...sums.values()].sort(
    (a, b) => b.waiting - a.waiting || b.amount - a.amount || a.receiver.localeCompare(b.receiver),
  );
}
