/** 销售小票 and 退货小票: 80 mm for the counter, A4 on request (FORMS). */
import { formatMoney } from '../../core/money';
import { amountInWords } from '../../forms/amount-in-words';
import type { Block, Column, FormDoc } from '../../forms/model';
import { amountCell, dateTimeCell } from '../../forms/texts';
import type { Payment } from '../../ledger/entries/parts';
import type { Refund, Sale } from '../../ledger/entries/sales';
import { fill } from '../../messages/fill';
import { ledger } from '../../messages/zh-CN/ledger';
import { sales as words } from '../../messages/zh-CN/sales';

/** Input of the forms `sale-receipt` and `sale-receipt-80`. */
export interface SaleReceiptInput {
  readonly club: string;
  readonly entry: Pick<Sale | Refund, 'kind' | 'at' | 'body'>;
  readonly clerk: string;
  /** Printed before. */
  readonly reprint: boolean;
}

const form = words.form;

const tenderLine = ({ tender, amount, ref }: Payment): string =>
  `${ledger.tender[tender]} ${formatMoney(amount)}${ref && `（${ref}）`}`;

const ROLL: readonly Column[] = [
  { title: form.name, width: 34 },
  { title: form.quantity, width: 10, align: 'right', noWrap: true },
  { title: form.price, width: 14, align: 'right', noWrap: true },
  { title: form.amount, width: 16, align: 'right', noWrap: true },
];

const SHEET: readonly Column[] = [
  { title: form.index, width: 10, align: 'right', noWrap: true },
  { title: form.sku, width: 24, noWrap: true },
  { title: form.name, width: 70 },
  { title: form.unit, width: 14 },
  { title: form.quantity, width: 18, align: 'right', noWrap: true },
  { title: form.price, width: 24, align: 'right', noWrap: true },
  { title: form.amount, width: 26, align: 'right', noWrap: true },
];

interface Row {
  readonly sku: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: number;
  readonly amount: number;
  readonly gift: boolean;
}

function rowsOf({ kind, body }: SaleReceiptInput['entry']): readonly Row[] {
  const lines: readonly (Omit<Row, 'gift'> & {
    readonly spec: string;
    readonly share?: number;
    readonly gift?: boolean;
  })[] = kind === 'sale' ? (body as Sale['body']).lines : (body as Refund['body']).lines;
  // What is off the whole sale stands under the lines.
  return lines.map(({ sku, name, spec, unit, quantity, amount, share = 0, gift = false }) => ({
    sku,
    name: [name, spec].filter(Boolean).join(' ') + (gift ? `（${form.gift}）` : ''),
    unit,
    quantity,
    amount: amount + share,
    gift,
  }));
}

/** Price of one unit less what is off its line; '' where it does not come out to the fen. */
const unitCell = ({ amount, quantity }: Row): string =>
  amount % quantity === 0 ? amountCell(amount / quantity) : '';

/** Off the whole sale, fen. */
const offOf = ({ kind, body }: SaleReceiptInput['entry']): number =>
  kind === 'sale' ? (body as Sale['body']).discount + (body as Sale['body']).rounding : 0;

function summary({ kind, body }: SaleReceiptInput['entry']): readonly string[] {
  const { payments, total } = body;
  const cash = payments.find(({ given, amount }) => given > amount);
  return [
    fill(kind === 'sale' ? form.total : form.totalBack, { amount: formatMoney(total) }),
    payments.map(tenderLine).join('　'),
    ...(cash
      ? [fill(form.change, { given: formatMoney(cash.given), change: formatMoney(cash.given - cash.amount) })]
      : []),
  ].filter(Boolean);
}

function head({
  club,
  entry,
  reprint,
}: SaleReceiptInput): Pick<FormDoc, 'club' | 'title' | 'subtitle' | 'reference' | 'money'> {
  const { no = '' } = entry.body;
  const mark = reprint ? `　〔${form.reprinted}〕` : '';
  return {
    club,
    title: entry.kind === 'sale' ? form.receipt : form.refundReceipt,
    subtitle: `${no}　${dateTimeCell(entry.at)}${mark}`,
    ...(no ? { reference: no } : {}),
    money: true,
  };
}

const refundOf = ({ kind, body }: SaleReceiptInput['entry']): readonly Block[] =>
  kind === 'refund'
    ? [{ type: 'text', style: 'small', text: fill(form.of, { no: (body as Refund['body']).saleNo }) }]
    : [];

/** For the receipt printer. */
export function saleReceiptRoll(input: SaleReceiptInput): FormDoc {
  const { entry, clerk } = input;
  const off = offOf(entry);
  return {
    ...head(input),
    paper: { size: 'roll-80' },
    blocks: [
      ...refundOf(entry),
      {
        type: 'table',
        columns: ROLL,
        rows: rowsOf(entry).map((row) => [
          row.name,
          String(row.quantity),
          unitCell(row),
          amountCell(row.amount),
        ]),
      },
      ...[...(off > 0 ? [fill(form.off, { amount: formatMoney(off) })] : []), ...summary(entry)].map(
        (text): Block => ({ type: 'text', style: 'bold', align: 'right', text }),
      ),
      { type: 'text', style: 'small', text: fill(form.clerk, { name: clerk }) },
      { type: 'text', style: 'small', align: 'center', text: form.notInvoice },
    ],
  };
}

/** On A4, with the amount in words and signatures. */
export function saleReceipt(input: SaleReceiptInput): FormDoc {
  const { entry, clerk } = input;
  const { body, kind } = entry;
  const off = offOf(entry);
  const customer = kind === 'sale' ? (body as Sale['body']).customer : null;
  const blocks: Block[] = [
    ...refundOf(entry),
    ...(customer && customer.name !== ''
      ? [{ type: 'text', text: fill(form.customer, { name: customer.name }) } as const]
      : []),
    {
      type: 'table',
      columns: SHEET,
      rows: rowsOf(entry).map((row, at) => [
        String(at + 1),
        row.sku,
        row.name,
        row.unit,
        String(row.quantity),
        unitCell(row),
        amountCell(row.amount),
      ]),
      totals: [
        ...(off > 0 ? [['', '', form.less, '', '', '', amountCell(-off)]] : []),
        ['', '', form.sum, '', '', '', amountCell(body.total)],
      ],
      fillTo: 8,
    },
    { type: 'text', style: 'bold', text: fill(form.inWords, { words: amountInWords(body.total) }) },
    ...summary(entry).map((text): Block => ({ type: 'text', text })),
    { type: 'text', style: 'small', text: form.notInvoice },
    { type: 'signatures', lines: [{ label: form.cashier, value: clerk }, { label: form.customerSigns }] },
  ];
  return { ...head(input), paper: { size: 'A4', orientation: 'portrait' }, blocks };
}
