/** `loan.return`: the thing is back; the deposit goes back the way it came, in whole or with a part kept (DOMAIN §4). */
import { accept, refuse, type Command, type Context, type Loaded } from '../core/command';
import { Checks } from '../core/field-checks';
import { formatMoney } from '../core/money';
import { DESK_ROLES } from '../core/roles';
import { booksOf, openAmount } from '../ledger/books';
import { depositParts } from '../ledger/effects';
import { newEntry } from '../ledger/entry';
import { accountsRead, checkPayments, MAX_MONEY, type PaymentInput } from '../ledger/payments';
import type { DepositTaken, DepositTakenBody } from '../ledger/entries/money';
import type { Payment } from '../ledger/entries/parts';
import { needSession } from '../ledger/sessions';
import { nextTime, timesRead } from '../ledger/standing';
import { leadApproval } from '../signatures/lead-approval';
import { checkSignature, type SignatureInput } from '../signatures/signature';
import { LOAN_TENDERS } from './take-deposit';

/** The form as typed; amounts in yuan, '' is 0. */
export interface ReturnFields {
  readonly kept: string;
  readonly reason: string;
  readonly lateFee: string;
  /** Money back to the customer. */
  readonly payments: readonly PaymentInput[];
  /** The late fee's tenders. */
  readonly charged: readonly PaymentInput[];
  readonly signature: SignatureInput | null;
}

export interface ReturnDeposit {
  /** The deposit. */
  readonly of: string;
  readonly fields: ReturnFields;
}

/** Id of a deposit's first return: two desks that return one deposit meet in it. */
export const returnId = (of: string): string => `return:${of}`;

/** How the deposit itself was paid, its rental aside: the ways it may go back (原路退回). */
export function waysBack(body: DepositTakenBody): readonly Payment[] {
  return depositParts(body)
    .filter(({ amount }) => amount > 0)
    .map((part) => ({ ...part, given: 0 }));
}

/** Tenders of the late fee, whose messages stand under `charged`. */
function checkCharged(
  checks: Checks,
  { charged }: ReturnFields,
  total: number,
  loaded: Loaded,
  context: Context,
): readonly Payment[] | null {
  const own = new Checks();
  const rules = { total, direction: 'in', among: LOAN_TENDERS } as const;
  const payments = checkPayments(own, charged, rules, loaded, context);
  for (const { field = '', code, params } of own.refusals)
    checks.refuse(field.replace(/^payments/, 'charged'), code, params);
  return payments;
}

/** Refuses more by a tender and account than came in by it. */
function checkWays(checks: Checks, payments: readonly Payment[], { body }: DepositTaken): void {
  const of = (all: readonly Payment[], { tender, account }: Payment): number =>
    all
      .filter((one) => one.tender === tender && one.account === account)
      .reduce((sum, { amount }) => sum + amount, 0);
  payments.forEach((payment, at) => {
    const came = of(waysBack(body), payment);
    if (of(payments, payment) > came)
      checks.refuse(`payments.${at}.amount`, 'depositOtherWay', { amount: formatMoney(came) });
  });
}

export const returnDeposit: Command<ReturnDeposit> = {
  type: 'loan.return',
  roles: DESK_ROLES,
  books: true,
  reads: ({ of, fields }) => [
    { name: 'taken', collection: 'ledger', ids: [of] },
    { name: 'self', collection: 'ledger', ids: timesRead(returnId(of)) },
    accountsRead([...fields.payments, ...fields.charged]),
  ],
  decide: ({ of, fields }, loaded, context) => {
    const taken = loaded.taken?.find((doc): doc is DepositTaken => doc.kind === 'depositTaken');
    if (!taken) return refuse({ code: 'notFound' });
    const id = nextTime(returnId(of), loaded.self ?? []);
    if (!id || openAmount(booksOf(context), 'loan', of) < 1) return refuse({ code: 'loanClosed' });
    const { amount, customer, no = '' } = taken.body;
    const checks = new Checks();
    const kept = checks.money('kept', fields.kept) ?? 0;
    if (kept > amount) checks.refuse('kept', 'keptTooMuch', { amount: formatMoney(amount) });
    const returned = Math.max(0, amount - kept);
    const reason = checks.text('reason', fields.reason, { max: 200, required: kept > 0 });
    const lateFee = checks.money('lateFee', fields.lateFee) ?? 0;
    if (lateFee > MAX_MONEY) checks.refuse('lateFee', 'badMoney');
    const session = returned + lateFee > 0 ? needSession(checks, context) : '';
    const approval = kept > 0 ? leadApproval(checks, 'approval', [context.actor.id], context) : null;
    const among = [...new Set(waysBack(taken.body).map(({ tender }) => tender))];
    const rules = { total: returned, direction: 'out', among } as const;
    const payments = kept > amount ? null : checkPayments(checks, fields.payments, rules, loaded, context);
    if (payments) checkWays(checks, payments, taken);
    const charged = checkCharged(checks, fields, lateFee, loaded, context);
    // Without money nothing was left that the customer would have to sign for.
    const signature =
      amount > 0 ? checkSignature(checks, 'signature', fields.signature, customer.name, context) : null;
    if (!payments || !charged || checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = {
      of,
      ofNo: no,
      returned,
      kept,
      reason,
      lateFee,
      payments,
      charged,
      signature,
      approval,
    };
    return accept({
      collection: 'ledger',
      doc: newEntry(id, 'depositReturned', 'loan.return', body, context, session),
      number: 'securityDeposit',
    });
  },
};
