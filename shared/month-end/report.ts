/**
 * 商品进销存月报: one line per product out of the month's opening and entries (FORMS, rules of money).
 *
 * Unit cost is 月末一次加权平均 = (opening amount + purchases) ÷ (opening quantity + purchased quantity), 4 decimals
 * of a yuan. Purchases are net of supplier returns at the cost the supplier credits. Sales (net of customer
 * returns), everything else that went out and count gains are valued at this unit cost, rounded to fen;
 * the closing amount is what is left, so it keeps the rounding difference. When the denominator is not above
 * 0 or the numerator is below 0 (nothing there, or sold before its purchase was recorded), the last cost
 * stays: the previous month's, else the product's.
 */
import { addDays } from '../core/time';
import { nextMonth } from '../ledger/months';
import type { LedgerEntry, MonthLine } from '../ledger/schema';
import { priceOn } from '../products/price';
import type { Product } from '../products/schema';
import { amountAt, divideHalfUp } from './divide';
import { sumsOf, type ProductSums } from './sums';

/** A product at the end of a month; `unitCost` as in MonthLine. */
export interface Balance {
  readonly quantity: number;
  readonly amount: number;
  readonly unitCost: number;
}

/** Balances by product. */
export type Closing = Readonly<Record<string, Balance>>;

export interface MonthInput {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly opening: Closing;
  /** Exactly the entries that count in the month (`monthOf`). */
  readonly entries: readonly LedgerEntry[];
  readonly products: readonly Product[];
  /** The stocktake: its id, and its reason by product counted; null when there is none. */
  readonly count: { readonly id: string; readonly reasons: Readonly<Record<string, string>> } | null;
  /** Categories in the order they are listed; others follow. */
  readonly categories: readonly string[];
  /** 处理意见 by product. */
  readonly treatments: Readonly<Record<string, string>>;
}

/** Last day of a month. */
export function lastDayOf(month: string): string {
  return addDays(`${nextMonth(month)}-01`, -1);
}

const NOTHING: ProductSums = {
  opening: 0,
  openingAmount: 0,
  received: 0,
  receivedAmount: 0,
  sold: 0,
  revenue: 0,
  otherOut: 0,
  adjusted: 0,
};

function lineOf(product: Product, sums: ProductSums, input: MonthInput): MonthLine {
  const { sku, name, spec, category, unit, cost } = product.body;
  const before = input.opening[product.id] ?? { quantity: 0, amount: 0, unitCost: cost * 100 };
  const opening = before.quantity + sums.opening;
  const openingAmount = before.amount + sums.openingAmount;
  const { received, receivedAmount, sold, revenue, otherOut, adjusted } = sums;
  const units = opening + received;
  const cost4 = openingAmount + receivedAmount;
  const unitCost = units > 0 && cost4 >= 0 ? divideHalfUp(cost4 * 100, units) : before.unitCost;
  const soldCost = amountAt(sold, unitCost);
  const otherOutAmount = amountAt(otherOut, unitCost);
  const closing = units - sold - otherOut;
  const reason = input.count?.reasons[product.id];
  return {
    product: product.id,
    sku,
    name,
    spec,
    category,
    unit,
    opening,
    openingAmount,
    received,
    receivedAmount,
    sold,
    revenue,
    soldCost,
    otherOut,
    otherOutAmount,
    closing,
    closingAmount: cost4 - soldCost - otherOutAmount,
    unitCost,
    adjusted,
    counted: reason === undefined ? null : closing,
    price: priceOn(product.body, lastDayOf(input.month))?.price ?? 0,
    reason: reason ?? '',
    treatment: input.treatments[product.id] ?? '',
  };
}

/** True when every product that the entries move is among `products`: only then do their lines show everything. */
export function isKnown(entries: readonly LedgerEntry[], products: readonly Product[]): boolean {
  const known = new Set(products.map(({ id }) => id));
  return [...sumsOf(entries, '').keys()].every((id) => known.has(id));
}

/** Lines of every product on sale or with anything to show, by category and code. */
export function monthLines(input: MonthInput): readonly MonthLine[] {
  const sums = sumsOf(input.entries, input.count?.id ?? '');
  const rank = new Map(input.categories.map((category, at) => [category, at]));
  const place = ({ category }: MonthLine): number => rank.get(category) ?? rank.size;
  return input.products
    .filter(({ id, status }) => status === 'onSale' || sums.has(id) || !isBlank(input.opening[id]))
    .map((product) => lineOf(product, sums.get(product.id) ?? NOTHING, input))
    .sort((a, b) => place(a) - place(b) || byCode(a, b));
}

const isBlank = (balance: Balance | undefined): boolean =>
  !balance || (balance.quantity === 0 && balance.amount === 0);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byCode = (a: MonthLine, b: MonthLine): number =>
  compare(a.category, b.category) || compare(a.sku, b.sku) || compare(a.product, b.product);

/** What the lines leave for the next month. */
export function closingOf(lines: readonly MonthLine[]): Closing {
  return Object.fromEntries(
    lines.map(({ product, closing, closingAmount, unitCost }) => [
      product,
      { quantity: closing, amount: closingAmount, unitCost },
    ]),
  );
}
