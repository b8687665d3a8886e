/** Tenders of an act: typed, checked against the total, the accounts and their limits (DOMAIN §4). */
import type { Context, Loaded, Read } from '../core/command';
import type { Checks } from '../core/field-checks';
import { formatMoney, parseMoney } from '../core/money';
import type { Account } from '../accounts/schema';
import { booksOf } from './books';
import { TENDERS, type Payment, type Tender } from './entries/parts';

/** A tender as it is typed. */
export interface PaymentInput {
  readonly tender: Tender;
  readonly amount: string;
  /** Cash handed over; '' means exactly the amount. */
  readonly given: string;
  readonly terminal: string;
  readonly ref: string;
  readonly account: string;
  /** The clerk saw the money arrive (待确认收款). Cash needs none. */
  readonly confirmed: boolean;
}

export const EMPTY_PAYMENT: PaymentInput = {
  tender: 'cash',
  amount: '',
  given: '',
  terminal: '',
  ref: '',
  account: '',
  confirmed: false,
};

export interface PaymentRules {
  /** Fen the tenders must add up to. */
  readonly total: number;
  /** `out`: money goes back to the customer. */
  readonly direction: 'in' | 'out';
  /** Tenders that may stand here; all unless said. */
  readonly among?: readonly Tender[];
}

/** What a command with tenders must read beside its own: put it among its `reads`, and say `books: true`. */
export function accountsRead(inputs: readonly PaymentInput[]): Read {
  const ids = [...new Set(inputs.map(({ account }) => account).filter((id) => id !== ''))];
  return { name: 'accounts', collection: 'directory', ids };
}

/** Money that accounts may not carry: the largest amount of one act, ¥10,000,000. */
export const MAX_MONEY = 1_000_000_000;

function checkAccount(
  checks: Checks,
  field: string,
  payment: Payment,
  spent: number,
  direction: PaymentRules['direction'],
  loaded: Loaded,
  context: Context,
): void {
  const account = loaded.accounts?.find(({ id }) => id === payment.account) as Account | undefined;
  const type = payment.tender === 'member' ? 'member' : 'onAccount';
  if (account?.body.type !== type) {
    checks.refuse(`${field}.account`, 'accountMissing');
    return;
  }
  if (direction === 'out') return;
  if (account.status !== 'active') {
    checks.refuse(`${field}.account`, 'accountClosed');
    return;
  }
  const balance = booksOf(context).accounts[account.id] ?? 0;
  if (type === 'onAccount') {
    const free = account.body.limit - balance;
    if (spent > free) checks.refuse(`${field}.amount`, 'overLimit', { free: formatMoney(free) });
  } else if (context.settings.memberBalance === 'external') {
    const limit = context.settings.offlineMemberLimit;
    if (spent > limit) checks.refuse(`${field}.amount`, 'overOfflineLimit', { limit: formatMoney(limit) });
  } else if (spent > balance)
    checks.refuse(`${field}.amount`, 'balanceTooLow', { balance: formatMoney(balance) });
}

/** The tenders as they are stored, or null with refusals under `payments` and `payments.<index>.<part>`. */
export function checkPayments(
  checks: Checks,
  inputs: readonly PaymentInput[],
  { total, direction, among = TENDERS }: PaymentRules,
  loaded: Loaded,
  context: Context,
): readonly Payment[] | null {
  const before = checks.refusals.length;
  const spent = new Map<string, number>();
  let cash = 0;
  const payments = inputs.map((input, at): Payment => {
    const field = `payments.${at}`;
    const { tender, confirmed } = input;
    const amount = parseMoney(input.amount) ?? 0;
    if (amount === 0 || amount > MAX_MONEY) checks.refuse(`${field}.amount`, 'badMoney');
    if (!among.includes(tender)) checks.refuse(field, 'tenderNotHere');
    const isCash = tender === 'cash';
    let given = 0;
    if (isCash && (cash += 1) > 1) checks.refuse(field, 'cashTwice');
    if (isCash && direction === 'in') {
      const typed = input.given.trim() === '' ? amount : parseMoney(input.given);
      if (typed === null) checks.refuse(`${field}.given`, 'badMoney');
      else if (typed < amount) checks.refuse(`${field}.given`, 'givenTooLow');
      given = typed ?? 0;
    }
    if (!isCash && !confirmed) checks.refuse(field, 'notConfirmed');
    const takesAccount = tender === 'member' || tender === 'onAccount';
    const payment: Payment = {
      tender,
      amount,
      given,
      terminal: isCash ? '' : checks.text(`${field}.terminal`, input.terminal, { max: 30 }),
      ref: isCash ? '' : checks.text(`${field}.ref`, input.ref, { max: 40 }),
      account: takesAccount ? input.account : '',
    };
    if (takesAccount) {
      const sum = (spent.get(payment.account) ?? 0) + amount;
      spent.set(payment.account, sum);
      checkAccount(checks, field, payment, sum, direction, loaded, context);
    }
    return payment;
  });
  const sum = payments.reduce((all, { amount }) => all + amount, 0);
  if (checks.refusals.length === before && sum !== total)
    checks.refuse('payments', sum < total ? 'paymentsShort' : 'paymentsOver', {
      difference: formatMoney(Math.abs(total - sum)),
    });
  return checks.refusals.length === before ? payments : null;
}
