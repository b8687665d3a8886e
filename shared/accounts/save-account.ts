/** `account.save`: a member account or an on-account agreement is opened, changed or closed (DOMAIN §4). */
import { accept, refuse, type Command } from '../core/command';
import { changed, newRecord } from '../core/documents';
import { Checks } from '../core/field-checks';
import type { Role } from '../core/roles';
import { linesOf } from '../core/text';
import { booksOf } from '../ledger/books';
import { MAX_MONEY } from '../ledger/payments';
import type { Account, AccountBody } from './schema';

/** Who opens accounts and sets limits. */
export const ACCOUNT_ROLES: readonly Role[] = ['lead', 'finance', 'admin'];

export interface AccountFields {
  readonly type: AccountBody['type'];
  readonly accountNo: string;
  readonly name: string;
  readonly phone: string;
  /** One name a line. */
  readonly signatories: string;
  readonly limit: string;
  readonly remark: string;
  readonly active: boolean;
}

export interface SaveAccount {
  readonly id: string;
  readonly fields: AccountFields;
}

const ACT = 'account.save';
const MAX_SIGNATORIES = 50;

export const saveAccount: Command<SaveAccount> = {
  type: ACT,
  roles: ACCOUNT_ROLES,
  books: true,
  reads: () => [
    { name: 'accounts', collection: 'directory', index: 'kind', from: ['account'], to: ['account'] },
  ],
  decide: ({ id, fields }, loaded, context) => {
    const all = (loaded.accounts ?? []) as readonly Account[];
    const before = all.find((account) => account.id === id);
    // What was entered on an account stays of its type.
    const type = before?.body.type ?? fields.type;
    const checks = new Checks();
    const signatories = type === 'onAccount' ? linesOf(fields.signatories) : [];
    const limit = type === 'onAccount' ? checks.money('limit', fields.limit, true) : 0;
    const body: Omit<AccountBody, 'v' | 'log'> = {
      type,
      accountNo: checks.text('accountNo', fields.accountNo, { max: 40, required: true }),
      name: checks.text('name', fields.name, { max: 60, required: true }),
      phone: checks.phone('phone', fields.phone, type === 'member'),
      signatories,
      limit: limit ?? 0,
      remark: checks.text('remark', fields.remark, { max: 200 }),
    };
    if (body.limit > MAX_MONEY) checks.refuse('limit', 'badMoney');
    if (type === 'onAccount' && signatories.length === 0) checks.refuse('signatories', 'required');
    if (signatories.length > MAX_SIGNATORIES || signatories.some((name) => name.length > 40))
      checks.refuse('signatories', 'tooLong', { max: 40, length: signatories.length });
    const taken = all.find((other) => other.id !== id && other.body.accountNo === body.accountNo);
    if (body.accountNo !== '' && taken)
      checks.refuse('accountNo', 'accountNoTaken', { name: taken.body.name });
    if (!fields.active && (booksOf(context).accounts[id] ?? 0) !== 0)
      checks.refuse('active', 'accountNotEmpty');
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const status = fields.active ? ('active' as const) : ('closed' as const);
    const doc = before
      ? changed(before, ACT, body, context, { status })
      : { ...newRecord<'account', AccountBody>(id, 'account', ACT, body, context), status };
    return accept({ collection: 'directory', doc });
  },
};
