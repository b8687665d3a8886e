/** 工作单登记表, A4 landscape. */
import type { Column, FormDoc } from '../../forms/model';
import { periodText } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { workOrders as words } from '../../messages/zh-CN/work-orders';
import type { OrderRow } from '../rows';
import { STAGES } from '../state';

/** Input of the form `work-order-register`. */
export interface OrderRegisterInput {
  readonly club: string;
  /** Business days, both included. */
  readonly from: string;
  readonly to: string;
  readonly rows: readonly OrderRow[];
}

const form = words.form;

/** Millimetres; together the printable width of A4 landscape. */
const COLUMNS: readonly Column[] = [
  { title: form.index, width: 9, align: 'right', noWrap: true },
  { title: form.day, width: 18, noWrap: true },
  { title: form.number, width: 31, noWrap: true },
  { title: form.category, width: 16 },
  { title: form.customer, width: 16 },
  { title: form.phone, width: 21, noWrap: true },
  { title: form.summary, width: 44 },
  { title: form.department, width: 24 },
  { title: form.responsible, width: 15 },
  { title: form.due, width: 18 },
  { title: form.done, width: 18 },
  { title: form.late, width: 9, align: 'center' },
  { title: form.extended, width: 12, align: 'center' },
  { title: form.state, width: 17 },
  { title: form.result, width: 15 },
];

function totals(rows: readonly OrderRow[]): string {
  const parts = STAGES.flatMap((stage) => {
    const count = rows.filter((row) => row.stage === stage).length;
    return count === 0 ? [] : [fill(form.totalOf, { state: words.stage[stage], count })];
  });
  return fill(form.totals, { count: rows.length, parts: parts.join('　') });
}

export function orderRegister({ club, from, to, rows }: OrderRegisterInput): FormDoc {
  const period = periodText(from, to);
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: form.register,
    subtitle: period,
    reference: period,
    blocks: [
      {
        type: 'table',
        columns: COLUMNS,
        rows: rows.map((row, index) => [
          String(index + 1),
          row.day,
          row.no,
          row.category,
          row.customer,
          row.phone,
          row.summary,
          row.departments,
          row.responsible,
          row.due.slice(5),
          row.done.slice(5),
          row.late ? form.yes : '',
          row.extended,
          row.state,
          row.result,
        ]),
      },
      ...(rows.length > 0
        ? [{ type: 'space', mm: 2 } as const, { type: 'text', style: 'bold', text: totals(rows) } as const]
        : []),
      { type: 'signatures', lines: [{ label: form.prepared }, { label: form.checked }] },
    ],
  };
}
