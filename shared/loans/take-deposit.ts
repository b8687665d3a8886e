/** `loan.take`: something is lent for a deposit 押金, a rental, both or neither; the customer signs (DOMAIN §4). */
import { accept, refuse, type Command, type Context } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { civil, instantOf } from '../core/time';
import { booksOf, openOf } from '../ledger/books';
import { newEntry } from '../ledger/entry';
import { accountsRead, checkPayments, MAX_MONEY, type PaymentInput } from '../ledger/payments';
import { LOAN_ITEMS, type DepositTaken } from '../ledger/entries/money';
import type { Tender } from '../ledger/entries/parts';
import { needSession } from '../ledger/sessions';
import { checkSignature, type SignatureInput } from '../signatures/signature';

/** Other people's money comes as money, or out of a member's balance: never as a debt or a voucher. */
export const LOAN_TENDERS = [
  'cash',
  'card',
  'wechat',
  'alipay',
  'transfer',
  'member',
] as const satisfies readonly Tender[];

/** The form as typed; amounts in yuan, '' is 0. */
export interface DepositFields {
  readonly item: string;
  readonly itemNo: string;
  readonly description: string;
  readonly name: string;
  readonly phone: string;
  readonly memberNo: string;
  readonly amount: string;
  readonly rental: string;
  /** Civil `YYYY-MM-DDTHH:mm`, or '' for no agreed time. */
  readonly backBy: string;
  readonly payments: readonly PaymentInput[];
  readonly signature: SignatureInput | null;
  readonly remark: string;
}

export const EMPTY_DEPOSIT: DepositFields = {
  item: 'clubs',
  itemNo: '',
  description: '',
  name: '',
  phone: '',
  memberNo: '',
  amount: '',
  rental: '',
  backBy: '',
  payments: [],
  signature: null,
  remark: '',
};

export interface TakeDeposit {
  readonly id: string;
  readonly fields: DepositFields;
}

/** An item's number as it is compared: full-width forms, case and blanks do not matter. */
export function cleanItemNo(typed: string): string {
  return typed.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
}

/** The instant by which a thing comes back; it must lie ahead. */
function checkBackBy(checks: Checks, typed: string, { now }: Context): string {
  if (typed === '') return NEVER_DUE;
  const real = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed) && !Number.isNaN(Date.parse(`${typed}Z`));
  // 30 February is 2 March to a date, and none to a person.
  const instant = real ? instantOf(typed) : '';
  if (!real || civil(instant).slice(0, 16) !== typed) checks.refuse('backBy', 'badDateTime');
  else if (instant <= now) checks.refuse('backBy', 'backByPast');
  return instant;
}

export const takeDeposit: Command<TakeDeposit> = {
  type: 'loan.take',
  roles: DESK_ROLES,
  books: true,
  reads: ({ id, fields }, context) => [
    { name: 'self', collection: 'ledger', ids: [id] },
    { name: 'out', collection: 'ledger', ids: openOf(booksOf(context), 'loan').map(({ ref }) => ref) },
    accountsRead(fields.payments),
  ],
  decide: ({ id, fields }, loaded, context) => {
    if (loaded.self?.length) return refuse({ code: 'recordExists' });
    const checks = new Checks();
    const item = checks.choice('item', fields.item, LOAN_ITEMS) ?? 'other';
    const itemNo = checks.text('itemNo', cleanItemNo(fields.itemNo), { max: 40 });
    const description = checks.text('description', fields.description, { max: 100 });
    if (itemNo === '' && description === '') checks.refuse('itemNo', 'notIdentified');
    const out = (loaded.out ?? []) as readonly DepositTaken[];
    const lent = out.find(({ body }) => itemNo !== '' && body.item === item && body.itemNo === itemNo);
    if (lent) checks.refuse('itemNo', 'thingOut', { no: lent.body.no ?? '', name: lent.body.customer.name });
    const customer = {
      name: checks.text('name', fields.name, { max: 40, required: true }),
      phone: checks.phone('phone', fields.phone),
      memberNo: checks.text('memberNo', fields.memberNo, { max: 40 }),
    };
    const amount = checks.money('amount', fields.amount) ?? 0;
    const rental = checks.money('rental', fields.rental) ?? 0;
    if (amount > MAX_MONEY) checks.refuse('amount', 'badMoney');
    if (rental > MAX_MONEY) checks.refuse('rental', 'badMoney');
    const backBy = checkBackBy(checks, fields.backBy, context);
    const remark = checks.text('remark', fields.remark, { max: 200 });
    const total = amount + rental;
    // Without money the till need not be open.
    const session = total > 0 ? needSession(checks, context) : '';
    const rules = { total, direction: 'in', among: LOAN_TENDERS } as const;
    const payments = checkPayments(checks, fields.payments, rules, loaded, context);
    const signature = checkSignature(checks, 'signature', fields.signature, customer.name, context);
    if (!payments || !signature || checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = {
      customer,
      item,
      itemNo,
      description,
      amount,
      rental,
      backBy,
      payments,
      signature,
      remark,
    };
    return accept({
      collection: 'ledger',
      doc: newEntry(id, 'depositTaken', 'loan.take', body, context, session),
      number: 'securityDeposit',
    });
  },
};
