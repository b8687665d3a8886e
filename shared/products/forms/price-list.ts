/** 价目表: what everything costs from a day on, by category (FORMS). */
import type { Block, Column, FormDoc } from '../../forms/model';
import { amountCell } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { products as words } from '../../messages/zh-CN/products';
import type { PriceLabel } from './price-labels';

export interface PriceListRow extends Omit<PriceLabel, 'shelf'> {
  readonly sku: string;
  readonly category: string;
  /** `箱×12 1,440.00`, '' where it is not sold by the pack. */
  readonly pack: string;
}

/** Input of the form `price-list`. */
export interface PriceListInput {
  readonly club: string;
  /** Business day whose prices it shows. */
  readonly day: string;
  readonly rows: readonly PriceListRow[];
}

const { field, form } = words;

/** Millimetres, the printable width of A4 portrait. */
const COLUMNS: readonly Column[] = [
  { title: field.sku, width: 20, noWrap: true },
  { title: field.name, width: 40 },
  { title: field.spec, width: 26 },
  { title: field.unit, width: 12, align: 'center', noWrap: true },
  { title: form.price, width: 20, align: 'right', noWrap: true },
  { title: form.memberPrice, width: 24, align: 'right', noWrap: true },
  { title: form.pack, width: 26, align: 'right', noWrap: true },
  { title: field.barcode, width: 30, noWrap: true },
];

/** A4 portrait; a table for each category. */
export function priceList({ club, day, rows }: PriceListInput): FormDoc {
  const categories = [...new Set(rows.map(({ category }) => category))];
  const tables = categories.flatMap((category): readonly Block[] => [
    { type: 'text', style: 'heading', text: category },
    {
      type: 'table',
      columns: COLUMNS,
      rows: rows
        .filter((row) => row.category === category)
        .map(({ sku, name, spec, unit, price, memberPrice, pack, code }) => [
          sku,
          name,
          spec,
          unit,
          amountCell(price),
          memberPrice === null ? '' : amountCell(memberPrice),
          pack,
          code === sku ? '' : code,
        ]),
    },
  ]);
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.list,
    subtitle: fill(form.effective, { day }),
    reference: day,
    blocks: [
      ...(tables.length > 0 ? tables : [{ type: 'table', columns: COLUMNS, rows: [] } as const]),
      { type: 'space', mm: 2 },
      { type: 'text', style: 'small', text: fill(form.listFoot, { count: rows.length }) },
      { type: 'signatures', lines: [{ label: form.preparedBy }, { label: form.checkedBy }] },
    ],
  };
}
