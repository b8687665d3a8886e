/** 押金单 and 退还单: half a page twice (FORMS). */
import { formatMoney } from '../../core/money';
import { amountInWords } from '../../forms/amount-in-words';
import type { FormDoc } from '../../forms/model';
import { dateTimeCell } from '../../forms/texts';
import type { DepositReturnedBody, DepositTakenBody } from '../../ledger/entries/money';
import { loans as words } from '../../messages/zh-CN/loans';
import { signatureCell, staffText } from '../../signatures/signature';
import { backByText, customerText, paymentsText, thingText } from './texts';

/** Input of the form `loan-slip`. */
export interface LoanSlipInput {
  readonly club: string;
  readonly body: DepositTakenBody;
  /** ISO instant of the act. */
  readonly at: string;
  readonly clerk: string;
  /** As this print shows it: masked or not. */
  readonly phone: string;
  /** Where the paper signature was filed later, or ''. */
  readonly archiveNo: string;
  readonly reprint: boolean;
  readonly reversed: boolean;
}

/** Input of the form `loan-return`. */
export interface ReturnSlipInput extends Omit<LoanSlipInput, 'body' | 'reversed'> {
  readonly taken: DepositTakenBody;
  readonly body: DepositReturnedBody;
}

const form = words.form;
const paper = { size: 'A4-half', copies: [form.stub, form.customerCopy] } as const;

const marks = (...list: readonly (string | false)[]): string =>
  list
    .filter((mark): mark is string => mark !== false)
    .map((mark) => `　〔${mark}〕`)
    .join('');

export function loanSlip({
  club,
  body,
  at,
  clerk,
  phone,
  archiveNo,
  reprint,
  reversed,
}: LoanSlipInput): FormDoc {
  const { no = '', amount, rental } = body;
  return {
    paper,
    club,
    title: amount > 0 ? form.loan : form.loanFree,
    subtitle: `${no}　${dateTimeCell(at)}${marks(reprint && form.reprinted, reversed && form.reversed)}`,
    ...(no === '' ? {} : { reference: no }),
    money: true,
    blocks: [
      {
        type: 'fields',
        perLine: 2,
        fields: [
          { label: form.customer, value: customerText(body.customer) },
          { label: form.phone, value: phone },
          { label: form.item, value: words.item[body.item] },
          { label: form.itemNo, value: body.itemNo },
          ...(body.description === ''
            ? []
            : [{ label: form.description, value: body.description, wide: true }]),
          { label: form.amount, value: formatMoney(amount) },
          { label: form.rental, value: rental === 0 ? '' : formatMoney(rental) },
          { label: form.inWords, value: amountInWords(amount), wide: true },
          { label: form.tenders, value: paymentsText(body.payments), wide: true },
          { label: form.backBy, value: backByText(body.backBy), wide: true },
          ...(body.remark === '' ? [] : [{ label: form.remark, value: body.remark, wide: true }]),
        ],
      },
      ...(amount > 0 ? [{ type: 'text', style: 'small', text: form.loanNote } as const] : []),
      {
        type: 'signatures',
        lines: [
          {
            label: form.customerSigns,
            ...(body.signature ? { value: signatureCell(body.signature, archiveNo) } : {}),
          },
          { label: form.clerk, value: clerk },
        ],
      },
    ],
  };
}

export function returnSlip({
  club,
  taken,
  body,
  at,
  clerk,
  phone,
  archiveNo,
  reprint,
}: ReturnSlipInput): FormDoc {
  const { no = '', returned, kept, reason, lateFee, approval } = body;
  const late = lateFee === 0 ? form.noneKept : `${formatMoney(lateFee)}　${paymentsText(body.charged)}`;
  return {
    paper,
    club,
    title: form.returned,
    subtitle: `${no}　${dateTimeCell(at)}${marks(reprint && form.reprinted)}`,
    ...(no === '' ? {} : { reference: no }),
    money: true,
    blocks: [
      {
        type: 'fields',
        perLine: 2,
        fields: [
          { label: form.loanOf, value: body.ofNo },
          { label: form.backBy, value: backByText(taken.backBy) },
          { label: form.customer, value: customerText(taken.customer) },
          { label: form.phone, value: phone },
          { label: form.thing, value: thingText(taken), wide: true },
          { label: form.amount, value: formatMoney(taken.amount) },
          { label: form.returnedAmount, value: formatMoney(returned) },
          { label: form.returnedWords, value: amountInWords(returned), wide: true },
          { label: form.waysBack, value: paymentsText(body.payments), wide: true },
          {
            label: form.kept,
            value: kept === 0 ? form.noneKept : `${formatMoney(kept)}　${reason}`,
            wide: true,
          },
          { label: form.lateFee, value: late, wide: true },
        ],
      },
      {
        type: 'signatures',
        lines: [
          {
            label: form.customerSigns,
            ...(body.signature ? { value: signatureCell(body.signature, archiveNo) } : {}),
          },
          { label: form.clerk, value: clerk },
          ...(approval ? [{ label: form.leadSigns, value: staffText(approval) }] : []),
        ],
      },
    ],
  };
}
