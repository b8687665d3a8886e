/** 现金月报, A4 landscape: each session of a month with its tenders, difference and what finance got (FORMS). */
import type { Column, FormDoc } from '../../forms/model';
import { amountCell } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { deposits as words } from '../../messages/zh-CN/deposits';
import { ledger } from '../../messages/zh-CN/ledger';
import { cashTotals, type CashDay, type CashRow } from '../cash-month';

/** Input of the form `cash-month`. */
export interface CashMonthInput {
  readonly club: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly days: readonly CashDay[];
}

const form = words.form;
const amount = (title: string, width = 24): Column => ({ title, width, align: 'right', noWrap: true });

/** Transfers and vouchers share a column: both are paper for finance. */
export const CASH_COLUMNS = [
  { title: ledger.tender.cash, of: (row: Pick<CashRow, 'taken'>) => row.taken.cash ?? 0 },
  { title: ledger.tender.card, of: (row: Pick<CashRow, 'taken'>) => row.taken.card ?? 0 },
  { title: ledger.tender.wechat, of: (row: Pick<CashRow, 'taken'>) => row.taken.wechat ?? 0 },
  { title: ledger.tender.alipay, of: (row: Pick<CashRow, 'taken'>) => row.taken.alipay ?? 0 },
  {
    title: form.otherTenders,
    of: (row: Pick<CashRow, 'taken'>) => (row.taken.transfer ?? 0) + (row.taken.voucher ?? 0),
  },
  { title: form.member, of: (row: Pick<CashRow, 'taken'>) => row.taken.member ?? 0 },
  { title: form.onAccount, of: (row: Pick<CashRow, 'taken'>) => row.taken.onAccount ?? 0 },
] as const;

const COLUMNS: readonly Column[] = [
  { title: form.day, width: 23, noWrap: true },
  { title: form.shift, width: 15, noWrap: true },
  { title: form.desk, width: 9, noWrap: true },
  ...CASH_COLUMNS.map(({ title }) => amount(title)),
  amount(form.total, 26),
  amount(form.difference, 20),
  amount(form.deposited),
  amount(form.waiting),
  { title: form.checked, width: 20, noWrap: true },
];

type Figures = Pick<CashRow, 'taken' | 'total' | 'difference' | 'deposited' | 'waiting'>;

const cells = (row: Figures): readonly string[] =>
  [...CASH_COLUMNS.map(({ of }) => of(row)), row.total, row.difference, row.deposited, row.waiting].map(
    amountCell,
  );

function checkText({ check, changed }: CashDay): string {
  return check ? (changed ? form.changed : form.ticked) : '';
}

export function cashMonthReport({ club, month, days }: CashMonthInput): FormDoc {
  const rows = days.flatMap((day) =>
    day.rows.map((row, at) => [
      row.day,
      `${row.shift}${row.late > 0 ? '*' : ''}`,
      row.desk,
      ...cells(row),
      row.isOpen ? form.isOpen : at === 0 ? checkText(day) : '',
    ]),
  );
  const all = days.flatMap((day) => day.rows);
  const totals = cashTotals(all);
  const closed = cashTotals(all.filter(({ isOpen }) => !isOpen));
  const formula = fill(form.formula, {
    total: amountCell(closed.total),
    accounts: amountCell(closed.accounts),
    difference: amountCell(closed.difference),
    float: amountCell(closed.floatChange),
    deposited: amountCell(closed.deposited),
    waiting: amountCell(closed.waiting),
  });
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: form.month,
    subtitle: month,
    reference: month,
    money: true,
    blocks: [
      {
        type: 'table',
        columns: COLUMNS,
        rows,
        ...(rows.length > 0 ? { totals: [[form.total, '', '', ...cells(totals), '']] } : {}),
      },
      { type: 'space', mm: 2 },
      { type: 'text', text: formula },
      ...(all.some(({ late }) => late > 0) ? [{ type: 'text' as const, text: form.lateNote }] : []),
      { type: 'signatures', lines: [{ label: form.preparedBy }, { label: form.finance }] },
    ],
  };
}
