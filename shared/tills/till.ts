/**
 * One till session as its entries tell it (DOMAIN §6): what it should hold, by which formula, its payments line by
 * line, and what was entered after it closed. Order is each desk's own running number, never the clock.
 */
import { effects, isTillTender } from '../ledger/effects';
import { TENDERS, type Payment, type Tender } from '../ledger/entries/parts';
import type { TillHandover, TillOpen, TillSeal } from '../ledger/entries/tills';
import type { MoneyRow } from '../ledger/moves';
import type { LedgerEntry } from '../ledger/schema';

/** Fen per tender; a tender that never moved is absent. */
export type TenderSums = Readonly<Partial<Record<Tender, number>>>;

export interface Till {
  readonly id: string;
  readonly opening: TillOpen | TillHandover;
  readonly closing: TillHandover | TillSeal | null;
  /** What moved money through it before it closed, in order. */
  readonly entries: readonly LedgerEntry[];
  /** What was entered into it after it closed: a visible adjustment. */
  readonly late: readonly LedgerEntry[];
}

/** The session of an opening entry among `docs` (the opening and all entries whose key is the session), or null. */
export function tillOf(id: string, docs: readonly LedgerEntry[]): Till | null {
  const opening = docs.find(
    (doc): doc is TillOpen | TillHandover =>
      doc.id === id && (doc.kind === 'tillOpen' || doc.kind === 'tillHandover'),
  );
  if (!opening) return null;
  const mine = docs.filter((doc) => doc.id !== id && doc.key === id);
  const closing =
    mine.find(
      (doc): doc is TillHandover | TillSeal => doc.kind === 'tillHandover' || doc.kind === 'tillSeal',
    ) ?? null;
  const moved = mine.filter((doc) => doc !== closing).sort((a, b) => a.body.n - b.body.n);
  const isLate = ({ desk, body }: LedgerEntry): boolean =>
    closing !== null && (desk !== closing.desk || body.n > closing.body.n);
  return {
    id,
    opening,
    closing,
    entries: moved.filter((doc) => !isLate(doc)),
    late: moved.filter(isLate),
  };
}

/** What an entry moved in a session. */
export function rowsIn(session: string, entry: LedgerEntry): readonly MoneyRow[] {
  return effects(entry).money.filter((row) => row.session === session);
}

/** Sums per tender of what entries moved in a session. */
export function sumsOf(session: string, entries: readonly LedgerEntry[]): TenderSums {
  const sums: Partial<Record<Tender, number>> = {};
  for (const { tender, amount } of entries.flatMap((entry) => rowsIn(session, entry)))
    sums[tender] = (sums[tender] ?? 0) + amount;
  return sums;
}

/** What the till should hold per tender, late entries aside. */
export function expectedOf({ id, opening, entries }: Till): TenderSums {
  return { cash: 0, ...sumsOf(id, [opening, ...entries]) };
}

/** Long (+) or short (−) per tender as the closing found it, less what late entries explain since; accounts never differ. */
export function differencesOf(till: Till): TenderSums {
  if (!till.closing) return {};
  const late = sumsOf(till.id, till.late);
  const checks = new Map(till.closing.body.checks.map((check) => [check.tender, check]));
  const seen = TENDERS.filter((tender) => checks.has(tender) || late[tender] !== undefined);
  return Object.fromEntries(
    seen.map((tender) => {
      const check = checks.get(tender);
      const found = check ? check.actual - check.expected : 0;
      return [tender, found - (isTillTender(tender) ? (late[tender] ?? 0) : 0)];
    }),
  );
}

/** Name of the shift, who opened, and when. */
export const shiftOf = ({ opening }: Till): string => opening.body.shift;
export const holderOf = ({ opening }: Till): TillOpen['body']['opener'] =>
  opening.kind === 'tillOpen' ? opening.body.opener : opening.body.taking;
/** Counted cash the session began with. */
export const floatOf = ({ opening }: Till): number => opening.body.float;
/** Cash found more (+) or less (−) than the night's seal said. */
export const openingDifferenceOf = ({ opening }: Till): number =>
  opening.kind === 'tillOpen' ? opening.body.float - opening.body.expected : 0;

/** One payment of an act, signed: above 0 in, below 0 out. */
export interface PaymentLine {
  /** Entry and position in it. */
  readonly key: string;
  readonly entry: string;
  readonly kind: LedgerEntry['kind'];
  readonly no: string;
  readonly at: string;
  readonly tender: Tender;
  readonly amount: number;
  readonly terminal: string;
  readonly ref: string;
}

type Part = Pick<Payment, 'tender' | 'amount' | 'terminal' | 'ref'>;

const signed = (payments: readonly Payment[], sign: 1 | -1): readonly Part[] =>
  payments.map(({ tender, amount, terminal, ref }) => ({ tender, amount: sign * amount, terminal, ref }));

const unnamed = (rows: readonly MoneyRow[]): readonly Part[] =>
  rows.map(({ tender, amount }) => ({ tender, amount, terminal: '', ref: '' }));

function partsOf(entry: LedgerEntry): readonly Part[] {
  if (entry.kind === 'depositReturned')
    return [...signed(entry.body.payments, -1), ...signed(entry.body.charged, 1)];
  if ('payments' in entry.body)
    return signed(entry.body.payments, entry.kind === 'refund' || entry.kind === 'balanceReturned' ? -1 : 1);
  return unnamed(rowsIn(entry.key, entry));
}

/** The payments of an entry, line by line. */
export function paymentLines(entry: LedgerEntry): readonly PaymentLine[] {
  const { id, kind, at, body } = entry;
  return partsOf(entry).map((part, index) => ({
    key: `${id}:${index}`,
    entry: id,
    kind,
    no: body.no ?? '',
    at,
    ...part,
  }));
}

/** Payments that are checked line by line at the end: everything but cash. */
export function linesToCheck({ entries }: Till): readonly PaymentLine[] {
  return entries.flatMap(paymentLines).filter(({ tender }) => tender !== 'cash');
}

export const CASH_PARTS = [
  'float',
  'openingDifference',
  'received',
  'change',
  'refunded',
  'paidIn',
  'paidOut',
] as const;
export type CashPart = (typeof CASH_PARTS)[number];

/** The formula of the cash that should be there; its parts, each signed, add up to `expectedOf(till).cash`. */
export function cashFormula(till: Till): Readonly<Record<CashPart, number>> {
  const parts = {
    float: floatOf(till) - openingDifferenceOf(till),
    openingDifference: openingDifferenceOf(till),
    received: 0,
    change: 0,
    refunded: 0,
    paidIn: 0,
    paidOut: 0,
  };
  for (const entry of till.entries) {
    const cash = rowsIn(till.id, entry).filter(({ tender }) => tender === 'cash');
    for (const { amount } of cash)
      if (entry.kind === 'paidIn' || entry.kind === 'paidOut') parts[entry.kind] += amount;
      else parts[amount > 0 ? 'received' : 'refunded'] += amount;
    const change = changeOf(entry);
    parts.received += change;
    parts.change -= change;
  }
  return parts;
}

/** Cash given back out of what a customer handed over. */
function changeOf(entry: LedgerEntry): number {
  if (!('payments' in entry.body) || entry.kind === 'refund') return 0;
  const payments = entry.kind === 'depositReturned' ? entry.body.charged : entry.body.payments;
  return payments.reduce((sum, { given, amount }) => sum + Math.max(0, given - amount), 0);
}
