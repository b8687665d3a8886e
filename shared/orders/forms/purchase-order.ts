/** 采购订货单, A4 portrait, with the total in figures and 大写 (FORMS). */
import type { Column, FormDoc } from '../../forms/model';
import { amountInWords } from '../../forms/amount-in-words';
import { amountCell } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { orders as words } from '../../messages/zh-CN/orders';
import { staffText } from '../../signatures/signature';
import type { PurchaseState } from '../receipts';
import type { PurchaseOrder } from '../schema';

/** Input of the form `purchase-order`. */
export interface PurchaseOrderInput {
  readonly club: string;
  readonly order: PurchaseOrder;
  readonly state: PurchaseState;
  /** Name of who made it. */
  readonly by: string;
}

const form = words.form;
const COLUMNS: readonly Column[] = [
  { title: form.index, width: 10, align: 'right', noWrap: true },
  { title: form.sku, width: 20, noWrap: true },
  { title: form.name, width: 42 },
  { title: form.spec, width: 24 },
  { title: form.unit, width: 12, noWrap: true },
  { title: form.quantity, width: 15, align: 'right', noWrap: true },
  { title: form.price, width: 19, align: 'right', noWrap: true },
  { title: form.amount, width: 23, align: 'right', noWrap: true },
  { title: form.note, width: 17 },
];

export function purchaseOrderForm({ club, order, state, by }: PurchaseOrderInput): FormDoc {
  const { body, day, at } = order;
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.purchase,
    subtitle: fill(form.no, { no: body.no ?? '' }),
    reference: body.no ?? '',
    money: true,
    blocks: [
      {
        type: 'fields',
        perLine: 2,
        fields: [
          { label: form.supplier, value: body.supplierName },
          { label: form.state, value: words.state[state] },
          { label: form.day, value: day },
          { label: form.expected, value: body.expected },
          ...(body.remark === '' ? [] : [{ label: form.remark, value: body.remark, wide: true }]),
        ],
      },
      {
        type: 'table',
        columns: COLUMNS,
        rows: body.lines.map(({ sku, name, spec, unit, quantity, price, amount }, index) => [
          String(index + 1),
          sku,
          name,
          spec,
          unit,
          String(quantity),
          amountCell(price),
          amountCell(amount),
          '',
        ]),
        totals: [['', form.total, '', '', '', '', '', amountCell(body.amount), '']],
      },
      { type: 'space', mm: 2 },
      {
        type: 'text',
        style: 'bold',
        text: fill(form.totalWords, { words: amountInWords(body.amount) }),
      },
      {
        type: 'signatures',
        lines: [
          { label: form.made, value: staffText({ name: by, at }) },
          { label: form.approved, ...(body.approval ? { value: staffText(body.approval) } : {}) },
        ],
      },
    ],
  };
}
