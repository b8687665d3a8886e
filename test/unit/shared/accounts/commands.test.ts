/** Member accounts and on-account debts (DOMAIN §4): liabilities and receivables that balance. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { returnBalance, type ReturnFields } from '@shared/accounts/return-balance';
import { saveAccount, type AccountFields } from '@shared/accounts/save-account';
import { settleAccount, type SettleFields } from '@shared/accounts/settle';
import { ageing, receivables, statementOf } from '@shared/accounts/statement';
import { topUp } from '@shared/accounts/top-up';
import { effects } from '@shared/ledger/effects';
import { NO_INVOICE } from '@shared/ledger/invoice';
import { reverseEntry } from '@shared/ledger/reverse';
import { EMPTY_PAYMENT, type PaymentInput } from '@shared/ledger/payments';
import type { LedgerEntry } from '@shared/ledger/schema';
import type { Product } from '@shared/products/schema';
import { makeSale } from '@shared/sales/sell';
import { openTill } from '@shared/tills/open-till';
import { Desk, LEAD, pinOf } from '../../../helpers/desk';

const pay = (amount: string, change: Partial<PaymentInput> = {}): PaymentInput => ({
  ...EMPTY_PAYMENT,
  tender: 'wechat',
  amount,
  confirmed: true,
  ...change,
});
const MEMBER: AccountFields = {
  type: 'member',
  accountNo: '800037',
  name: '钱卫东',
  phone: '13800001111',
  signatories: '',
  limit: '',
  remark: '',
  active: true,
};
const FIRM: AccountFields = {
  type: 'onAccount',
  accountNo: 'QY-001',
  name: '海信贸易',
  phone: '',
  signatories: '王经理\n李秘书\n',
  limit: '1000',
  remark: '',
  active: true,
};
const lead = { actor: LEAD };
const approved = { witnesses: [pinOf(LEAD)] };

let desk: Desk;
let acts = 0;
const next = (): string => `id-${(acts += 1)}`;

beforeEach(() => {
  desk = new Desk('2026-11-21T02:00:00.000Z');
  const product = {
    id: 'p',
    kind: 'product',
    status: 'onSale',
    body: {
      sku: 'p',
      name: '球',
      spec: '',
      unit: '盒',
      category: '',
      pack: null,
      prices: [{ from: '2026-01-01', price: 10_000, memberPrice: null }],
    },
  };
  desk.records.set('p', product as unknown as Product);
  desk.run(saveAccount, { id: 'm', fields: MEMBER }, lead);
  desk.run(saveAccount, { id: 'f', fields: FIRM }, lead);
  desk.run(openTill, { id: 'till', pieces: { '10000': '5' }, reason: '', shift: '早班' });
});

const charge = (amount: string, change: Partial<PaymentInput> = {}): readonly string[] =>
  desk.codes(topUp, {
    id: next(),
    account: 'm',
    fields: { amount, payments: [pay(amount, change)], remark: '' },
  });
const sell = (quantity: number, tender: 'member' | 'onAccount'): readonly string[] =>
  desk.codes(makeSale, {
    id: next(),
    fields: {
      ...NO_INVOICE,
      lines: [{ product: 'p', packed: false, quantity: String(quantity), discount: '', gift: false }],
      member: '',
      discount: '',
      rounding: '',
      reason: '',
      customerName: '',
      customerPhone: '',
      remark: '',
      payments: [pay(String(quantity * 100), { tender, account: tender === 'member' ? 'm' : 'f' })],
      signatory: tender === 'onAccount' ? '王经理' : '',
      signature: { mode: 'paper', archiveNo: 'A1' },
    },
  });
const back = (change: Partial<ReturnFields>, act: object = approved): readonly string[] =>
  desk.codes(
    returnBalance,
    {
      id: next(),
      account: 'm',
      fields: {
        amount: '50',
        payments: [pay('50')],
        reason: '退会',
        signature: { mode: 'paper', archiveNo: 'T1' },
        ...change,
      },
    },
    act,
  );
const settle = (change: Partial<SettleFields>): readonly string[] =>
  desk.codes(settleAccount, {
    id: next(),
    account: 'f',
    fields: { lines: [], payments: [], remark: '', ...change },
  });
const balance = (id: string): number => desk.books().accounts[id] ?? 0;
const owedEntry = (): string => Object.keys(desk.books().open.receivable ?? {})[0] ?? '';

describe('account.save', () => {
  it.each<[string, Partial<AccountFields>, string]>([
    ['a doubled number', { accountNo: '800037' }, 'accountNo accountNoTaken'],
    ['a firm nobody may sign for', { signatories: ' \n' }, 'signatories required'],
    ['no limit', { limit: '' }, 'limit required'],
    ['a negative limit', { limit: '-1' }, 'limit badMoney'],
  ])('refuses %s', (_what, change, code) =>
    expect(
      desk.codes(saveAccount, { id: 'x', fields: { ...FIRM, accountNo: 'QY-9', ...change } }, lead),
    ).toContain(code),
  );

  it('closes no account with money on it', () => {
    charge('100');
    expect(desk.codes(saveAccount, { id: 'm', fields: { ...MEMBER, active: false } }, lead)).toEqual([
      'active accountNotEmpty',
    ]);
  });
  it('keeps the type of an account', () => {
    desk.run(saveAccount, { id: 'm', fields: { ...FIRM, accountNo: '800037', phone: '13800001111' } }, lead);
    expect((desk.records.get('m')?.body as { type?: string } | undefined)?.type).toBe('member');
  });
});

describe('a balance given back', () => {
  it('stands on the account again once a lead took it back, and can be given back anew', () => {
    charge('300');
    const before = desk.books();
    const money = (): number =>
      desk
        .ledger()
        .flatMap((entry) => effects(entry).money)
        .reduce((sum, { amount }) => sum + amount, 0);
    const had = money();
    expect(back({})).toEqual([]);
    expect(balance('m')).toBe(25_000);
    const id = desk.ledger().at(-1)?.id ?? '';
    const undo = (): readonly string[] =>
      desk.codes(reverseEntry, { id, reason: '登记错账户', confirmed: true }, approved);
    expect(undo()).toEqual([]);
    expect(desk.books()).toMatchObject({ accounts: before.accounts, open: before.open });
    expect(money()).toBe(had);
    expect(undo()).toEqual(['entryReversed']);
    expect(back({ amount: '300', payments: [pay('300')] })).toEqual([]);
    expect(balance('m')).toBe(0);
  });
});

describe('top-ups', () => {
  it('are the customer’s money until it is spent', () => {
    expect(charge('300')).toEqual([]);
    expect(sell(2, 'member')).toEqual([]);
    expect(balance('m')).toBe(10_000);
  });
  it('cannot be spent twice', () => {
    charge('100');
    expect(sell(1, 'member')).toEqual([]);
    expect(sell(1, 'member')).toEqual(['payments.0.amount balanceTooLow']);
  });
  it('are not paid by another account', () => {
    charge('100');
    expect(charge('50', { tender: 'member', account: 'm' })).toEqual(['payments.0 tenderNotHere']);
  });
  it.each<[string, string]>([
    ['0', 'amount badMoney'],
    ['-5', 'amount badMoney'],
    ['', 'amount required'],
  ])('refuse %s', (amount, code) => expect(charge(amount)).toContain(code));
  it('are left to the membership system where that keeps the balance', () => {
    const elsewhere = new Desk('2026-11-21T02:00:00.000Z', { ...desk.settings, memberBalance: 'external' });
    for (const record of desk.records.values()) elsewhere.records.set(record.id, record);
    expect(
      elsewhere.codes(
        topUp,
        {
          id: 'x',
          account: 'm',
          fields: { amount: '1', payments: [pay('1')], remark: '' },
        },
        { actId: 'elsewhere' },
      ),
    ).toEqual(['balanceElsewhere']);
  });
});

describe('a balance given back', () => {
  it('needs a lead, a reason, a signature, and no more than there is', () => {
    charge('100');
    expect(back({})).toEqual([]);
    expect(balance('m')).toBe(5_000);
    expect(back({ amount: '51', payments: [pay('51')] })).toContain('amount balanceTooLow');
    expect(back({ reason: '' })).toContain('reason required');
    expect(back({}, {})).toContain('approval leadMustConfirm');
    expect(back({ signature: null })).toContain('signature signatureMissing');
  });
});

describe('on account', () => {
  it('is owed until it is settled, in parts', () => {
    expect(sell(5, 'onAccount')).toEqual([]);
    const entry = owedEntry();
    expect(settle({ lines: [{ entry, amount: '200' }], payments: [pay('200')] })).toEqual([]);
    expect(balance('f')).toBe(30_000);
    expect(settle({ lines: [{ entry, amount: '300.01' }], payments: [pay('300.01')] })).toEqual([
      'lines.0 settleTooMuch',
    ]);
    expect(settle({ lines: [{ entry, amount: '300' }], payments: [pay('300')] })).toEqual([]);
    expect(balance('f')).toBe(0);
  });
  it('keeps the limit', () => {
    expect(sell(11, 'onAccount')).toEqual(['payments.0.amount overLimit']);
  });
  it('settles nothing with nothing, nor what another account owes', () => {
    sell(1, 'onAccount');
    expect(settle({ lines: [{ entry: owedEntry(), amount: '' }] })).toEqual(['lines settleNothing']);
    expect(settle({ lines: [{ entry: 'unknown', amount: '1' }], payments: [pay('1')] })).toEqual([
      'lines.0 settleTooMuch',
    ]);
  });
});

describe('statementOf', () => {
  it('goes from the opening to the closing balance, whatever happened since', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ amount: fc.integer({ min: 1, max: 1_000 }), day: fc.integer({ min: 1, max: 30 }) }),
          { maxLength: 12 },
        ),
        (charges) => {
          const entries = charges.map(
            ({ amount, day }, at): LedgerEntry =>
              ({
                id: `e${at}`,
                kind: 'topUp',
                key: '',
                day: `2026-11-${String(day).padStart(2, '0')}`,
                at: `2026-11-${String(day).padStart(2, '0')}T02:00:00.000Z`,
                body: { n: at + 1, account: 'm', amount, payments: [] },
              }) as unknown as LedgerEntry,
          );
          const now = charges.reduce((sum, { amount }) => sum + amount, 0);
          const later = entries.filter(({ day }) => day >= '2026-11-10');
          const { opening, rows, closing } = statementOf('m', later, now, {
            from: '2026-11-10',
            to: '2026-11-20',
          });
          const before = entries
            .filter(({ day }) => day < '2026-11-10')
            .reduce((sum, { body }) => sum + (body as { amount: number }).amount, 0);
          expect(opening).toBe(before);
          expect(opening + rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(closing);
        },
      ),
    );
  });
});

describe('what is owed', () => {
  it('is told apart by age', () => {
    const owed = [
      { day: '2026-11-21', amount: 1 },
      { day: '2026-10-22', amount: 2 },
      { day: '2026-10-21', amount: 4 },
      { day: '2026-08-20', amount: 8 },
    ];
    expect(ageing(owed, '2026-11-21')).toEqual([3, 4, 0, 8]);
  });
  it('is listed oldest first with its entry', () => {
    sell(1, 'onAccount');
    const entries = [...desk.records.values()].filter(
      ({ kind }) => kind === 'sale',
    ) as unknown as LedgerEntry[];
    expect(receivables(desk.books(), entries, 'f').map(({ amount, entry }) => [amount, entry?.kind])).toEqual(
      [[10_000, 'sale']],
    );
  });
});
