/** Figures read off the lines of a month: profit, book and difference of the stocktake, totals, tax. */
import type { MonthLine } from '../ledger/schema';
import { amountAt, divideHalfUp } from './divide';

/** Sales less their cost, fen. */
export const grossProfit = ({ revenue, soldCost }: Pick<MonthLine, 'revenue' | 'soldCost'>): number =>
  revenue - soldCost;

/** Gross profit ÷ revenue, or null without revenue. */
export function profitRate(line: Pick<MonthLine, 'revenue' | 'soldCost'>): number | null {
  return line.revenue === 0 ? null : grossProfit(line) / line.revenue;
}

/** 账面数: what should be there before the stocktake's difference is posted. */
export const bookQuantity = ({ closing, adjusted }: MonthLine): number => closing - adjusted;

/** 其他出入 of the stocktake sheet: in less out, without the stocktake's own difference. */
export const otherIn = ({ otherOut, adjusted }: MonthLine): number => 0 - otherOut - adjusted;

/** 差异成本额 and 差异售价额, fen. */
export const differenceAtCost = ({ adjusted, unitCost }: MonthLine): number => amountAt(adjusted, unitCost);
export const differenceAtPrice = ({ adjusted, price }: MonthLine): number => adjusted * price;

/** What the closing amount holds beyond quantity × unit cost: the rounding difference, fen. */
export const roundingLeft = ({ closing, closingAmount, unitCost }: MonthLine): number =>
  closingAmount - amountAt(closing, unitCost);

const SUMMED = [
  'opening',
  'openingAmount',
  'received',
  'receivedAmount',
  'sold',
  'revenue',
  'soldCost',
  'otherOut',
  'otherOutAmount',
  'closing',
  'closingAmount',
  'adjusted',
] as const satisfies readonly (keyof MonthLine)[];

/** Sums of some lines; the derived ones are sums of each line's figure, so that a column adds up. */
export type MonthTotals = Readonly<Record<(typeof SUMMED)[number], number>> & {
  readonly book: number;
  readonly otherIn: number;
  readonly counted: number;
  readonly gain: number;
  readonly loss: number;
  readonly differenceAtCost: number;
  readonly differenceAtPrice: number;
  readonly rounding: number;
};

const sum = (lines: readonly MonthLine[], figure: (line: MonthLine) => number): number =>
  lines.reduce((all, line) => all + figure(line), 0);

export function totalsOf(lines: readonly MonthLine[]): MonthTotals {
  const plain = Object.fromEntries(SUMMED.map((key) => [key, sum(lines, (line) => line[key])]));
  return {
    ...(plain as Record<(typeof SUMMED)[number], number>),
    book: sum(lines, bookQuantity),
    otherIn: sum(lines, otherIn),
    counted: sum(lines, ({ counted }) => counted ?? 0),
    gain: sum(lines, ({ adjusted }) => Math.max(0, adjusted)),
    loss: sum(lines, ({ adjusted }) => Math.max(0, 0 - adjusted)),
    differenceAtCost: sum(lines, differenceAtCost),
    differenceAtPrice: sum(lines, differenceAtPrice),
    rounding: sum(lines, roundingLeft),
  };
}

export interface CategoryLines {
  readonly category: string;
  readonly lines: readonly MonthLine[];
  readonly totals: MonthTotals;
}

/** The lines under their categories, in the order given. */
export function byCategory(lines: readonly MonthLine[]): readonly CategoryLines[] {
  const groups = new Map<string, MonthLine[]>();
  for (const line of lines) groups.set(line.category, [...(groups.get(line.category) ?? []), line]);
  return [...groups].map(([category, own]) => ({ category, lines: own, totals: totalsOf(own) }));
}

/** True for a product without stock, movement or amount: it need not be printed. */
export function isIdle(line: MonthLine): boolean {
  return SUMMED.every((key) => line[key] === 0);
}

/**
 * A line without the tax its amounts include. Opening, purchases, revenue and costs are each divided by
 * (1 + rate) and rounded; the closing amount is what is left and keeps the rounding difference.
 */
export function withoutTax(line: MonthLine, percent: number): MonthLine {
  // Per cent with up to two decimals, as whole numbers.
  const net = (amount: number): number => divideHalfUp(amount * 10_000, 10_000 + Math.round(percent * 100));
  const openingAmount = net(line.openingAmount);
  const receivedAmount = net(line.receivedAmount);
  const soldCost = net(line.soldCost);
  const otherOutAmount = net(line.otherOutAmount);
  return {
    ...line,
    openingAmount,
    receivedAmount,
    revenue: net(line.revenue),
    soldCost,
    otherOutAmount,
    closingAmount: openingAmount + receivedAmount - soldCost - otherOutAmount,
    unitCost: net(line.unitCost),
    price: net(line.price),
  };
}
