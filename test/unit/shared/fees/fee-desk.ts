/** A desk with an open till and numbered stock, for the tests of this folder. */
import { expect } from 'vitest';
import { accept, type Command } from '@shared/core/command';
import { emptyFee, type FeeFields } from '@shared/fees/fee-fields';
import { moveNumbered, type MoveNumbered } from '@shared/fees/move-numbered';
import { takeFee } from '@shared/fees/take-fee';
import { newEntry } from '@shared/ledger/entry';
import { EMPTY_PAYMENT, type PaymentInput } from '@shared/ledger/payments';
import type { Fee } from '@shared/ledger/entries/fees';
import { CLERK, Desk, LEAD, pinOf, type Act } from '../../../helpers/desk';

export const MORNING = '2026-11-21T01:42:30.500Z'; // 09:42 in Shanghai
export const BY_LEAD = { witnesses: [pinOf(LEAD)] };

/** Opens this desk's till with 500 yuan. */
export const openTill: Command<{ readonly id: string }> = {
  type: 'till.open',
  roles: ['clerk'],
  reads: () => [],
  decide: ({ id }, _loaded, context) => {
    const opener = { staff: context.actor.id, name: context.actor.name, at: context.now };
    const body = {
      pieces: { '10000': 5 },
      float: 50_000,
      from: '',
      expected: 50_000,
      reason: '',
      opener,
      shift: '早班',
    };
    return accept({
      collection: 'ledger',
      doc: newEntry(id, 'tillOpen', 'till.open', body, context),
      number: 'tillSession',
    });
  },
};

export const cash = (amount: string, given = ''): PaymentInput => ({ ...EMPTY_PAYMENT, amount, given });
export const wechat = (amount: string): PaymentInput => ({
  ...EMPTY_PAYMENT,
  tender: 'wechat',
  amount,
  ref: '4417',
  confirmed: true,
});

/** A locker fee of 300 yuan in cash, everything ticked. */
export const fee = (change: Partial<FeeFields> = {}): FeeFields => ({
  ...emptyFee('储物柜'),
  name: '刘志远',
  amount: '300',
  ticked: ['POS 机可用', '租用协议', '钥匙'],
  payments: [cash(change.amount ?? '300')],
  ...change,
});

export function move(desk: Desk, change: Partial<MoveNumbered> = {}, act: Act = {}): readonly string[] {
  const input: MoveNumbered = {
    id: `m${desk.ledger().length}`,
    stock: 'card',
    move: 'received',
    from: 'HY0001',
    to: 'HY0010',
    reason: '财务部',
    ...change,
  };
  return desk.codes(moveNumbered, input, { actId: input.id, ...act });
}

/** A till that is open, ten cards, five agreements and twenty receipts on hand. */
export function feeDesk(): Desk {
  const desk = new Desk(MORNING);
  expect(desk.codes(openTill, { id: 'till' }, { actor: CLERK })).toEqual([]);
  expect(move(desk)).toEqual([]);
  expect(move(desk, { stock: 'agreement', from: 'XY-001', to: 'XY-005' })).toEqual([]);
  expect(move(desk, { stock: 'receiptBook', from: '0000101', to: '0000120' })).toEqual([]);
  return desk;
}

/** Takes a fee under the id `f1`. */
export function taken(desk: Desk, change: Partial<FeeFields> = {}): Fee {
  expect(desk.codes(takeFee, { id: 'f1', fields: fee(change) }, { actId: 'f1' })).toEqual([]);
  return desk.get<Fee>('f1');
}
