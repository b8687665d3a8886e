/**
 * Figures of shop, fees and cash (DOMAIN §7), folded from what entries move: other people's money never
 * counts as turnover. Sums are commutative, so entries may come in any order.
 */
import { effects } from '../ledger/effects';
import type { Fee } from '../ledger/entries/fees';
import type { ProductLine, Tender } from '../ledger/entries/parts';
import type { CountAdjustment } from '../ledger/entries/stock';
import type { IncomeRow, MoneyFlow } from '../ledger/moves';
import type { LedgerEntry } from '../ledger/schema';
import type { StaffMark } from '../signatures/signature';

export type IncomeSource = IncomeRow['source'];
export const INCOME_SOURCES: readonly IncomeSource[] = ['goods', 'fee', 'rental', 'depositKept'];

/** Flows that are the club's own earnings, and those that only pass through its tills. */
const EARNED: readonly MoneyFlow[] = ['sale', 'refund', 'fee', 'rental'];
const OTHERS: readonly MoneyFlow[] = ['topUp', 'securityDeposit', 'tip', 'settlement'];

/** A product's sales: base units sold less returned to stock, net revenue. */
export interface ProductSum {
  readonly quantity: number;
  readonly revenue: number;
}

export interface TenderSum {
  /** Paid for goods, fees and rentals, less what went back. */
  readonly earned: number;
  /** Top-ups, deposits, tips, settlements: not income. */
  readonly others: number;
}

export interface ClerkSum {
  readonly sales: number;
  readonly goods: number;
  readonly refunds: number;
  readonly refunded: number;
  readonly fees: number;
  readonly rest: number;
}

export interface FeeSum {
  readonly count: number;
  readonly amount: number;
}

/** What a shift's end or a recount of the night's seal found: long above 0, short below. */
export interface ShiftDifference {
  readonly id: string;
  readonly no: string;
  readonly day: string;
  /** ISO instant. */
  readonly at: string;
  readonly staff: string;
  readonly kind: 'handover' | 'seal' | 'open';
  readonly cash: number;
  readonly rest: number;
  readonly reason: string;
  readonly approval: StaffMark | null;
}

export interface ShopFigures {
  readonly income: Readonly<Record<IncomeSource, number>>;
  readonly saleCount: number;
  readonly products: Readonly<Record<string, ProductSum>>;
  readonly tenders: Readonly<Partial<Record<Tender, TenderSum>>>;
  readonly clerks: Readonly<Record<string, ClerkSum>>;
  readonly fees: Readonly<Record<string, FeeSum>>;
  /** Turnover by business day. */
  readonly days: Readonly<Record<string, number>>;
  readonly shifts: readonly ShiftDifference[];
  readonly counts: readonly CountAdjustment[];
  /** Products as the lines of this period name them. */
  readonly names: Readonly<Record<string, Omit<ProductLine, 'quantity' | 'factor' | 'unit' | 'product'>>>;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] extends object ? Draft<T[K]> : T[K] };

const NO_CLERK: ClerkSum = { sales: 0, goods: 0, refunds: 0, refunded: 0, fees: 0, rest: 0 };

/** All the club earned: goods less refunds, fees, rentals, kept deposits. Fen. */
export function turnoverOf({ income }: Pick<ShopFigures, 'income'>): number {
  return INCOME_SOURCES.reduce((sum, source) => sum + income[source], 0);
}

/** The entry an act belongs to: what it takes back for a reversal, when that is known. */
export function originOf(
  entry: LedgerEntry,
  originals: ReadonlyMap<string, LedgerEntry>,
): LedgerEntry | undefined {
  return entry.kind === 'reversal' ? originals.get(entry.body.of) : entry;
}

function differenceOf(entry: LedgerEntry): ShiftDifference | null {
  const { id, day, at } = entry;
  if (entry.kind === 'tillOpen') {
    const { no = '', float, expected, from, reason, opener } = entry.body;
    if (from === '') return null;
    const cash = float - expected;
    return { id, no, day, at, staff: opener.staff, kind: 'open', cash, rest: 0, reason, approval: null };
  }
  if (entry.kind !== 'tillHandover' && entry.kind !== 'tillSeal') return null;
  const { sessionNo: no, checks, reason, approval, leaving } = entry.body;
  const differences = checks.map(({ tender, actual, expected }) => [tender, actual - expected] as const);
  const sum = (cash: boolean): number =>
    differences.reduce((all, [tender, amount]) => all + ((tender === 'cash') === cash ? amount : 0), 0);
  const kind = entry.kind === 'tillSeal' ? 'seal' : 'handover';
  return {
    id,
    no,
    day,
    at,
    staff: leaving.staff,
    kind,
    cash: sum(true),
    rest: sum(false),
    reason,
    approval,
  };
}

function addClerk(
  clerks: Record<string, Draft<ClerkSum>>,
  by: string,
  kind: LedgerEntry['kind'],
  rows: readonly IncomeRow[],
  sign: 1 | -1,
): void {
  if (rows.length === 0) return;
  const sum = (clerks[by] ??= { ...NO_CLERK });
  if (kind === 'sale') sum.sales += sign;
  if (kind === 'refund') sum.refunds += sign;
  for (const { source, amount } of rows) {
    if (source === 'fee') sum.fees += amount;
    else if (source !== 'goods') sum.rest += amount;
    else if (kind === 'refund') sum.refunded += amount;
    else sum.goods += amount;
  }
}

function addFee(fees: Record<string, Draft<FeeSum>>, fee: Fee, sign: 1 | -1): void {
  const sum = (fees[fee.body.type] ??= { count: 0, amount: 0 });
  sum.count += sign;
  sum.amount += sign * fee.body.amount;
}

/**
 * Figures of the given entries. `originals` holds what reversals among them take back, by id: without one its
 * amount still counts, only its fee type and clerk are not known.
 */
export function shopFigures(
  entries: readonly LedgerEntry[],
  originals: ReadonlyMap<string, LedgerEntry>,
): ShopFigures {
  const income: Record<IncomeSource, number> = { goods: 0, fee: 0, rental: 0, depositKept: 0 };
  const products: Record<string, Draft<ProductSum>> = {};
  const tenders: Partial<Record<Tender, Draft<TenderSum>>> = {};
  const clerks: Record<string, Draft<ClerkSum>> = {};
  const fees: Record<string, Draft<FeeSum>> = {};
  const days: Record<string, number> = {};
  const names: Draft<ShopFigures['names']> = {};
  const shifts: ShiftDifference[] = [];
  const counts: CountAdjustment[] = [];
  let saleCount = 0;
  for (const entry of entries) {
    const moves = effects(entry);
    if (entry.kind === 'sale') saleCount += 1;
    for (const { product, quantity, value, move } of moves.stock) {
      if (move !== 'sold' && move !== 'returned') continue;
      const sum = (products[product] ??= { quantity: 0, revenue: 0 });
      sum.quantity -= quantity;
      sum.revenue += value;
    }
    for (const { tender, amount, flow } of moves.money) {
      const column = EARNED.includes(flow) ? 'earned' : OTHERS.includes(flow) ? 'others' : null;
      if (!column) continue;
      const sum = (tenders[tender] ??= { earned: 0, others: 0 });
      sum[column] += amount;
    }
    for (const { source, amount } of moves.income) {
      income[source] += amount;
      days[entry.day] = (days[entry.day] ?? 0) + amount;
    }
    const origin = originOf(entry, originals);
    const sign = entry.kind === 'reversal' ? -1 : 1;
    addClerk(clerks, (origin ?? entry).by, (origin ?? entry).kind, moves.income, sign);
    if (origin?.kind === 'fee') addFee(fees, origin, sign);
    if (entry.kind === 'sale' || entry.kind === 'refund' || entry.kind === 'countAdjustment')
      for (const { product, sku, name, spec, category } of entry.body.lines)
        names[product] = { sku, name, spec, category };
    if (entry.kind === 'countAdjustment') counts.push(entry);
    const difference = differenceOf(entry);
    if (difference) shifts.push(difference);
  }
  const byTime = (a: { readonly at: string; readonly id: string }, b: typeof a): number =>
    a.at.localeCompare(b.at) || a.id.localeCompare(b.id);
  return {
    income,
    saleCount,
    products,
    tenders,
    clerks,
    fees,
    days,
    names,
    shifts: shifts.sort(byTime),
    counts: counts.sort(byTime),
  };
}
