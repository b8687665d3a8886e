/** Gross profit of goods (DOMAIN §7): net revenue less cost, at the month's weighted average. */
import { amountAt } from '../month-end/divide';
import type { ShopFigures } from './shop';

/** Cost of a base unit in 1/10000 yuan (fen × 100), as month ends keep it. */
export type UnitCosts = Readonly<Record<string, number>>;

/** Fen of so many base units; a product without a known cost costs nothing. */
export function costOf(product: string, quantity: number, costs: UnitCosts): number {
  return amountAt(quantity, costs[product] ?? 0);
}

/** Cost of the goods sold. Fen. */
export function soldCost({ products }: Pick<ShopFigures, 'products'>, costs: UnitCosts): number {
  return Object.entries(products).reduce(
    (sum, [product, { quantity }]) => sum + costOf(product, quantity, costs),
    0,
  );
}

/** Net revenue of goods less their cost. Fen. */
export function grossProfit(figures: Pick<ShopFigures, 'products' | 'income'>, costs: UnitCosts): number {
  return figures.income.goods - soldCost(figures, costs);
}

/** Part of a whole, or null without a whole. */
export const rateOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
