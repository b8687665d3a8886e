import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, parseMoney } from '@shared/core/money';

describe('typed amounts', () => {
  it.each([
    ['300', 30_000],
    ['￥1,234.5', 123_450],
    ['１２３．４５', 12_345],
    ['12元', 1_200],
    ['0.07', 7],
  ])('%s', (typed, fen) => expect(parseMoney(typed)).toBe(fen));

  it.each(['', 'abc', '1.234', '-5', '1.2.3', '1e3', '9999999999'])('refuse %s', (typed) =>
    expect(parseMoney(typed)).toBeNull(),
  );

  it('come back from how they are shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => parseMoney(formatMoney(fen)) === fen),
    );
  });
});
