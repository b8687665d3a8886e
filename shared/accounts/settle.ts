/** `account.settle`: an on-account account pays what it owes, allocated to the entries it signed (DOMAIN §4). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { formatMoney, parseMoney } from '../core/money';
import type { Role } from '../core/roles';
import { booksOf } from '../ledger/books';
import { newEntry } from '../ledger/entry';
import { accountsRead, checkPayments, type PaymentInput } from '../ledger/payments';
import { TILL_TENDERS } from '../ledger/entries/parts';
import type { LedgerEntry } from '../ledger/schema';
import { needSession } from '../ledger/sessions';
import type { Account } from './schema';

/** Settled at the desk, whose till takes the money. */
export const SETTLE_ROLES: readonly Role[] = ['clerk', 'lead', 'finance'];

export interface SettleFields {
  readonly lines: readonly {
    readonly entry: string;
    /** '' or 0: not settled now. */ readonly amount: string;
  }[];
  readonly payments: readonly PaymentInput[];
  readonly remark: string;
}

export interface SettleAccount {
  readonly id: string;
  readonly account: string;
  readonly fields: SettleFields;
}

/** Fen typed for the lines so far. */
export function settleTotal(lines: SettleFields['lines']): number {
  return lines.reduce((sum, { amount }) => sum + (parseMoney(amount) ?? 0), 0);
}

export const settleAccount: Command<SettleAccount> = {
  type: 'account.settle',
  roles: SETTLE_ROLES,
  books: true,
  reads: ({ id, account, fields }) => [
    { name: 'self', collection: 'ledger', ids: [id] },
    { name: 'account', collection: 'directory', ids: [account] },
    { name: 'entries', collection: 'ledger', ids: fields.lines.map(({ entry }) => entry) },
    accountsRead(fields.payments),
  ],
  decide: ({ id, fields }, loaded, context) => {
    if (loaded.self?.length) return refuse({ code: 'recordExists' });
    const account = loaded.account?.find((doc): doc is Account => doc.kind === 'account');
    if (account?.body.type !== 'onAccount') return refuse({ code: 'accountMissing' });
    const checks = new Checks();
    const session = needSession(checks, context);
    const open = booksOf(context).open.receivable ?? {};
    const settles = fields.lines.flatMap(({ entry, amount: typed }, at) => {
      const text = typed.trim();
      if (text === '' || /^0+(\.0*)?$/.test(text)) return [];
      const amount = parseMoney(text);
      const owed = open[entry]?.account === account.id ? (open[entry]?.amount ?? 0) : 0;
      if (amount === null) checks.refuse(`lines.${at}`, 'badMoney');
      else if (amount > owed) checks.refuse(`lines.${at}`, 'settleTooMuch', { owed: formatMoney(owed) });
      const found = loaded.entries?.find((doc) => doc.id === entry) as LedgerEntry | undefined;
      return [{ entry, no: found?.body.no ?? '', amount: amount ?? 0 }];
    });
    if (settles.length === 0 && checks.refusals.length === 0) checks.refuse('lines', 'settleNothing');
    const amount = settles.reduce((sum, one) => sum + one.amount, 0);
    const remark = checks.text('remark', fields.remark, { max: 200 });
    const rules = { total: amount, direction: 'in', among: TILL_TENDERS } as const;
    const payments =
      checks.refusals.length > 0 ? null : checkPayments(checks, fields.payments, rules, loaded, context);
    if (!payments || checks.refusals.length > 0) return refuse(...checks.refusals);
    const { accountNo, name } = account.body;
    const body = { account: account.id, accountNo, accountName: name, settles, amount, payments, remark };
    return accept({
      collection: 'ledger',
      doc: newEntry(id, 'accountSettlement', 'account.settle', body, context, session),
      number: 'settlement',
    });
  },
};
