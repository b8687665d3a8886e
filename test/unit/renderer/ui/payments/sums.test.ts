/** What an empty amount means, and change (DOMAIN §4). */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseMoney } from '@shared/core/money';
import { EMPTY_PAYMENT } from '@shared/ledger/payments';
import { asTyped, changeOf, filled, paidSoFar } from '../../../../../renderer/ui/payments/sums';

const cash = (amount: string, given = ''): typeof EMPTY_PAYMENT => ({ ...EMPTY_PAYMENT, amount, given });

it('fills the rest into the line left empty', () => {
  expect(filled([cash('40'), { ...cash(''), tender: 'wechat' }], 10_000)[1]?.amount).toBe('60.00');
});
it('drops an empty line when nothing is left to pay', () => {
  expect(filled([cash('100'), cash('')], 10_000)).toEqual([cash('100')]);
  expect(filled([cash('')], 0)).toEqual([]);
});
it('leaves what was typed as it is', () => {
  expect(filled([cash('1'), cash('2')], 10_000)).toEqual([cash('1'), cash('2')]);
});
it('reads back what it types', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (fen) => {
      expect(parseMoney(asTyped(fen))).toBe(fen);
    }),
  );
});
it('adds up to the total whenever a line is empty and something is left', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000), (rest, first) => {
      expect(paidSoFar(filled([cash(asTyped(first)), cash('')], first + rest))).toBe(first + rest);
    }),
  );
});
it('gives change, and none while too little is given', () => {
  expect(changeOf(cash('', '120'), 10_000)).toBe(2_000);
  expect(changeOf(cash(''), 10_000)).toBe(0);
  expect(changeOf(cash('', '99'), 10_000)).toBeNull();
});
