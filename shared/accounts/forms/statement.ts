/** 挂账明细 / 结算单, and a member's 储值明细: A4 portrait (FORMS). */
import type { Column, FormDoc } from '../../forms/model';
import { amountInWords } from '../../forms/amount-in-words';
import { amountCell, periodText } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { accounts as words } from '../../messages/zh-CN/accounts';
import type { AccountBody } from '../schema';

/** One line of the statement as printed. */
export interface StatementLine {
  readonly day: string;
  readonly no: string;
  readonly what: string;
  readonly signedBy: string;
  /** Fen; + more owed, or more with the club. */
  readonly amount: number;
  readonly balance: number;
}

/** Input of the form `account-statement`. */
export interface StatementInput {
  readonly club: string;
  readonly account: Pick<AccountBody, 'type' | 'accountNo' | 'name' | 'limit'>;
  readonly from: string;
  readonly to: string;
  readonly opening: number;
  readonly closing: number;
  readonly lines: readonly StatementLine[];
  /** Fen owed by age; empty for members. */
  readonly ages: readonly number[];
  /** What is still owed, entry by entry; empty for members. */
  readonly open: readonly {
    readonly day: string;
    readonly no: string;
    readonly amount: number;
    readonly days: number;
  }[];
}

const form = words.form;

const COLUMNS: readonly Column[] = [
  { title: form.day, width: 22, noWrap: true },
  { title: form.no, width: 38, noWrap: true },
  { title: form.what, width: 56 },
  { title: form.signedBy, width: 22 },
  { title: form.amount, width: 26, align: 'right', noWrap: true },
  { title: form.balance, width: 26, align: 'right', noWrap: true },
];

const OPEN_COLUMNS: readonly Column[] = [
  { title: form.day, width: 30, noWrap: true },
  { title: form.no, width: 60, noWrap: true },
  { title: form.age, width: 40, align: 'right', noWrap: true },
  { title: form.unsettled, width: 60, align: 'right', noWrap: true },
];

export function accountStatement(input: StatementInput): FormDoc {
  const { club, account, from, to, opening, closing, lines, ages, open } = input;
  const isMember = account.type === 'member';
  const signed = (fen: number): string => (fen > 0 ? `+${amountCell(fen)}` : amountCell(fen));
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: isMember ? form.memberTitle : form.firmTitle,
    subtitle: periodText(from, to),
    reference: `${account.accountNo}_${from}_${to}`,
    money: true,
    blocks: [
      {
        type: 'fields',
        perLine: 3,
        fields: [
          { label: form.accountNo, value: account.accountNo },
          { label: form.name, value: account.name },
          {
            label: isMember ? form.balance : form.limit,
            value: amountCell(isMember ? closing : account.limit),
          },
        ],
      },
      {
        type: 'table',
        columns: COLUMNS,
        rows: [
          ['', '', form.opening, '', '', amountCell(opening)],
          ...lines.map(({ day, no, what, signedBy, amount, balance }) => [
            day,
            no,
            what,
            signedBy,
            signed(amount),
            amountCell(balance),
          ]),
        ],
        totals: [['', '', form.closing, '', '', amountCell(closing)]],
      },
      ...(isMember
        ? []
        : ([
            {
              type: 'text',
              style: 'bold',
              text: fill(form.owed, {
                amount: amountCell(closing),
                words: amountInWords(Math.max(0, closing)),
              }),
            },
            {
              type: 'table',
              columns: OPEN_COLUMNS,
              rows: open.map(({ day, no, amount, days }) => [
                day,
                no,
                fill(form.days, { days }),
                amountCell(amount),
              ]),
              empty: form.allSettled,
            },
            {
              type: 'text',
              style: 'small',
              text: fill(form.ages, {
                a: amountCell(ages[0] ?? 0),
                b: amountCell(ages[1] ?? 0),
                c: amountCell(ages[2] ?? 0),
                d: amountCell(ages[3] ?? 0),
              }),
            },
          ] as const)),
      { type: 'signatures', lines: [{ label: form.customerSigns }, { label: form.finance }] },
    ],
  };
}
