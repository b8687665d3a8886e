/** `account.topUp`: a member leaves money with the club; a liability, never a sale (DOMAIN §4). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { newEntry } from '../ledger/entry';
import { accountsRead, checkPayments, MAX_MONEY, type PaymentInput } from '../ledger/payments';
import { TILL_TENDERS } from '../ledger/entries/parts';
import { needSession } from '../ledger/sessions';
import type { Account } from './schema';

export interface TopUpFields {
  readonly amount: string;
  readonly payments: readonly PaymentInput[];
  readonly remark: string;
}

export interface MakeTopUp {
  readonly id: string;
  readonly account: string;
  readonly fields: TopUpFields;
}

/** Whom an account's entries concern. */
export const customerOf = ({
  body,
}: Account): { readonly name: string; readonly phone: string; readonly memberNo: string } => ({
  name: body.name.slice(0, 40),
  phone: body.phone,
  memberNo: body.accountNo,
});

export const topUp: Command<MakeTopUp> = {
  type: 'account.topUp',
  roles: DESK_ROLES,
  books: true,
  reads: ({ id, account, fields }) => [
    { name: 'self', collection: 'ledger', ids: [id] },
    { name: 'account', collection: 'directory', ids: [account] },
    accountsRead(fields.payments),
  ],
  decide: ({ id, fields }, loaded, context) => {
    if (loaded.self?.length) return refuse({ code: 'recordExists' });
    const account = loaded.account?.find((doc): doc is Account => doc.kind === 'account');
    if (account?.body.type !== 'member') return refuse({ code: 'accountMissing' });
    if (account.status !== 'active') return refuse({ code: 'accountClosed' });
    // The membership system keeps the balance: a top-up here would be counted by nobody.
    if (context.settings.memberBalance === 'external') return refuse({ code: 'balanceElsewhere' });
    const checks = new Checks();
    const session = needSession(checks, context);
    const amount = checks.money('amount', fields.amount, true) ?? 0;
    if (amount > MAX_MONEY) checks.refuse('amount', 'badMoney');
    const remark = checks.text('remark', fields.remark, { max: 200 });
    const rules = { total: amount, direction: 'in', among: TILL_TENDERS } as const;
    const payments =
      checks.refusals.length > 0 ? null : checkPayments(checks, fields.payments, rules, loaded, context);
    if (!payments || checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = {
      account: account.id,
      accountNo: account.body.accountNo,
      customer: customerOf(account),
      amount,
      payments,
      remark,
    };
    return accept({
      collection: 'ledger',
      doc: newEntry(id, 'topUp', 'account.topUp', body, context, session),
      number: 'topUp',
    });
  },
};
