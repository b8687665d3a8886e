/** One month's figures with what they are compared with (DOMAIN §7). */
import { previousMonth } from '../month-end/months';
import { grossProfit, type UnitCosts } from './profit';
import { turnoverOf, type ShopFigures } from './shop';

export interface MonthFigures {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly figures: ShopFigures;
  /** Null while they are being worked out. */
  readonly costs: UnitCosts | null;
}

/** A month's few figures for the chart of the year. */
export interface MonthSum {
  readonly month: string;
  readonly turnover: number;
  readonly goods: number;
  readonly fees: number;
  /** Rentals and kept deposits. */
  readonly rest: number;
  readonly profit: number | null;
  readonly sales: number;
  /** Long and short cash of the shifts, net. */
  readonly cashDifference: number;
}

export function monthSum({ month, figures, costs }: MonthFigures): MonthSum {
  const { income, saleCount, shifts } = figures;
  return {
    month,
    turnover: turnoverOf(figures),
    goods: income.goods,
    fees: income.fee,
    rest: income.rental + income.depositKept,
    profit: grossProfit(figures, costs),
    sales: saleCount,
    cashDifference: shifts.reduce((sum, { cash }) => sum + cash, 0),
  };
}

/** True for a month in which something was earned or counted: only such are compared with. */
export function hasData({ figures }: Pick<MonthFigures, 'figures'>): boolean {
  return (
    Object.keys(figures.days).length > 0 ||
    figures.shifts.length > 0 ||
    Object.keys(figures.tenders).length > 0
  );
}

/** The month a year before. */
export function yearBefore(month: string): string {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
}

/** The given number of months up to `month`, oldest first. */
export function monthsUpTo(month: string, count: number): readonly string[] {
  const months = [month];
  while (months.length < count) months.unshift(previousMonth(months[0] ?? month));
  return months;
}
