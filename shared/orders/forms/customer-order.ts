/** 客户订货单, A4 portrait (FORMS). */
import type { Column, FormDoc } from '../../forms/model';
import { amountCell } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { orders as words } from '../../messages/zh-CN/orders';
import { staffText } from '../../signatures/signature';
import type { CustomerOrder } from '../schema';

/** Input of the form `customer-order`. */
export interface CustomerOrderInput {
  readonly club: string;
  readonly order: CustomerOrder;
  /** As the role may see it. */
  readonly phone: string;
  /** Name of who took it. */
  readonly by: string;
}

const form = words.form;
const COLUMNS: readonly Column[] = [
  { title: form.index, width: 10, align: 'right', noWrap: true },
  { title: form.name, width: 58 },
  { title: form.spec, width: 36 },
  { title: form.unit, width: 14, noWrap: true },
  { title: form.quantity, width: 16, align: 'right', noWrap: true },
  { title: form.price, width: 22, align: 'right', noWrap: true },
  { title: form.amount, width: 26, align: 'right', noWrap: true },
];

/** A price that is not known yet stays blank. */
const priceCell = (fen: number): string => (fen === 0 ? '' : amountCell(fen));

export function customerOrderForm({ club, order, phone, by }: CustomerOrderInput): FormDoc {
  const { body, day, status, at } = order;
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.customer,
    subtitle: fill(form.no, { no: body.no ?? '' }),
    reference: body.no ?? '',
    blocks: [
      {
        type: 'fields',
        perLine: 2,
        fields: [
          { label: form.customerName, value: body.name },
          { label: form.phone, value: phone },
          { label: form.day, value: day },
          { label: form.neededBy, value: body.neededBy },
          { label: form.state, value: words.customerState[status] },
          { label: form.deposit, value: body.deposit },
          ...(body.remark === '' ? [] : [{ label: form.remark, value: body.remark, wide: true }]),
        ],
      },
      {
        type: 'table',
        columns: COLUMNS,
        rows: body.lines.map(({ name, spec, unit, quantity, price, amount }, index) => [
          String(index + 1),
          name,
          spec,
          unit,
          String(quantity),
          priceCell(price),
          priceCell(amount),
        ]),
        totals: [['', form.total, '', '', '', '', priceCell(body.amount)]],
      },
      {
        type: 'signatures',
        lines: [{ label: form.customerSigns }, { label: form.taken, value: staffText({ name: by, at }) }],
      },
    ],
  };
}
