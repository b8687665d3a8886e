/** 款项上交单, half a page twice: which sessions' money and slips went to finance (FORMS). */
import { formatMoney } from '../../core/money';
import { civil } from '../../core/time';
import { amountInWords } from '../../forms/amount-in-words';
import type { Column, FormDoc } from '../../forms/model';
import { amountCell, dateTimeCell } from '../../forms/texts';
import type { DepositBody } from '../../ledger/entries/tills';
import { fill } from '../../messages/fill';
import { deposits as words } from '../../messages/zh-CN/deposits';
import { ledger } from '../../messages/zh-CN/ledger';
import { signatureCell, staffText } from '../../signatures/signature';

/** Input of the form `deposit-slip`. */
export interface DepositSlipInput {
  readonly club: string;
  readonly body: DepositBody;
  readonly desk: string;
  readonly at: string;
  /** Who handed on. */
  readonly giver: string;
  /** Where the paper signature was filed, or ''. */
  readonly archiveNo: string;
}

const form = words.form;
const number = { align: 'right', noWrap: true } as const;
const COLUMNS: readonly Column[] = [
  { title: form.day, width: 24, noWrap: true },
  { title: form.shift, width: 18, noWrap: true },
  { title: form.session, width: 42, noWrap: true },
  { title: form.tender, width: 24, noWrap: true },
  { title: form.amount, width: 30, ...number },
  { title: form.slips, width: 20, ...number },
  { title: form.left, width: 28, ...number },
];

export function depositSlip({ club, body, desk, at, giver, archiveNo }: DepositSlipInput): FormDoc {
  const { lines, total, receiver, bankSlipNo, reason, remark } = body;
  const slips = lines.reduce((sum, line) => sum + line.slips, 0);
  const filed = receiver.mode === 'paper' && receiver.archiveNo !== '' ? receiver.archiveNo : archiveNo;
  return {
    paper: { size: 'A4-half', copies: [form.ours, form.theirs] },
    club,
    title: form.slip,
    subtitle: fill(form.head, { no: body.no ?? '', desk, time: dateTimeCell(at) }),
    ...(body.no ? { reference: body.no } : {}),
    money: true,
    blocks: [
      {
        type: 'table',
        columns: COLUMNS,
        rows: lines.map((line) => [
          line.day,
          line.shift,
          line.sessionNo,
          ledger.tender[line.tender],
          amountCell(line.amount),
          line.slips === 0 ? '' : String(line.slips),
          line.left === 0 ? '' : amountCell(line.left),
        ]),
        totals: [[form.total, '', '', '', amountCell(total), slips === 0 ? '' : String(slips), '']],
      },
      {
        type: 'fields',
        perLine: 2,
        fields: [
          { label: form.inWords, value: amountInWords(total) },
          { label: form.inFigures, value: formatMoney(total) },
          { label: form.bankSlipNo, value: bankSlipNo || form.none },
          { label: form.remark, value: [reason, remark].filter(Boolean).join('；') },
        ],
      },
      {
        type: 'signatures',
        lines: [
          { label: form.giver, value: staffText({ name: giver, at }), date: civil(at).slice(0, 10) },
          {
            label: form.receiver,
            value: signatureCell(receiver, filed),
            date:
              receiver.mode === 'later' || (receiver.mode === 'paper' && filed === '')
                ? ''
                : civil(receiver.at).slice(0, 10),
          },
        ],
      },
    ],
  };
}
