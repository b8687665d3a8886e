// Tips (DOMAIN §4): somebody else's money, paid out once, in cash, signed for.
import { describe, expect, it } from 'vitest';
import { openAmount } from '@shared/ledger/books';
import { effects } from '@shared/ledger/effects';
import { reverseEntry } from '@shared/ledger/reverse';
import type { TipsPaid } from '@shared/ledger/entries/money';
import { payTips } from '@shared/loans/pay-tips';
import { byReceiver, tipRows, tipState, tipUnsigned } from '@shared/loans/tip-rows';
import { Desk } from '../../../helpers/desk';
import { BY_LEAD, loanDesk, MORNING, ON_PAPER, SIGNED, tip } from './loan-desk';

const pay = (
  desk: Desk,
  tips: readonly string[],
  signature: typeof SIGNED | null = SIGNED,
): readonly string[] => desk.codes(payTips, { tips, signature });

describe('a tip', () => {
  it('is taken for somebody and is no income', () => {
    const desk = loanDesk();
    expect(tip(desk, 't1')).toEqual([]);
    const moves = effects(desk.get('t1'));
    expect(moves.income).toEqual([]);
    expect(moves.money.map(({ tender, amount, flow }) => [tender, amount, flow])).toEqual([
      ['wechat', 10_000, 'tip'],
    ]);
    expect(desk.get('t1').body.no).toMatch(/^XF-A-20261121-\d{4}$/);
  });

  it('needs a receiver, an amount and an open till', () => {
    const desk = loanDesk();
    expect(tip(desk, 't1', { receiver: ' ', amount: '0', payments: [] })).toEqual([
      'receiver required',
      'amount badMoney',
    ]);
    expect(tip(desk, 't1', { amount: '-5' })).toEqual(['amount badMoney']);
    expect(tip(new Desk(MORNING), 't1')).toEqual(['noSession']);
  });
});

describe('paying out', () => {
  it('takes cash out of the till for one receiver at a time, and is signed', () => {
    const desk = loanDesk();
    tip(desk, 't1');
    tip(desk, 't2', { amount: '50' });
    tip(desk, 't3', { receiver: '教练 孙立' });
    expect(pay(desk, [])).toEqual(['tips tipsNone']);
    expect(pay(desk, ['t1', 'nothing'])).toEqual(['tips tipsNone']);
    expect(pay(desk, ['t1', 't3'])).toEqual(['tips tipOfAnother']);
    expect(pay(desk, ['t1'], null)).toEqual(['signature signatureMissing']);
    expect(pay(desk, ['t2', 't1'])).toEqual([]);
    const entry = desk.get<TipsPaid>('tips:t1');
    expect(entry.body).toMatchObject({ receiver: '球童 16 李春梅', amount: 15_000 });
    expect(effects(entry).money).toMatchObject([{ tender: 'cash', amount: -15_000, flow: 'tip' }]);
    expect(openAmount(desk.books(), 'tip', 't1')).toBe(0);
    expect(byReceiver(tipRows(desk.ledger()))).toEqual([
      { receiver: '教练 孙立', count: 1, amount: 10_000, waiting: 10_000 },
      { receiver: '球童 16 李春梅', count: 2, amount: 15_000, waiting: 0 },
    ]);
  });

  it('happens once, also for a part of what was paid', () => {
    const desk = loanDesk();
    tip(desk, 't1');
    tip(desk, 't2');
    expect(pay(desk, ['t1', 't2'])).toEqual([]);
    expect(pay(desk, ['t2'])).toEqual(['tips tipSettled']);
    expect(pay(desk, ['t1'])).toEqual(['tips tipSettled']);
  });

  it('pays no tip that was taken back, and what was paid is not taken back', () => {
    const desk = loanDesk();
    tip(desk, 't1');
    tip(desk, 't2');
    const reverse = (id: string): readonly string[] =>
      desk.codes(reverseEntry, { id, reason: '客人退款', confirmed: true }, BY_LEAD);
    expect(reverse('t1')).toEqual([]);
    expect(pay(desk, ['t1'])).toEqual(['tips tipSettled']);
    expect(pay(desk, ['t2'])).toEqual([]);
    expect(reverse('t2')).toEqual(['entryHasSuccessor']);
    expect(tipRows(desk.ledger()).map((row) => [row.id, tipState(row)])).toEqual([
      ['t2', 'paid'],
      ['t1', 'reversed'],
    ]);
  });

  it('on paper waits for its archive number', () => {
    const desk = loanDesk();
    tip(desk, 't1');
    expect(desk.codes(payTips, { tips: ['t1'], signature: ON_PAPER })).toEqual([]);
    expect(tipRows(desk.ledger()).map(tipUnsigned)).toEqual([true]);
  });
});
