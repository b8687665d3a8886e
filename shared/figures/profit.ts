/** Gross profit of goods (DOMAIN §7): net revenue less cost, at the month's weighted average. */
import { amountAt } from '../month-end/divide';
import type { ShopFigures } from './shop';

/** Cost of a base unit in 1/10000 yuan (fen × 100), as month ends keep it. */
export type UnitCosts = Readonly<Record<string, number>>;

/** Fen of so many base units; null while costs are not known, and a product without a known cost costs nothing. */
export function costOf(product: string, quantity: number, costs: UnitCosts | null): number | null {
  return costs && amountAt(quantity, costs[product] ?? 0);
}

/** Cost of the goods sold. Fen. */
export function soldCost(
  { products }: Pick<ShopFigures, 'products'>,
  costs: UnitCosts | null,
): number | null {
  return (
    costs &&
    Object.entries(products).reduce(
      (sum, [product, { quantity }]) => sum + amountAt(quantity, costs[product] ?? 0),
      0,
    )
  );
}

/** Net revenue of goods less their cost. Fen. */
export function grossProfit(
  figures: Pick<ShopFigures, 'products' | 'income'>,
  costs: UnitCosts | null,
): number | null {
  return less(figures.income.goods, soldCost(figures, costs));
}

/** The difference, null where a part is not known. */
export const less = (whole: number, part: number | null): number | null =>
  part === null ? null : whole - part;

/** Part of a whole, or null without a whole. */
export const rateOf = (part: number | null, whole: number): number | null =>
  part === null || whole === 0 ? null : part / whole;
