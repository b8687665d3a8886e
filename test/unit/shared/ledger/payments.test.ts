/** Tenders (DOMAIN §4): they add up, cash gives change, accounts keep their limits. */
import { describe, expect, it } from 'vitest';
import type { Account } from '@shared/accounts/schema';
import type { Context } from '@shared/core/command';
import { Checks } from '@shared/core/field-checks';
import { EMPTY_BOOKS } from '@shared/ledger/books';
import { checkPayments, EMPTY_PAYMENT, type PaymentInput, type PaymentRules } from '@shared/ledger/payments';
import type { Payment } from '@shared/ledger/entries/parts';
import { Desk } from '../../../helpers/desk';

const account = (id: string, type: 'member' | 'onAccount', limit = 0, status = 'active'): Account =>
  ({ id, status, body: { type, limit } }) as unknown as Account;

const ACCOUNTS = [
  account('m1', 'member'),
  account('f1', 'onAccount', 100_000),
  account('m2', 'member', 0, 'closed'),
];

function check(
  inputs: readonly Partial<PaymentInput>[],
  rules: Partial<PaymentRules> = {},
  settings: Partial<Context['settings']> = {},
): { readonly codes: readonly string[]; readonly payments: readonly Payment[] | null } {
  const checks = new Checks();
  const desk = new Desk('2026-11-21T02:00:00.000Z');
  const context: Context = {
    ...desk.context(),
    settings: { ...desk.settings, ...settings },
    books: { ...EMPTY_BOOKS, accounts: { m1: 50_000, m2: 50_000, f1: 30_000 } },
  };
  const payments = checkPayments(
    checks,
    inputs.map((input) => ({ ...EMPTY_PAYMENT, confirmed: true, ...input })),
    { total: 10_000, direction: 'in', ...rules },
    { accounts: ACCOUNTS },
    context,
  );
  return { codes: checks.refusals.map(({ field, code }) => `${field} ${code}`), payments };
}

describe('checkPayments', () => {
  it('takes cash with change', () =>
    expect(check([{ amount: '100', given: '120' }]).payments).toEqual([
      { tender: 'cash', amount: 10_000, given: 12_000, terminal: '', ref: '', account: '' },
    ]));
  it('takes mixed tenders that add up', () =>
    expect(check([{ amount: '40' }, { tender: 'wechat', amount: '60', ref: '8812' }]).payments).toHaveLength(
      2,
    ));
  it('takes nothing for nothing', () => expect(check([], { total: 0 }).payments).toEqual([]));

  it.each<[string, Parameters<typeof check>, string]>([
    ['less cash than due', [[{ amount: '100', given: '99.99' }]], 'payments.0.given givenTooLow'],
    ['too little in all', [[{ amount: '99.99' }]], 'payments paymentsShort'],
    ['too much in all', [[{ amount: '100.01' }]], 'payments paymentsOver'],
    ['no tender for an amount', [[]], 'payments paymentsShort'],
    ['an amount of 0', [[{ amount: '0' }, { tender: 'card', amount: '100' }]], 'payments.0.amount badMoney'],
    ['a negative amount', [[{ amount: '-5' }]], 'payments.0.amount badMoney'],
    ['a third decimal', [[{ amount: '100.001' }]], 'payments.0.amount badMoney'],
    [
      'ten million and more',
      [[{ amount: '10000000.01' }], { total: 1_000_000_001 }],
      'payments.0.amount badMoney',
    ],
    ['cash in two lines', [[{ amount: '50' }, { amount: '50' }]], 'payments.1 cashTwice'],
    [
      'money nobody has seen',
      [[{ tender: 'alipay', amount: '100', confirmed: false }]],
      'payments.0 notConfirmed',
    ],
    ['no account', [[{ tender: 'member', amount: '100' }]], 'payments.0.account accountMissing'],
    [
      'the wrong sort of account',
      [[{ tender: 'member', amount: '100', account: 'f1' }]],
      'payments.0.account accountMissing',
    ],
    [
      'a closed account',
      [[{ tender: 'member', amount: '100', account: 'm2' }]],
      'payments.0.account accountClosed',
    ],
    [
      'a tender that has no place here',
      [[{ tender: 'card', amount: '100' }], { among: ['cash'] }],
      'payments.0 tenderNotHere',
    ],
  ])('refuses %s', (_what, args, code) => expect(check(...args).codes).toContain(code));

  it('refuses a member more than the balance, also in two lines', () => {
    const member = { tender: 'member', account: 'm1' } as const;
    const rules = { total: 60_000 };
    expect(check([{ ...member, amount: '600' }], rules).codes).toEqual(['payments.0.amount balanceTooLow']);
    expect(
      check(
        [
          { ...member, amount: '300' },
          { ...member, amount: '300' },
        ],
        rules,
      ).codes,
    ).toEqual(['payments.1.amount balanceTooLow']);
    expect(check([{ ...member, amount: '500' }], { total: 50_000 }).codes).toEqual([]);
  });

  it('refuses a signature above the limit', () => {
    const firm = { tender: 'onAccount', account: 'f1' } as const;
    expect(check([{ ...firm, amount: '700.01' }], { total: 70_001 }).codes).toEqual([
      'payments.0.amount overLimit',
    ]);
    expect(check([{ ...firm, amount: '700' }], { total: 70_000 }).codes).toEqual([]);
  });

  it('limits what a member spends while the balance is kept elsewhere', () => {
    const external = { memberBalance: 'external', offlineMemberLimit: 20_000 } as const;
    const member = { tender: 'member', account: 'm1' } as const;
    expect(check([{ ...member, amount: '201' }], { total: 20_100 }, external).codes).toEqual([
      'payments.0.amount overOfflineLimit',
    ]);
    expect(check([{ ...member, amount: '200' }], { total: 20_000 }, external).codes).toEqual([]);
  });

  it('pays back to a closed account and above a balance', () =>
    expect(
      check([{ tender: 'member', account: 'm2', amount: '100' }], { direction: 'out' }).payments?.[0]?.given,
    ).toBe(0));
});
