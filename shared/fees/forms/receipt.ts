/** 收费收据: half a page twice (存根联, 客户联), or 80 mm paper (FORMS). */
import { formatMoney } from '../../core/money';
import { amountInWords } from '../../forms/amount-in-words';
import type { Block, FormDoc } from '../../forms/model';
import { dateTimeCell } from '../../forms/texts';
import type { FeeBody } from '../../ledger/entries/fees';
import type { Invoice, Payment } from '../../ledger/entries/parts';
import { fill } from '../../messages/fill';
import { fees as words } from '../../messages/zh-CN/fees';
import { ledger } from '../../messages/zh-CN/ledger';

/** Input of the forms `fee-receipt` and `fee-receipt-80`. */
export interface FeeReceiptInput {
  readonly club: string;
  readonly body: FeeBody;
  /** ISO instant of the act. */
  readonly at: string;
  /** Name of who took the money. */
  readonly clerk: string;
  /** The invoice as it stands now. */
  readonly invoice: Invoice;
  /** Printed before. */
  readonly reprint: boolean;
  readonly reversed: boolean;
}

const form = words.form;

/** `微信 ¥300.00（4417）、现金 ¥200.00`. */
export function paymentsText(payments: readonly Payment[]): string {
  return payments
    .map(({ tender, amount, ref }) => `${ledger.tender[tender]} ${formatMoney(amount)}${ref && `（${ref}）`}`)
    .join('、');
}

/** `已开票 12345678 青岛某公司`. */
export function invoiceText({ state, number, title }: Invoice): string {
  return [ledger.invoice.state[state], number, title].filter(Boolean).join('　');
}

function changeText(payments: readonly Payment[]): string {
  const cash = payments.find(({ given, amount }) => given > amount);
  if (!cash) return '';
  return fill(form.given, { given: formatMoney(cash.given), change: formatMoney(cash.given - cash.amount) });
}

const customerText = ({ name, memberNo }: FeeBody['customer']): string =>
  memberNo === '' ? name : `${name}（${memberNo}）`;

const marks = ({ reprint, reversed }: FeeReceiptInput): string =>
  [reprint && form.reprinted, reversed && form.reversed]
    .filter(Boolean)
    .map((mark) => `　〔${mark}〕`)
    .join('');

const head = (
  input: FeeReceiptInput,
): Pick<FormDoc, 'club' | 'title' | 'subtitle' | 'reference' | 'money'> => ({
  club: input.club,
  title: form.receipt,
  subtitle: `${input.body.no ?? ''}　${dateTimeCell(input.at)}${marks(input)}`,
  ...(input.body.no ? { reference: input.body.no } : {}),
  money: true,
});

export function feeReceipt(input: FeeReceiptInput): FormDoc {
  const { body, clerk, invoice } = input;
  const tenders = [paymentsText(body.payments), changeText(body.payments)].filter(Boolean).join('　');
  const blocks: Block[] = [
    {
      type: 'fields',
      perLine: 2,
      fields: [
        { label: form.type, value: body.type },
        { label: form.customer, value: customerText(body.customer) },
        { label: form.agreementNo, value: body.agreementNo },
        { label: form.cardNo, value: body.cardNo },
        { label: form.amount, value: formatMoney(body.amount) },
        { label: form.receiptNo, value: body.receiptNo },
        { label: form.amountWords, value: amountInWords(body.amount), wide: true },
        { label: form.tenders, value: tenders, wide: true },
        { label: form.invoice, value: invoiceText(invoice), wide: true },
        ...(body.remark === '' ? [] : [{ label: form.remark, value: body.remark, wide: true }]),
      ],
    },
    { type: 'text', style: 'bold', align: 'center', text: form.notInvoice },
    {
      type: 'signatures',
      lines: [{ label: form.clerk, value: clerk }, { label: form.customerSigns }, { label: form.seal }],
    },
  ];
  return {
    ...head(input),
    paper: { size: 'A4-half', copies: [form.stub, form.customerCopy] },
    blocks,
  };
}

/** For the receipt printer. */
export function feeReceiptRoll(input: FeeReceiptInput): FormDoc {
  const { body, clerk, invoice } = input;
  const fields = [
    { label: form.type, value: body.type },
    { label: form.customer, value: customerText(body.customer) },
    { label: form.agreementNo, value: body.agreementNo },
    { label: form.cardNo, value: body.cardNo },
    { label: form.amount, value: formatMoney(body.amount) },
    { label: form.amountWords, value: amountInWords(body.amount) },
    { label: form.tenders, value: paymentsText(body.payments) },
    { label: form.invoice, value: invoiceText(invoice) },
    { label: form.clerk, value: clerk },
  ].filter(({ value }) => value !== '');
  const change = changeText(body.payments);
  return {
    ...head(input),
    paper: { size: 'roll-80' },
    blocks: [
      { type: 'fields', perLine: 1, fields },
      ...(change === '' ? [] : [{ type: 'text', text: change } as const]),
      { type: 'text', style: 'bold', align: 'center', text: form.notInvoice },
    ],
  };
}
