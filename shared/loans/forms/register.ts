/** 押金租借登记表, A4 landscape. */
import { formatMoney } from '../../core/money';
import type { Column, FormDoc } from '../../forms/model';
import { amountCell, periodText } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { loans as words } from '../../messages/zh-CN/loans';
import type { LoanSums } from '../rows';

/** One loan as printed and exported: texts, and fen (null: not returned yet). */
export interface LoanLine {
  readonly no: string;
  readonly day: string;
  readonly time: string;
  readonly thing: string;
  readonly customer: string;
  readonly phone: string;
  readonly amount: number;
  readonly rental: number;
  readonly tenders: string;
  readonly backBy: string;
  readonly returnNo: string;
  readonly returnedAt: string;
  readonly returned: number | null;
  readonly kept: number | null;
  readonly reason: string;
  readonly lateFee: number | null;
  readonly clerk: string;
  readonly state: string;
  readonly remark: string;
}

/** Input of the form `loan-register`. */
export interface LoanRegisterInput {
  readonly club: string;
  readonly from: string;
  readonly to: string;
  /** What was listed: `在外`, `逾期`, …, or '' for the whole period. */
  readonly what: string;
  /** Oldest first. */
  readonly rows: readonly LoanLine[];
  readonly sums: LoanSums;
}

const form = words.form;
const COLUMNS: readonly Column[] = [
  { title: form.index, width: 10, align: 'right', noWrap: true },
  { title: form.no, width: 36, noWrap: true },
  { title: form.day, width: 20, noWrap: true },
  { title: form.time, width: 12, noWrap: true },
  { title: form.thing, width: 34 },
  { title: form.customer, width: 20 },
  { title: form.phone, width: 25, noWrap: true },
  { title: form.amountCell, width: 18, align: 'right', noWrap: true },
  { title: form.rental, width: 15, align: 'right', noWrap: true },
  { title: form.backBy, width: 29, noWrap: true },
  { title: form.returnedAt, width: 29, noWrap: true },
  { title: form.returnedCell, width: 18, align: 'right', noWrap: true },
  { title: form.keptCell, width: 16, align: 'right', noWrap: true },
  { title: form.lateFeeCell, width: 15, align: 'right', noWrap: true },
  { title: form.clerk, width: 16, noWrap: true },
  { title: form.state, width: 14, noWrap: true },
];

/** Nothing where nothing was charged or kept. */
const unlessNone = (fen: number | null): string => (fen === null || fen === 0 ? '' : amountCell(fen));

export function loanRegister({ club, from, to, what, rows, sums }: LoanRegisterInput): FormDoc {
  const period = periodText(from, to);
  const lateFees = rows.reduce((sum, { lateFee }) => sum + (lateFee ?? 0), 0);
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: form.register,
    subtitle: what === '' ? period : what,
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
          row.thing,
          row.customer,
          row.phone,
          unlessNone(row.amount),
          unlessNone(row.rental),
          row.backBy,
          row.returnedAt,
          row.returned === null ? '' : amountCell(row.returned),
          unlessNone(row.kept),
          unlessNone(row.lateFee),
          row.clerk,
          row.state,
        ]),
        ...(rows.length > 0
          ? {
              totals: [
                [
                  '',
                  form.total,
                  '',
                  '',
                  '',
                  '',
                  '',
                  amountCell(sums.taken),
                  amountCell(sums.charged - lateFees),
                  '',
                  '',
                  amountCell(sums.returned),
                  amountCell(sums.kept),
                  amountCell(lateFees),
                  '',
                  '',
                ],
              ],
            }
          : {}),
      },
      ...(rows.length > 0
        ? [
            { type: 'space', mm: 2 } as const,
            {
              type: 'text',
              style: 'bold',
              text: fill(form.held, { held: formatMoney(sums.held), charged: formatMoney(sums.charged) }),
            } as const,
          ]
        : []),
      { type: 'signatures', lines: [{ label: form.preparedBy }, { label: form.checkedBy }] },
    ],
  };
}
