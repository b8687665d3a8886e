/** What gave money back or handed it on can be taken back too, and then be done anew (DOMAIN §2, §6). */
import { describe, expect, it } from 'vitest';
import { effects } from '@shared/ledger/effects';
import { reverseEntry } from '@shared/ledger/reverse';
import { nextTime, reversalId, standing, timesOf } from '@shared/ledger/standing';
import { payTips } from '@shared/loans/pay-tips';
import { returnDeposit } from '@shared/loans/return-deposit';
import { loanRows, loanState } from '@shared/loans/rows';
import { tipRows, tipState } from '@shared/loans/tip-rows';
import type { Desk } from '../../../helpers/desk';
import { BY_LEAD, cash, loanDesk, SIGNED, taken, tip } from '../loans/loan-desk';

const undo = (desk: Desk, id: string): readonly string[] =>
  desk.codes(reverseEntry, { id, reason: '两台重复', confirmed: true }, BY_LEAD);

const sum = (desk: Desk): number =>
  desk
    .ledger()
    .flatMap((entry) => effects(entry).money)
    .reduce((all, { amount }) => all + amount, 0);

describe('an id of an act that happens once', () => {
  it('is the next one only after the last was taken back', () => {
    expect(nextTime('x', [])).toBe('x');
    expect(nextTime('x', [{ id: 'x' }])).toBeNull();
    expect(nextTime('x', [{ id: 'x' }, { id: reversalId('x') }])).toBe('x:2');
    const all = timesOf('x').flatMap((id) => [{ id }, { id: reversalId(id) }]);
    expect(nextTime('x', all)).toBeNull();
    expect(standing([{ id: 'x' }, { id: 'y' }], [{ id: reversalId('x') }])).toEqual([{ id: 'y' }]);
  });
});

describe('tips paid out', () => {
  it('wait again once the payment is taken back, and are paid anew', () => {
    const desk = loanDesk();
    tip(desk, 't1');
    const before = sum(desk);
    expect(desk.codes(payTips, { tips: ['t1'], signature: SIGNED })).toEqual([]);
    expect(undo(desk, 'tips:t1')).toEqual([]);
    expect(sum(desk)).toBe(before);
    expect(tipRows(desk.ledger()).map(tipState)).toEqual(['waiting']);
    expect(desk.codes(payTips, { tips: ['t1'], signature: SIGNED })).toEqual([]);
    expect(desk.get('tips:t1:2').kind).toBe('tipsPaid');
    expect(undo(desk, 'tips:t1')).toEqual(['entryReversed']);
    expect(tipRows(desk.ledger()).map(tipState)).toEqual(['paid']);
  });
});

describe('a return', () => {
  it('taken back leaves the thing out, and can be done anew', () => {
    const desk = loanDesk();
    taken(desk);
    const fields = {
      kept: '',
      reason: '',
      lateFee: '',
      payments: [cash('500')],
      charged: [],
      signature: SIGNED,
    };
    const before = sum(desk);
    expect(desk.codes(returnDeposit, { of: 'd1', fields })).toEqual([]);
    expect(undo(desk, 'return:d1')).toEqual([]);
    expect(sum(desk)).toBe(before);
    expect(loanRows(desk.ledger()).map(loanState)).toEqual(['out']);
    expect(desk.codes(returnDeposit, { of: 'd1', fields })).toEqual([]);
    expect(
      loanRows(desk.ledger()).map((row) => [loanState(row), row.returned?.id, row.undone.length]),
    ).toEqual([['returned', 'return:d1:2', 1]]);
  });
});
