/** 月度库存盘点表, A4 landscape (FORMS): book and count per product, by category, signed by counter, lead and finance. */
import type { Block, Column, FormDoc } from '../../forms/model';
import { dateTimeCell } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { monthEnd as words } from '../../messages/zh-CN/month-end';
import { staffText } from '../../signatures/signature';
import type { MonthLine } from '../../ledger/schema';
import { bookQuantity, byCategory, differenceAtCost, differenceAtPrice, otherIn, totalsOf } from '../figures';
import { cost4, footNotes, money, printed, stateText, units, type MonthSheetInput } from './parts';

const { form, field } = words;
const COLUMNS: readonly Column[] = [
  { title: form.index, width: 9, align: 'right', noWrap: true },
  { title: field.sku, width: 19, noWrap: true },
  { title: field.name, width: 31 },
  { title: field.spec, width: 17 },
  { title: field.unit, width: 9, noWrap: true },
  { title: field.opening, width: 12, align: 'right', noWrap: true },
  { title: field.received, width: 12, align: 'right', noWrap: true },
  { title: field.sold, width: 12, align: 'right', noWrap: true },
  { title: field.other, width: 14, align: 'right', noWrap: true },
  { title: field.book, width: 13, align: 'right', noWrap: true },
  { title: field.counted, width: 13, align: 'right', noWrap: true },
  { title: field.gain, width: 10, align: 'right', noWrap: true },
  { title: field.loss, width: 10, align: 'right', noWrap: true },
  { title: field.unitCost, width: 18, align: 'right', noWrap: true },
  { title: field.atCost, width: 19, align: 'right', noWrap: true },
  { title: field.atPrice, width: 19, align: 'right', noWrap: true },
  { title: field.reason, width: 20 },
  { title: field.treatment, width: 20 },
];

function rowOf(line: MonthLine, index: number): readonly string[] {
  return [
    String(index),
    line.sku,
    line.name,
    line.spec,
    line.unit,
    units(line.opening),
    units(line.received),
    units(line.sold),
    units(otherIn(line)),
    bookQuantity(line).toLocaleString('en-US'),
    line.counted === null ? '' : line.counted.toLocaleString('en-US'),
    units(Math.max(0, line.adjusted)),
    units(Math.max(0, 0 - line.adjusted)),
    cost4(line.unitCost),
    money(differenceAtCost(line)),
    money(differenceAtPrice(line)),
    line.reason,
    line.treatment,
  ];
}

function totalRow(title: string, lines: readonly MonthLine[]): readonly string[] {
  const sums = totalsOf(lines);
  return [
    '',
    '',
    title,
    '',
    '',
    units(sums.opening),
    units(sums.received),
    units(sums.sold),
    units(sums.otherIn),
    units(sums.book),
    lines.some(({ counted }) => counted !== null) ? sums.counted.toLocaleString('en-US') : '',
    units(sums.gain),
    units(sums.loss),
    '',
    money(sums.differenceAtCost),
    money(sums.differenceAtPrice),
    '',
    '',
  ];
}

/** Form `month-stocktake`; always with tax, since the difference at price is. */
export function stocktakeSheet({ club, paper, closedBy }: MonthSheetInput): FormDoc {
  const { month, count, closed } = paper;
  const lines = printed(paper.lines);
  let index = 0;
  const groups = byCategory(lines);
  const tables = groups.flatMap(({ category, lines: own }, at): readonly Block[] => [
    { type: 'text', style: 'bold', text: category },
    {
      type: 'table',
      columns: COLUMNS,
      fontSize: 7,
      rows: own.map((line) => rowOf(line, (index += 1))),
      totals: [
        totalRow(fill(words.subtotal, { category }), own),
        ...(at === groups.length - 1 ? [totalRow(words.total, lines)] : []),
      ],
    },
  ]);
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: form.stocktake,
    subtitle: fill(form.subtitle, {
      month,
      time: count ? dateTimeCell(count.at) : form.noCount,
      state: stateText(paper),
    }),
    reference: month,
    money: true,
    blocks: [
      ...(tables.length > 0 ? tables : [{ type: 'table', columns: COLUMNS, rows: [] } as const]),
      ...footNotes(paper, lines, true),
      {
        type: 'signatures',
        lines: [
          { label: form.counter, value: count?.counter ?? '' },
          { label: form.supervisor, value: count?.supervisor ?? '' },
          { label: form.finance, value: closed ? staffText({ name: closedBy, at: closed.at }) : '' },
        ],
      },
    ],
  };
}
