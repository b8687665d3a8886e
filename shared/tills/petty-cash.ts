/** `till.paidIn` and `till.paidOut`: cash put into or taken out of the till beside sales 零星收支 (DOMAIN §6). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { newEntry } from '../ledger/entry';
import { MAX_MONEY } from '../ledger/payments';
import { needSession } from '../ledger/sessions';
import { loadedTill, readTill, sessionHere } from './reads';
import { LIMITS } from './schema';
import { expectedOf } from './till';

export interface PettyCash {
  readonly id: string;
  /** Typed. */
  readonly amount: string;
  readonly purpose: string;
  readonly counterpart: string;
  readonly voucherNo: string;
  readonly remark: string;
}

const pettyCash = (kind: 'paidIn' | 'paidOut'): Command<PettyCash> => ({
  type: `till.${kind}`,
  roles: DESK_ROLES,
  books: true,
  reads: ({ id }, context) => [
    { name: 'before', collection: 'ledger', ids: [id] },
    ...readTill(sessionHere(context)),
  ],
  decide: (input, loaded, context) => {
    if (loaded.before?.length) return refuse({ code: 'recordExists' });
    const checks = new Checks();
    const session = needSession(checks, context);
    const amount = checks.money('amount', input.amount, true) ?? 0;
    if (amount > MAX_MONEY) checks.refuse('amount', 'badMoney');
    const purpose = checks.text('purpose', input.purpose, { max: LIMITS.purpose, required: true });
    const counterpart = checks.text('counterpart', input.counterpart, { max: LIMITS.counterpart });
    const voucherNo = checks.text('voucherNo', input.voucherNo, { max: LIMITS.number });
    const remark = checks.text('remark', input.remark, { max: LIMITS.remark });
    const till = loadedTill(session, loaded);
    if (kind === 'paidOut' && till && amount > (expectedOf(till).cash ?? 0))
      checks.refuse('amount', 'notInTill');
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = { amount, purpose, counterpart, voucherNo, approval: null, remark };
    const doc = newEntry(input.id, kind, `till.${kind}`, body, context, session);
    return accept({ collection: 'ledger', doc, number: 'pettyCash' });
  },
});

export const payIn = pettyCash('paidIn');
export const payOut = pettyCash('paidOut');
