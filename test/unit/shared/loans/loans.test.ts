// Deposits and things lent (DOMAIN §4): taken, back in whole or part, never lent twice, never income.
import { describe, expect, it } from 'vitest';
import { NEVER_DUE } from '@shared/core/envelope';
import { openAmount } from '@shared/ledger/books';
import { effects } from '@shared/ledger/effects';
import { filePaper } from '@shared/ledger/file-paper';
import { reverseEntry } from '@shared/ledger/reverse';
import type { DepositReturned } from '@shared/ledger/entries/money';
import { lateness, loanRows, loanState, loanSums, unsigned, type LoanRow } from '@shared/loans/rows';
import { CLERK, Desk, FINANCE, LEAD, pinOf } from '../../../helpers/desk';
import { NEXT } from '../../../helpers/tills';
import { BY_LEAD, cash, giveBack, loanDesk, MORNING, ON_PAPER, take, taken, wechat } from './loan-desk';

const row = (desk: Desk, id = 'd1'): LoanRow => {
  const found = loanRows(desk.ledger()).find((one) => one.id === id);
  if (!found) throw new Error(`no loan ${id}`);
  return found;
};

describe('lending', () => {
  it('takes deposit and rental in one act; only the rental is income', () => {
    const desk = loanDesk();
    const entry = taken(desk, { payments: [wechat('200'), cash('400', '500')] });
    expect(entry.body.no).toMatch(/^YA-A-20261121-\d{4}$/);
    expect(entry.body.backBy).toBe('2026-11-21T10:00:00.000Z');
    const { income, money } = effects(entry);
    expect(income).toEqual([{ source: 'rental', amount: 10_000 }]);
    expect(money.map(({ tender, amount, flow }) => [tender, amount, flow])).toEqual([
      ['wechat', 10_000, 'securityDeposit'],
      ['wechat', 10_000, 'rental'],
      ['cash', 40_000, 'securityDeposit'],
    ]);
    expect(openAmount(desk.books(), 'securityDeposit', 'd1')).toBe(50_000);
  });

  it('of a thing without deposit and rental needs no open till', () => {
    const desk = new Desk(MORNING);
    expect(take(desk, { amount: '', rental: '0', payments: [], backBy: '' })).toEqual([]);
    expect(row(desk).taken).toMatchObject({ key: '', body: { amount: 0, backBy: NEVER_DUE } });
    expect(take(desk, { itemNo: 'G-13' }, 'd2')).toEqual(['noSession']);
    expect(giveBack(desk, { payments: [], signature: null })).toEqual([]);
    expect(loanState(row(desk))).toBe('returned');
  });

  it('refuses a number that is out, however it is written, until it is back', () => {
    const desk = loanDesk();
    taken(desk);
    expect(take(desk, { itemNo: ' ｇ-12 ' }, 'd2')).toEqual(['itemNo thingOut']);
    expect(take(desk, { item: 'key' }, 'd3')).toEqual([]);
    expect(giveBack(desk)).toEqual([]);
    expect(take(desk, {}, 'd4')).toEqual([]);
  });

  it('may be repeated for things without a number', () => {
    const desk = loanDesk();
    const umbrella = { item: 'umbrella', itemNo: '', description: '长柄伞' };
    expect(take(desk, umbrella, 'd1')).toEqual([]);
    expect(take(desk, umbrella, 'd2')).toEqual([]);
    expect(take(desk, { ...umbrella, description: ' ' }, 'd3')).toEqual(['itemNo notIdentified']);
  });

  it('asks for what is missing, each beside its field', () => {
    const desk = loanDesk();
    const codes = take(desk, {
      item: 'boat',
      name: ' ',
      phone: '12',
      amount: '5.555',
      rental: '-1',
      backBy: '2026-11-21T09:00',
      payments: [],
      signature: null,
      remark: '字'.repeat(201),
    });
    expect([...codes].sort()).toEqual([
      'amount badMoney',
      'backBy backByPast',
      'item required',
      'name required',
      'phone badPhone',
      'remark tooLong',
      'rental badMoney',
      'signature signatureMissing',
    ]);
    expect(desk.records.has('d1')).toBe(false);
  });

  it.each([['2026-02-30T10:00'], ['tomorrow'], ['2026-13-01T10:00'], ['2027-01-01']])(
    'refuses the time %s',
    (backBy) => {
      expect(take(loanDesk(), { backBy })).toEqual(['backBy badDateTime']);
    },
  );

  it.each([['10000000.01'], ['1000000000'], ['99999999999'], ['一百']])(
    'refuses a deposit of %s',
    (amount) => {
      const desk = loanDesk();
      expect(take(desk, { amount })).toContain('amount badMoney');
      expect(desk.records.has('d1')).toBe(false);
    },
  );

  it('refuses tenders that do not add up, less cash than due, vouchers, debts and money nobody saw', () => {
    const desk = loanDesk();
    expect(take(desk, { payments: [cash('500')] })).toEqual(['payments paymentsShort']);
    expect(take(desk, { payments: [cash('600', '500')] })).toEqual(['payments.0.given givenTooLow']);
    expect(take(desk, { payments: [{ ...wechat('600'), tender: 'voucher' }] })).toEqual([
      'payments.0 tenderNotHere',
    ]);
    expect(take(desk, { payments: [{ ...wechat('600'), tender: 'onAccount' }] })).toContain(
      'payments.0 tenderNotHere',
    );
    expect(take(desk, { payments: [{ ...wechat('600'), confirmed: false }] })).toEqual([
      'payments.0 notConfirmed',
    ]);
  });

  it('is one act however often it is sent', () => {
    const desk = loanDesk();
    taken(desk);
    const before = desk.records.size;
    expect(take(desk, { amount: '9' })).toEqual([]);
    expect(desk.records.size).toBe(before);
  });
});

describe('the return', () => {
  it('gives all of it back the way it came', () => {
    const desk = loanDesk();
    taken(desk, { payments: [wechat('300'), cash('300')] });
    expect(giveBack(desk, { payments: [cash('500')] })).toEqual(['payments.0.amount depositOtherWay']);
    // The rental came out of the first tender.
    expect(giveBack(desk, { payments: [wechat('300'), cash('200')] })).toEqual([
      'payments.0.amount depositOtherWay',
    ]);
    expect(giveBack(desk, { payments: [wechat('200'), cash('300')] })).toEqual([]);
    const { returned } = row(desk);
    expect(returned?.body).toMatchObject({ returned: 50_000, kept: 0, approval: null });
    expect(openAmount(desk.books(), 'securityDeposit', 'd1')).toBe(0);
    expect(openAmount(desk.books(), 'loan', 'd1')).toBe(0);
  });

  it('keeps a part with a reason and a lead who is not at the desk', () => {
    const desk = loanDesk();
    taken(desk);
    const part = { kept: '120', payments: [cash('380')] };
    expect(giveBack(desk, part)).toEqual(['reason required', 'approval leadMustConfirm']);
    const reasoned = { ...part, reason: '球杆弯折' };
    expect(giveBack(desk, reasoned, { actor: LEAD })).toEqual(['approval notOwnApproval']);
    expect(giveBack(desk, reasoned, { witnesses: [pinOf(NEXT)] })).toEqual(['approval leadMustConfirm']);
    expect(giveBack(desk, reasoned, BY_LEAD)).toEqual([]);
    const entry = desk.get<DepositReturned>('return:d1');
    expect(entry.body).toMatchObject({ returned: 38_000, kept: 12_000, approval: { name: '周立' } });
    expect(effects(entry).income).toEqual([{ source: 'depositKept', amount: 12_000 }]);
  });

  it('may keep all of it, but no more', () => {
    const desk = loanDesk();
    taken(desk);
    const all = { kept: '500', reason: '丢失', payments: [] };
    expect(giveBack(desk, { ...all, kept: '500.01' }, BY_LEAD)).toEqual(['kept keptTooMuch']);
    expect(giveBack(desk, all, BY_LEAD)).toEqual([]);
    expect(loanSums([row(desk)])).toMatchObject({ taken: 50_000, returned: 0, kept: 50_000, held: 0 });
  });

  it('charges a late fee apart from the deposit; its faults stand at its own tenders', () => {
    const desk = loanDesk();
    taken(desk);
    expect(giveBack(desk, { lateFee: '30', charged: [cash('20')] })).toEqual(['charged paymentsShort']);
    expect(giveBack(desk, { lateFee: '30', charged: [{ ...wechat('30'), confirmed: false }] })).toEqual([
      'charged.0 notConfirmed',
    ]);
    expect(giveBack(desk, { lateFee: '30', charged: [wechat('30')] })).toEqual([]);
    const moves = effects(desk.get('return:d1'));
    expect(moves.income).toEqual([{ source: 'rental', amount: 3_000 }]);
    expect(moves.money.map(({ tender, amount, flow }) => [tender, amount, flow])).toEqual([
      ['cash', -50_000, 'securityDeposit'],
      ['wechat', 3_000, 'rental'],
    ]);
  });

  it('happens once: a second one and one of a reversed deposit are refused', () => {
    const desk = loanDesk();
    taken(desk);
    expect(giveBack(desk, { signature: null })).toEqual(['signature signatureMissing']);
    expect(giveBack(desk)).toEqual([]);
    expect(giveBack(desk)).toEqual(['loanClosed']);
    expect(take(desk, { itemNo: 'G-13' }, 'd2')).toEqual([]);
    const reverse = { id: 'd2', reason: '登记错了', confirmed: true };
    expect(desk.codes(reverseEntry, reverse, BY_LEAD)).toEqual([]);
    expect(giveBack(desk, {}, {}, 'd2')).toEqual(['loanClosed']);
    expect(giveBack(desk, {}, {}, 'nobody')).toEqual(['notFound']);
    expect(loanState(row(desk, 'd2'))).toBe('reversed');
    expect(take(desk, { itemNo: 'G-13' }, 'd3')).toEqual([]);
  });

  it('stands before a reversal of the deposit', () => {
    const desk = loanDesk();
    taken(desk);
    expect(giveBack(desk)).toEqual([]);
    const reverse = { id: 'd1', reason: '登记错了', confirmed: true };
    expect(desk.codes(reverseEntry, reverse, BY_LEAD)).toEqual(['entryHasSuccessor']);
  });
});

describe('what is out', () => {
  it('is due shortly before its time and overdue after it, and neither once it is back', () => {
    const desk = loanDesk();
    taken(desk);
    const at = (now: string): ReturnType<typeof lateness> => lateness(row(desk), now, 60);
    expect(at('2026-11-21T08:59:00.000Z')).toBeNull();
    expect(at('2026-11-21T09:00:00.000Z')).toBe('due');
    expect(at('2026-11-21T10:00:00.001Z')).toBe('overdue');
    expect(giveBack(desk)).toEqual([]);
    expect(at('2026-11-21T10:00:00.001Z')).toBeNull();
  });

  it('waits for the archive number of a paper signature, once', () => {
    const desk = loanDesk();
    taken(desk, { signature: ON_PAPER });
    expect(unsigned(row(desk)).map(({ id }) => id)).toEqual(['d1']);
    expect(giveBack(desk, { signature: ON_PAPER })).toEqual([]);
    expect(unsigned(row(desk)).map(({ id }) => id)).toEqual(['d1', 'return:d1']);
    const file = (of: string, archiveNo: string, actor = CLERK): readonly string[] =>
      desk.codes(filePaper, { of, archiveNo }, { actor });
    // Finance files what it received itself: deposits with finance, no customer's paper.
    expect(file('d1', 'DA-6', FINANCE)).toEqual(['notAllowed']);
    expect(file('d1', ' ')).toEqual(['archiveNo required']);
    expect(file('d1', 'DA-7')).toEqual([]);
    expect(file('d1', 'DA-8')).toEqual(['noSignatureDue']);
    expect(file('return:d1', 'DA-9')).toEqual([]);
    expect(unsigned(row(desk))).toEqual([]);
    expect(row(desk).paper?.body.archiveNo).toBe('DA-7');
  });
});
