/** 代收小费登记表, A4 portrait: by receiver, with the receivers' signatures. */
import { formatMoney } from '../../core/money';
import type { Column, FormDoc } from '../../forms/model';
import { amountCell, periodText } from '../../forms/texts';
import type { Signature } from '../../signatures/signature';
import { signatureCell } from '../../signatures/signature';
import { fill } from '../../messages/fill';
import { loans as words } from '../../messages/zh-CN/loans';
import type { ReceiverSum } from '../tip-rows';

/** One tip as printed and exported. */
export interface TipLine {
  readonly no: string;
  readonly day: string;
  readonly time: string;
  readonly receiver: string;
  readonly amount: number;
  readonly tenders: string;
  readonly customer: string;
  readonly clerk: string;
  readonly state: string;
  readonly paidNo: string;
  readonly paidAt: string;
  readonly signature: Signature | null;
  /** Where the paper signature was filed later, or ''. */
  readonly archiveNo: string;
  readonly remark: string;
}

/** Input of the form `tip-register`. */
export interface TipRegisterInput {
  readonly club: string;
  readonly from: string;
  readonly to: string;
  /** What was listed, or '' for the whole period. */
  readonly what: string;
  readonly rows: readonly TipLine[];
  readonly sums: readonly ReceiverSum[];
}

const form = words.form;
const COLUMNS: readonly Column[] = [
  { title: form.index, width: 9, align: 'right', noWrap: true },
  { title: form.receiver, width: 32 },
  { title: form.no, width: 36, noWrap: true },
  { title: form.tipAmount, width: 20, align: 'right', noWrap: true },
  { title: form.tipTenders, width: 18, noWrap: true },
  { title: form.tipCustomer, width: 20 },
  { title: form.paidAt, width: 29, noWrap: true },
  { title: form.receiverSigns, width: 26 },
];

export function tipRegister({ club, from, to, what, rows, sums }: TipRegisterInput): FormDoc {
  const period = periodText(from, to);
  const total = sums.reduce((all, { amount }) => all + amount, 0);
  const waiting = sums.reduce((all, one) => all + one.waiting, 0);
  const ordered = [...rows].sort(
    (a, b) => a.receiver.localeCompare(b.receiver, 'zh-CN') || a.no.localeCompare(b.no),
  );
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.tipRegister,
    subtitle: what === '' ? period : what,
    reference: period,
    money: true,
    blocks: [
      {
        type: 'table',
        columns: COLUMNS,
        rows: ordered.map((row, index) => [
          String(index + 1),
          row.receiver,
          row.no,
          amountCell(row.amount),
          row.tenders,
          row.customer,
          row.paidAt === '' ? row.state : row.paidAt,
          row.signature ? signatureCell(row.signature, row.archiveNo) : '',
        ]),
        ...(rows.length > 0 ? { totals: [['', form.total, '', amountCell(total), '', '', '', '']] } : {}),
      },
      ...(rows.length > 0
        ? [
            { type: 'space', mm: 2 } as const,
            ...sums.map(
              ({ receiver, count, amount, waiting: left }) =>
                ({
                  type: 'text',
                  style: 'small',
                  text: fill(form.sumOf, {
                    receiver,
                    count,
                    amount: formatMoney(amount),
                    waiting: formatMoney(left),
                  }),
                }) as const,
            ),
            {
              type: 'text',
              style: 'bold',
              text: fill(form.waiting, { waiting: formatMoney(waiting) }),
            } as const,
          ]
        : []),
      { type: 'signatures', lines: [{ label: form.preparedBy }, { label: form.checkedBy }] },
    ],
  };
}
