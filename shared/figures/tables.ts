/** The figures as tables: one source for the page, the printed sheet and the Excel file. */
import { TENDERS, type Tender } from '../ledger/entries/parts';
import type { Drill } from './drill';
import { monthSum, type MonthFigures, type MonthSum } from './month';
import { costOf, less, rateOf } from './profit';

/** How a column's values are shown: fen, pieces, a rate 0–1 or text. */
export type CellKind = 'text' | 'money' | 'count' | 'percent';
export type FigureCell = string | number | null;

export interface FigureColumn {
  readonly key: string;
  readonly kind: CellKind;
}

export interface FigureRow {
  /** Empty where there is nothing behind it to open. */
  readonly drill: Drill | '';
  readonly cells: readonly FigureCell[];
}

export const TABLES = [
  'overview',
  'days',
  'products',
  'categories',
  'tenders',
  'clerks',
  'fees',
  'counts',
  'shifts',
] as const;
export type TableKey = (typeof TABLES)[number];

export interface FigureTable {
  readonly key: TableKey;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  readonly total: readonly FigureCell[] | null;
}

/** Words and facts the tables name things by. */
export interface Names {
  readonly say: (key: string) => string;
  readonly staff: (id: string) => string;
  readonly product: (id: string) => {
    readonly sku: string;
    readonly name: string;
    readonly category: string;
  };
  readonly tender: (tender: Tender) => string;
  /** Price of a base unit on a day, fen. */
  readonly price: (product: string, day: string) => number;
}

export interface TablesInput {
  readonly now: MonthFigures;
  /** The month before and the same month a year before, null where there is no data. */
  readonly before: MonthFigures | null;
  readonly lastYear: MonthFigures | null;
}

const column = (key: string, kind: CellKind): FigureColumn => ({ key, kind });
const add = (rows: readonly FigureRow[], at: number): number =>
  rows.reduce((sum, { cells }) => sum + Number(cells[at] ?? 0), 0);
/** Sum of a column, null while one of its cells is not known. */
const addKnown = (rows: readonly FigureRow[], at: number): number | null =>
  rows.some(({ cells }) => cells[at] === null) ? null : add(rows, at);
const change = (now: number | null, before: number | null): number | null =>
  now === null || before === null ? null : rateOf(now - before, Math.abs(before));

function overview({ now, before, lastYear }: TablesInput, { say }: Names): FigureTable {
  const sums = [now, before, lastYear].map((one) => (one ? monthSum(one) : undefined));
  const money = (
    key: string,
    of: (sum: MonthSum) => number | null,
    drill: Drill | '' = '',
    rated = true,
  ): FigureRow => {
    const [mine = null, last = null, year = null] = sums.map((sum) => (sum ? of(sum) : null));
    const rate = (before: number | null): number | null => (rated ? change(mine, before) : null);
    return { drill, cells: [say(key), mine, last, rate(last), year, rate(year)] };
  };
  return {
    key: 'overview',
    columns: [
      column('figure', 'text'),
      column('thisMonth', 'money'),
      column('before', 'money'),
      column('change', 'percent'),
      column('lastYear', 'money'),
      column('yearOnYear', 'percent'),
    ],
    rows: [
      money('turnover', ({ turnover }) => turnover),
      money('source.goods', ({ goods }) => goods, 'source:goods'),
      money('source.fee', ({ fees }) => fees, 'source:fee'),
      money('rest', ({ rest }) => rest, 'source:rest'),
      money('profit', ({ profit }) => profit),
      // Small and of either sign: a rate of it says nothing.
      money('cashDifference', ({ cashDifference }) => cashDifference, '', false),
    ],
    total: null,
  };
}

function days({ figures }: MonthFigures): FigureTable {
  const rows = Object.entries(figures.days)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, amount]): FigureRow => ({ drill: `day:${day}`, cells: [day, amount] }));
  return {
    key: 'days',
    columns: [column('day', 'text'), column('turnover', 'money')],
    rows,
    total: ['', add(rows, 1)],
  };
}

const GOODS_COLUMNS = [
  column('quantity', 'count'),
  column('revenue', 'money'),
  column('cost', 'money'),
  column('profit', 'money'),
  column('rate', 'percent'),
] as const;

function products({ figures, costs }: MonthFigures, { product }: Names): FigureTable {
  const rows = Object.entries(figures.products)
    .map(([id, { quantity, revenue }]): FigureRow => {
      const { sku, name } = product(id);
      const cost = costOf(id, quantity, costs);
      const profit = less(revenue, cost);
      return {
        drill: `product:${id}`,
        cells: [sku, name, quantity, revenue, cost, profit, rateOf(profit, revenue)],
      };
    })
    .sort((a, b) => Number(b.cells[3]) - Number(a.cells[3]));
  const revenue = add(rows, 3);
  const profit = addKnown(rows, 5);
  return {
    key: 'products',
    columns: [column('sku', 'text'), column('product', 'text'), ...GOODS_COLUMNS],
    rows,
    total: ['', '', add(rows, 2), revenue, addKnown(rows, 4), profit, rateOf(profit, revenue)],
  };
}

function categories({ figures, costs }: MonthFigures, { product }: Names): FigureTable {
  const sums = new Map<string, [quantity: number, revenue: number, cost: number | null]>();
  for (const [id, { quantity, revenue }] of Object.entries(figures.products)) {
    const { category } = product(id);
    const [pieces, amount, cost] = sums.get(category) ?? [0, 0, 0];
    const more = costOf(id, quantity, costs);
    sums.set(category, [
      pieces + quantity,
      amount + revenue,
      cost === null || more === null ? null : cost + more,
    ]);
  }
  const rows = [...sums]
    .map(([category, [quantity, revenue, cost]]): FigureRow => {
      const profit = less(revenue, cost);
      return {
        drill: `category:${category}`,
        cells: [category, quantity, revenue, cost, profit, rateOf(profit, revenue)],
      };
    })
    .sort((a, b) => Number(b.cells[2]) - Number(a.cells[2]));
  const revenue = add(rows, 2);
  const profit = addKnown(rows, 4);
  return {
    key: 'categories',
    columns: [column('category', 'text'), ...GOODS_COLUMNS],
    rows,
    total: ['', add(rows, 1), revenue, addKnown(rows, 3), profit, rateOf(profit, revenue)],
  };
}

function tenders({ figures }: MonthFigures, { tender: nameOf }: Names): FigureTable {
  const earned = Object.values(figures.tenders).reduce((sum, one) => sum + one.earned, 0);
  const rows = TENDERS.flatMap((tender): readonly FigureRow[] => {
    const sum = figures.tenders[tender];
    if (!sum) return [];
    const cells = [
      nameOf(tender),
      sum.earned,
      rateOf(sum.earned, earned),
      sum.others,
      sum.earned + sum.others,
    ];
    return [{ drill: `tender:${tender}`, cells }];
  });
  return {
    key: 'tenders',
    columns: [
      column('tender', 'text'),
      column('earned', 'money'),
      column('share', 'percent'),
      column('others', 'money'),
      column('sum', 'money'),
    ],
    rows,
    total: ['', add(rows, 1), null, add(rows, 3), add(rows, 4)],
  };
}

function clerks({ figures }: MonthFigures, { staff }: Names): FigureTable {
  const rows = Object.entries(figures.clerks)
    .map(([id, sum]): FigureRow => {
      const all = sum.goods + sum.refunded + sum.fees + sum.rest;
      return {
        drill: `clerk:${id}`,
        cells: [
          staff(id),
          sum.sales,
          sum.goods,
          rateOf(sum.goods, sum.sales) === null ? null : Math.round(sum.goods / sum.sales),
          sum.refunded,
          sum.fees,
          sum.rest,
          all,
        ],
      };
    })
    .sort((a, b) => Number(b.cells[7]) - Number(a.cells[7]));
  const sales = add(rows, 1);
  return {
    key: 'clerks',
    columns: [
      column('staff', 'text'),
      column('sales', 'count'),
      column('goods', 'money'),
      column('perSale', 'money'),
      column('refunded', 'money'),
      column('feeAmount', 'money'),
      column('rest', 'money'),
      column('sum', 'money'),
    ],
    rows,
    total: [
      '',
      sales,
      add(rows, 2),
      sales === 0 ? null : Math.round(add(rows, 2) / sales),
      add(rows, 4),
      add(rows, 5),
      add(rows, 6),
      add(rows, 7),
    ],
  };
}

function fees({ now, before }: TablesInput): FigureTable {
  const types = [...new Set([...Object.keys(now.figures.fees), ...Object.keys(before?.figures.fees ?? {})])];
  const rows = types
    .map((type): FigureRow => {
      const { count, amount } = now.figures.fees[type] ?? { count: 0, amount: 0 };
      const last = before ? (before.figures.fees[type]?.amount ?? 0) : null;
      return {
        drill: `fee:${type}`,
        cells: [type, count, amount, rateOf(amount, now.figures.income.fee), last],
      };
    })
    .sort((a, b) => Number(b.cells[2]) - Number(a.cells[2]));
  return {
    key: 'fees',
    columns: [
      column('feeType', 'text'),
      column('feeCount', 'count'),
      column('amount', 'money'),
      column('share', 'percent'),
      column('before', 'money'),
    ],
    rows,
    total: ['', add(rows, 1), add(rows, 2), null, before ? add(rows, 4) : null],
  };
}

function counts({ figures, costs }: MonthFigures, { product, price }: Names): FigureTable {
  const sums = new Map<string, { long: number; short: number; atPrice: number }>();
  for (const { body, day } of figures.counts)
    for (const { product: id, difference } of body.lines) {
      const sum = sums.get(id) ?? { long: 0, short: 0, atPrice: 0 };
      sums.set(id, {
        long: sum.long + Math.max(0, difference),
        short: sum.short + Math.min(0, difference),
        atPrice: sum.atPrice + difference * price(id, day),
      });
    }
  const rows = [...sums]
    .map(([id, sum]): FigureRow => {
      const { sku, name } = product(id);
      return {
        drill: `count:${id}`,
        cells: [sku, name, sum.long, sum.short, costOf(id, sum.long + sum.short, costs), sum.atPrice],
      };
    })
    .sort((a, b) => Number(a.cells[4]) - Number(b.cells[4]));
  return {
    key: 'counts',
    columns: [
      column('sku', 'text'),
      column('product', 'text'),
      column('long', 'count'),
      column('short', 'count'),
      column('atCost', 'money'),
      column('atPrice', 'money'),
    ],
    rows,
    total: ['', '', add(rows, 2), add(rows, 3), addKnown(rows, 4), add(rows, 5)],
  };
}

function shifts({ figures }: MonthFigures, { say, staff }: Names): FigureTable {
  const rows = figures.shifts.map(
    ({ id, no, day, staff: holder, kind, cash, rest, reason, approval }): FigureRow => ({
      drill: `shift:${id}`,
      cells: [day, no, say(`shiftKind.${kind}`), staff(holder), cash, rest, reason, approval?.name ?? ''],
    }),
  );
  return {
    key: 'shifts',
    columns: [
      column('day', 'text'),
      column('session', 'text'),
      column('shiftKind', 'text'),
      column('staff', 'text'),
      column('cash', 'money'),
      column('otherTenders', 'money'),
      column('reason', 'text'),
      column('approval', 'text'),
    ],
    rows,
    total: ['', '', '', '', add(rows, 4), add(rows, 5), '', ''],
  };
}

/** Every table of a month. */
export function shopTables(input: TablesInput, names: Names): Readonly<Record<TableKey, FigureTable>> {
  const { now } = input;
  return {
    overview: overview(input, names),
    days: days(now),
    products: products(now, names),
    categories: categories(now, names),
    tenders: tenders(now, names),
    clerks: clerks(now, names),
    fees: fees(input),
    counts: counts(now, names),
    shifts: shifts(now, names),
  };
}
