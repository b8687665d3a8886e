/** `tip.take`: 代收小费: a customer leaves money for a caddie or coach; it is never the club's (DOMAIN §4). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { newEntry } from '../ledger/entry';
import { accountsRead, checkPayments, MAX_MONEY, type PaymentInput } from '../ledger/payments';
import { needSession } from '../ledger/sessions';
import { LOAN_TENDERS } from './take-deposit';

export interface TipFields {
  /** For whom, e.g. `球童 18 号 王芳`. */
  readonly receiver: string;
  readonly amount: string;
  readonly name: string;
  readonly payments: readonly PaymentInput[];
  readonly remark: string;
}

export const EMPTY_TIP: TipFields = { receiver: '', amount: '', name: '', payments: [], remark: '' };

export interface TakeTip {
  readonly id: string;
  readonly fields: TipFields;
}

export const takeTip: Command<TakeTip> = {
  type: 'tip.take',
  roles: DESK_ROLES,
  books: true,
  reads: ({ id, fields }) => [
    { name: 'self', collection: 'ledger', ids: [id] },
    accountsRead(fields.payments),
  ],
  decide: ({ id, fields }, loaded, context) => {
    if (loaded.self?.length) return refuse({ code: 'recordExists' });
    const checks = new Checks();
    const session = needSession(checks, context);
    const receiver = checks.text('receiver', fields.receiver.normalize('NFKC'), { max: 40, required: true });
    const amount = checks.money('amount', fields.amount, true) ?? 0;
    if (amount > MAX_MONEY) checks.refuse('amount', 'badMoney');
    const customer = {
      name: checks.text('name', fields.name, { max: 40 }),
      phone: '',
      memberNo: '',
    };
    const remark = checks.text('remark', fields.remark, { max: 200 });
    const rules = { total: amount, direction: 'in', among: LOAN_TENDERS } as const;
    const payments = amount > 0 ? checkPayments(checks, fields.payments, rules, loaded, context) : null;
    if (!payments || checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = { receiver, amount, payments, customer, remark };
    return accept({
      collection: 'ledger',
      doc: newEntry(id, 'tipTaken', 'tip.take', body, context, session),
      number: 'tip',
    });
  },
};
