/** Taking back entries with money: today's till pays, and what came after stands in the way (DOMAIN §2). */
import { describe, expect, it } from 'vitest';
import { accept, type Command } from '@shared/core/command';
import { newEntry, type NewBody } from '@shared/ledger/entry';
import { reverseEntry } from '@shared/ledger/reverse';
import { NEVER_DUE } from '@shared/core/envelope';
import type { Payment, Tender } from '@shared/ledger/entries/parts';
import type { EntryKind, Reversal } from '@shared/ledger/schema';
import { Desk, LEAD, pinOf } from '../../../helpers/desk';
import { opened } from '../../../helpers/tills';

const CUSTOMER = { name: '刘志远', phone: '', memberNo: '' };
const pay = (tender: Tender, amount: number, account = ''): Payment => ({
  tender,
  amount,
  given: tender === 'cash' ? amount : 0,
  terminal: '',
  ref: '',
  account,
});

/** Stands in for the commands of other features: puts an entry into the open session. */
function put<K extends EntryKind>(desk: Desk, session: string, id: string, kind: K, body: NewBody<K>): void {
  const command: Command<null> = {
    type: 'test.put',
    roles: ['clerk'],
    reads: () => [],
    decide: (_input, _loaded, context) =>
      accept({
        collection: 'ledger',
        doc: newEntry(id, kind, 'test.put', body, context, session),
      }),
  };
  expect(desk.codes(command, null)).toEqual([]);
}

const topUp = (desk: Desk, session: string, tender: Tender = 'cash'): void =>
  put(desk, session, 'top', 'topUp', {
    account: 'member',
    accountNo: 'HY001',
    customer: CUSTOMER,
    amount: 100_000,
    payments: [pay(tender, 100_000)],
    remark: '',
  });

const tip = (desk: Desk, session: string): void =>
  put(desk, session, 'tip', 'tipTaken', {
    receiver: '球童 08',
    amount: 5_000,
    payments: [pay('cash', 5_000)],
    customer: CUSTOMER,
    remark: '',
  });

const deposit = (desk: Desk, session: string): void =>
  put(desk, session, 'dep', 'depositTaken', {
    customer: CUSTOMER,
    item: 'clubs',
    itemNo: '12',
    description: '',
    amount: 50_000,
    rental: 0,
    backBy: NEVER_DUE,
    payments: [pay('cash', 50_000)],
    signature: null,
    remark: '',
  });

const reverse = (desk: Desk, id: string, confirmed = false) =>
  desk.codes(reverseEntry, { id, reason: '录错账户', confirmed }, { witnesses: [pinOf(LEAD)] });

const start = (): readonly [Desk, string] => {
  const desk = new Desk('2026-11-21T01:42:30.500Z');
  return [desk, opened(desk)];
};

describe('reversal with money', () => {
  it('gives a top-up back out of the open till and leaves no balance', () => {
    const [desk, session] = start();
    topUp(desk, session);
    expect(reverse(desk, 'top')).toEqual([]);
    expect(desk.books().accounts.member).toBe(0);
    const { body, key } = desk.get<Reversal>('reversal:top');
    expect(key).toBe(session);
    expect(body.effects.money).toEqual([{ session, tender: 'cash', amount: -100_000, flow: 'topUp' }]);
  });

  it('needs an open till, and somebody to have seen card money go back', () => {
    const [desk, session] = start();
    topUp(desk, session, 'card');
    expect(reverse(desk, 'top')).toEqual(['confirmed moneyBackNotConfirmed']);
    const closed = new Desk(desk.now);
    closed.records.set('top', desk.get('top'));
    expect(reverse(closed, 'top', true)).toEqual(['noSession']);
    expect(reverse(desk, 'top', true)).toEqual([]);
  });

  it('refuses a top-up of which something was spent', () => {
    const [desk, session] = start();
    topUp(desk, session);
    put(desk, session, 'spent', 'tipTaken', {
      receiver: '球童 08',
      amount: 1,
      payments: [pay('member', 1, 'member')],
      customer: CUSTOMER,
      remark: '',
    });
    expect(reverse(desk, 'top')).toEqual(['topUpSpent']);
  });

  it('refuses a deposit that was returned and a tip that was paid out', () => {
    const [desk, session] = start();
    deposit(desk, session);
    tip(desk, session);
    put(desk, session, 'return:dep', 'depositReturned', {
      of: 'dep',
      ofNo: '',
      returned: 50_000,
      kept: 0,
      reason: '',
      lateFee: 0,
      payments: [pay('cash', 50_000)],
      charged: [],
      signature: null,
      approval: null,
    });
    put(desk, session, 'tips:tip', 'tipsPaid', {
      receiver: '球童 08',
      tips: [{ id: 'tip', no: '', amount: 5_000 }],
      amount: 5_000,
      signature: null,
    });
    expect(reverse(desk, 'dep')).toEqual(['entryHasSuccessor']);
    expect(reverse(desk, 'tip')).toEqual(['entryHasSuccessor']);
  });

  it('takes an untouched deposit and tip back', () => {
    const [desk, session] = start();
    deposit(desk, session);
    tip(desk, session);
    expect(reverse(desk, 'dep')).toEqual([]);
    expect(reverse(desk, 'tip')).toEqual([]);
    const { open } = desk.books();
    expect([open.securityDeposit?.dep?.amount, open.loan?.dep?.amount, open.tip?.tip?.amount]).toEqual([
      0, 0, 0,
    ]);
  });
});
