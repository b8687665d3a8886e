/** `account.returnBalance`: a member gets (part of) the balance back, approved by a lead and signed for. */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { formatMoney } from '../core/money';
import { DESK_ROLES } from '../core/roles';
import { booksOf } from '../ledger/books';
import { newEntry } from '../ledger/entry';
import { accountsRead, checkPayments, type PaymentInput } from '../ledger/payments';
import { TILL_TENDERS } from '../ledger/entries/parts';
import { needSession } from '../ledger/sessions';
import { leadApproval } from '../signatures/lead-approval';
import { checkSignature, type SignatureInput } from '../signatures/signature';
import type { Account } from './schema';
import { customerOf } from './top-up';

export interface ReturnFields {
  readonly amount: string;
  readonly payments: readonly PaymentInput[];
  readonly reason: string;
  readonly signature: SignatureInput | null;
}

export interface ReturnBalance {
  readonly id: string;
  readonly account: string;
  readonly fields: ReturnFields;
}

export const returnBalance: Command<ReturnBalance> = {
  type: 'account.returnBalance',
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
    const checks = new Checks();
    const session = needSession(checks, context);
    const amount = checks.money('amount', fields.amount, true) ?? 0;
    const balance = booksOf(context).accounts[account.id] ?? 0;
    if (amount > balance) checks.refuse('amount', 'balanceTooLow', { balance: formatMoney(balance) });
    const reason = checks.text('reason', fields.reason, { max: 200, required: true });
    const approval = leadApproval(checks, 'approval', [context.actor.id], context);
    const signature = checkSignature(
      checks,
      'signature',
      fields.signature,
      account.body.name.slice(0, 40),
      context,
    );
    const rules = { total: amount, direction: 'out', among: TILL_TENDERS } as const;
    const payments =
      checks.refusals.length > 0 ? null : checkPayments(checks, fields.payments, rules, loaded, context);
    if (!payments || !approval || !signature || checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = {
      account: account.id,
      accountNo: account.body.accountNo,
      customer: customerOf(account),
      amount,
      payments,
      reason,
      approval,
      signature,
    };
    return accept({
      collection: 'ledger',
      doc: newEntry(id, 'balanceReturned', 'account.returnBalance', body, context, session),
      number: 'topUp',
    });
  },
};
