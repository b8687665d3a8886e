/** 入库单 and 出库单 (报损·领用·退供应商·调拨), A4 portrait (FORMS). */
import type { Block, Column, FormDoc } from '../../forms/model';
import { amountInWords } from '../../forms/amount-in-words';
import { amountCell, dateTimeCell } from '../../forms/texts';
import type { GoodsReceived, OtherOut, ReceivedLine, Transfer } from '../../ledger/entries/stock';
import type { Reversal } from '../../ledger/schema';
import { fill } from '../../messages/fill';
import { ledger } from '../../messages/zh-CN/ledger';
import { stock as words } from '../../messages/zh-CN/stock';
import { staffText } from '../../signatures/signature';
import { sumOf } from '../lines';

export type StockEntry = GoodsReceived | OtherOut | Transfer;

/** Input of the form `stock-voucher`. */
export interface StockVoucherInput {
  readonly club: string;
  readonly entry: StockEntry;
  /** Name of who made it. */
  readonly by: string;
  readonly reversal: Reversal | null;
}

const form = words.form;
const COLUMNS: readonly Column[] = [
  { title: form.index, width: 10, align: 'right', noWrap: true },
  { title: form.sku, width: 20, noWrap: true },
  { title: form.name, width: 46 },
  { title: form.spec, width: 26 },
  { title: form.unit, width: 12, noWrap: true },
  { title: form.quantity, width: 16, align: 'right', noWrap: true },
  { title: form.price, width: 20, align: 'right', noWrap: true },
  { title: form.amount, width: 24, align: 'right', noWrap: true },
];

type Field = readonly [label: string, value: string];

interface Content {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly lines: readonly (Omit<ReceivedLine, 'price' | 'amount'> &
    Partial<Pick<ReceivedLine, 'price' | 'amount'>>)[];
  readonly priced: boolean;
  readonly lead: string;
}

function contentOf(entry: StockEntry): Content {
  switch (entry.kind) {
    case 'goodsReceived': {
      const { source, supplierName, orderNo, deliveryNote, location, lines } = entry.body;
      return {
        title: source === 'opening' ? form.openingIn : form.in,
        fields: [
          [form.supplier, supplierName],
          [form.order, orderNo],
          [form.deliveryNote, deliveryNote],
          [form.location, location],
        ],
        lines,
        priced: true,
        lead: '',
      };
    }
    case 'otherOut': {
      const { reason, counterpart, location, lines, approval } = entry.body;
      const back = reason === 'supplierReturn';
      return {
        title: fill(form.reasonOut, { reason: ledger.move[reason] }),
        fields: [
          [back ? form.supplier : form.counterpart, counterpart],
          [form.location, location],
        ],
        lines,
        priced: back,
        lead: approval ? staffText(approval) : '',
      };
    }
    case 'transfer': {
      const { from, to, lines } = entry.body;
      return {
        title: form.transferOut,
        fields: [
          [form.from, from],
          [form.to, to],
        ],
        lines,
        priced: false,
        lead: '',
      };
    }
  }
}

export function stockVoucher({ club, entry, by, reversal }: StockVoucherInput): FormDoc {
  const { title, fields, lines, priced, lead } = contentOf(entry);
  const columns: readonly Column[] = priced
    ? COLUMNS
    : [...COLUMNS.slice(0, 6), { title: form.why, width: 44 }];
  const total = sumOf(lines.map(({ amount = 0 }) => ({ amount })));
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const { remark } = entry.body;
  const blocks: readonly Block[] = [
    {
      type: 'fields',
      perLine: 2,
      fields: [
        ...[...fields, [form.time, dateTimeCell(entry.at)] as const].map(([label, value]) => ({
          label,
          value,
        })),
        ...(priced && remark !== '' ? [{ label: form.remark, value: remark, wide: true }] : []),
      ],
    },
    {
      type: 'table',
      columns,
      rows: lines.map(({ sku, name, spec, unit, quantity, price = 0, amount = 0 }, index) => [
        String(index + 1),
        sku,
        name,
        spec,
        unit,
        String(quantity),
        ...(priced ? [amountCell(price), amountCell(amount)] : [remark]),
      ]),
      totals: [['', form.total, '', '', '', String(units), ...(priced ? ['', amountCell(total)] : [''])]],
    },
    ...(priced
      ? [
          { type: 'space', mm: 2 } as const,
          {
            type: 'text',
            style: 'bold',
            text: fill(form.totalWords, { words: amountInWords(total) }),
          } as const,
        ]
      : []),
    {
      type: 'signatures',
      lines: [
        { label: form.by, value: staffText({ name: by, at: entry.at }) },
        { label: form.lead, ...(lead === '' ? {} : { value: lead }) },
      ],
    },
  ];
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: reversal ? `${title}　${form.reversed}` : title,
    subtitle: fill(form.no, { no: entry.body.no ?? '' }),
    reference: entry.body.no ?? '',
    money: true,
    blocks,
  };
}
