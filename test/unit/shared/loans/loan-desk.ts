/** A desk with an open till, for the tests of this folder. */
import { expect } from 'vitest';
import { EMPTY_PAYMENT, type PaymentInput } from '@shared/ledger/payments';
import type { DepositTaken } from '@shared/ledger/entries/money';
import { returnDeposit, type ReturnFields } from '@shared/loans/return-deposit';
import { EMPTY_DEPOSIT, takeDeposit, type DepositFields } from '@shared/loans/take-deposit';
import { EMPTY_TIP, takeTip, type TipFields } from '@shared/loans/take-tip';
import { Desk, LEAD, pinOf, type Act } from '../../../helpers/desk';
import { opened } from '../../../helpers/tills';

export const MORNING = '2026-11-21T01:42:30.500Z'; // 09:42 in Shanghai
export const BY_LEAD = { witnesses: [pinOf(LEAD)] };

export const cash = (amount: string, given = ''): PaymentInput => ({ ...EMPTY_PAYMENT, amount, given });
export const wechat = (amount: string): PaymentInput => ({
  ...EMPTY_PAYMENT,
  tender: 'wechat',
  amount,
  ref: '4417',
  confirmed: true,
});

/** A signature as the pad gives it. */
export const SIGNED = {
  mode: 'screen',
  strokes: { width: 100, height: 40, strokes: [[[5, 20] as const, [60, 10] as const, [90, 30] as const]] },
} as const;
export const ON_PAPER = { mode: 'paper', archiveNo: '' } as const;

/** A set of clubs for a deposit of 500 and a rental of 100 yuan, back by six in the evening. */
export const loan = (change: Partial<DepositFields> = {}): DepositFields => ({
  ...EMPTY_DEPOSIT,
  item: 'clubs',
  itemNo: 'G-12',
  description: '女士半套',
  name: '司徒静怡',
  phone: '13812345678',
  amount: '500',
  rental: '100',
  backBy: '2026-11-21T18:00',
  payments: [cash('600')],
  signature: SIGNED,
  ...change,
});

/** All of a 500 yuan deposit back in cash. */
export const back = (change: Partial<ReturnFields> = {}): ReturnFields => ({
  kept: '',
  reason: '',
  lateFee: '',
  payments: [cash('500')],
  charged: [],
  signature: SIGNED,
  ...change,
});

export const tipOf = (change: Partial<TipFields> = {}): TipFields => ({
  ...EMPTY_TIP,
  receiver: '球童 16 李春梅',
  amount: '100',
  name: '刘志远',
  payments: [wechat(change.amount ?? '100')],
  ...change,
});

/** A desk whose till is open. */
export function loanDesk(): Desk {
  const desk = new Desk(MORNING);
  opened(desk);
  return desk;
}

export const take = (desk: Desk, change: Partial<DepositFields> = {}, id = 'd1'): readonly string[] =>
  desk.codes(takeDeposit, { id, fields: loan(change) }, { actId: id });

export const giveBack = (
  desk: Desk,
  change: Partial<ReturnFields> = {},
  act: Act = {},
  of = 'd1',
): readonly string[] => desk.codes(returnDeposit, { of, fields: back(change) }, act);

export const tip = (desk: Desk, id: string, change: Partial<TipFields> = {}): readonly string[] =>
  desk.codes(takeTip, { id, fields: tipOf(change) }, { actId: id });

/** Takes the usual deposit. */
export function taken(desk: Desk, change: Partial<DepositFields> = {}): DepositTaken {
  expect(take(desk, change)).toEqual([]);
  return desk.get<DepositTaken>('d1');
}
