/** 收费登记表, A4 landscape, with totals per type and tender. */
import { formatMoney } from '../../core/money';
import type { Column, FormDoc } from '../../forms/model';
import { amountCell, periodText } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { fees as words } from '../../messages/zh-CN/fees';
import { ledger } from '../../messages/zh-CN/ledger';
import type { FeeSum } from '../totals';
import type { Tender } from '../../ledger/entries/parts';

/** One fee as printed and exported: texts, and fen. */
export interface FeeLine {
  readonly no: string;
  readonly day: string;
  readonly time: string;
  readonly type: string;
  readonly customer: string;
  readonly phone: string;
  readonly agreementNo: string;
  readonly cardNo: string;
  readonly receiptNo: string;
  readonly amount: number;
  readonly tenders: string;
  readonly invoice: string;
  readonly clerk: string;
  readonly state: string;
  readonly remark: string;
}

/** Input of the form `fee-register`. */
export interface FeeRegisterInput {
  readonly club: string;
  readonly from: string;
  readonly to: string;
  /** Oldest first. */
  readonly rows: readonly FeeLine[];
  readonly byType: readonly FeeSum[];
  readonly byTender: readonly FeeSum[];
  readonly total: number;
  readonly reversed: number;
}

const form = words.form;
const COLUMNS: readonly Column[] = [
  { title: form.index, width: 10, align: 'right', noWrap: true },
  { title: form.no, width: 36, noWrap: true },
  { title: form.day, width: 20, noWrap: true },
  { title: form.time, width: 12, noWrap: true },
  { title: form.type, width: 18 },
  { title: form.customer, width: 24 },
  { title: form.agreementNo, width: 24 },
  { title: form.cardNo, width: 22 },
  { title: form.receiptNo, width: 22 },
  { title: form.amountCell, width: 22, align: 'right', noWrap: true },
  { title: form.tenders, width: 34 },
  { title: form.invoice, width: 24 },
  { title: form.clerk, width: 17, noWrap: true },
  { title: form.state, width: 15, noWrap: true },
];

const sums = (list: readonly FeeSum[], nameOf: (key: string) => string): string =>
  list
    .map(({ key, count, amount }) =>
      fill(form.sumOf, { name: nameOf(key), count, amount: formatMoney(amount) }),
    )
    .join('　');

export function feeRegister(input: FeeRegisterInput): FormDoc {
  const { club, from, to, rows, byType, byTender, total, reversed } = input;
  const period = periodText(from, to);
  const blank = Array.from({ length: 4 }, () => '');
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: form.register,
    subtitle: period,
    reference: period,
    money: true,
    blocks: [
      {
        type: 'table',
        columns: COLUMNS,
        rows: rows.map((row, index) => [
          String(index + 1),
          row.no,
          row.day,
          row.time,
          row.type,
          row.customer,
          row.agreementNo,
          row.cardNo,
          row.receiptNo,
          amountCell(row.amount),
          row.tenders,
          row.invoice,
          row.clerk,
          row.state,
        ]),
        ...(rows.length > 0
          ? {
              totals: [['', form.total, '', '', '', '', '', '', '', amountCell(total), ...blank]],
            }
          : {}),
      },
      ...(rows.length > 0
        ? ([
            { type: 'space', mm: 2 },
            { type: 'text', style: 'bold', text: fill(form.byType, { list: sums(byType, (key) => key) }) },
            {
              type: 'text',
              style: 'bold',
              text: fill(form.byTender, { list: sums(byTender, (key) => ledger.tender[key as Tender]) }),
            },
            ...(reversed > 0
              ? [{ type: 'text', text: fill(form.reversedCount, { count: reversed }) } as const]
              : []),
          ] as const)
        : []),
      { type: 'signatures', lines: [{ label: form.preparedBy }, { label: form.checkedBy }] },
    ],
  };
}
