/** 商品进销存月报, A4 landscape (FORMS): quantity and amount of opening, purchases, sales, others and closing, gross profit. */
import type { Block, Column, FormDoc } from '../../forms/model';
import { fill } from '../../messages/fill';
import { monthEnd as words } from '../../messages/zh-CN/month-end';
import { staffText } from '../../signatures/signature';
import type { MonthLine } from '../../ledger/schema';
import { byCategory, grossProfit, profitRate, totalsOf, withoutTax } from '../figures';
import { footNotes, money, printed, stateText, units, type MonthSheetInput } from './parts';

const { form, field } = words;
const quantity = (name: string): Column => ({
  title: fill(form.quantityOf, { name }),
  width: 14,
  align: 'right',
  noWrap: true,
});
const amount = (title: string): Column => ({ title, width: 21, align: 'right', noWrap: true });
const COLUMNS: readonly Column[] = [
  { title: field.sku, width: 19, noWrap: true },
  { title: field.name, width: 36 },
  { title: field.unit, width: 9, noWrap: true },
  quantity(field.opening),
  amount(field.openingAmount),
  quantity(field.received),
  amount(field.receivedAmount),
  quantity(field.sold),
  amount(field.revenue),
  amount(field.soldCost),
  { title: field.other, width: 14, align: 'right', noWrap: true },
  amount(field.otherAmount),
  quantity(field.closing),
  amount(field.closingAmount),
  amount(field.profit),
  { title: field.rate, width: 13, align: 'right', noWrap: true },
];

/** `31.4%`, or blank without revenue. */
const rate = (share: number | null): string => (share === null ? '' : `${(share * 100).toFixed(1)}%`);

type Sums = Pick<
  MonthLine,
  | 'opening'
  | 'openingAmount'
  | 'received'
  | 'receivedAmount'
  | 'sold'
  | 'revenue'
  | 'soldCost'
  | 'otherOut'
  | 'otherOutAmount'
  | 'closing'
  | 'closingAmount'
>;

function figures(sums: Sums): readonly string[] {
  return [
    units(sums.opening),
    money(sums.openingAmount),
    units(sums.received),
    money(sums.receivedAmount),
    units(sums.sold),
    money(sums.revenue),
    money(sums.soldCost),
    units(0 - sums.otherOut),
    money(0 - sums.otherOutAmount),
    units(sums.closing),
    money(sums.closingAmount),
    money(grossProfit(sums)),
    rate(profitRate(sums)),
  ];
}

/** Form `month-report`. */
export function monthReport({ club, paper, closedBy, withTax }: MonthSheetInput): FormDoc {
  const { month, closed, taxPercent } = paper;
  const gross = printed(paper.lines);
  const lines = withTax ? gross : gross.map((line) => withoutTax(line, taxPercent));
  const groups = byCategory(lines);
  const tables = groups.flatMap(({ category, lines: own, totals }, at): readonly Block[] => [
    { type: 'text', style: 'bold', text: category },
    {
      type: 'table',
      columns: COLUMNS,
      fontSize: 7,
      rows: own.map((line) => [line.sku, `${line.name} ${line.spec}`.trim(), line.unit, ...figures(line)]),
      totals: [
        ['', fill(words.subtotal, { category }), '', ...figures(totals)],
        ...(at === groups.length - 1 ? [['', words.total, '', ...figures(totalsOf(lines))]] : []),
      ],
    },
  ]);
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: form.report,
    subtitle: fill(form.reportSubtitle, {
      month,
      tax: withTax ? form.withTax : fill(form.withoutTax, { percent: taxPercent }),
      state: stateText(paper),
    }),
    reference: month,
    money: true,
    blocks: [
      ...(tables.length > 0 ? tables : [{ type: 'table', columns: COLUMNS, rows: [] } as const]),
      ...footNotes(paper, lines, withTax),
      {
        type: 'signatures',
        lines: [
          { label: form.madeBy, value: closed ? staffText({ name: closedBy, at: closed.at }) : '' },
          { label: form.checkedBy },
        ],
      },
    ],
  };
}
