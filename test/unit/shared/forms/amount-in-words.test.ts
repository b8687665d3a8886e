import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInWords } from '../../../../shared/forms/amount-in-words';

/** Reads an amount in words back, by the grammar and not by the code under test. */
function read(words: string): number {
  const sign = words.startsWith('负') ? -1 : 1;
  const match = /^负?(?:(.*?)元)?零?(?:(.)角)?(零)?(?:(.)分)?整?$/u.exec(words);
  const [yuanPart = '', jiao, fen] = [match?.[1], match?.[2], match?.[4]];
  const digit = (text: string | undefined): number => (text ? '零壹贰叁肆伍陆柒捌玖'.indexOf(text) : 0);
  const section = (text: string): number => {
    let sum = 0;
    for (const [, value, place] of text.matchAll(/([壹贰叁肆伍陆柒捌玖])([仟佰拾]?)/gu))
      sum += digit(value) * (place === '仟' ? 1000 : place === '佰' ? 100 : place === '拾' ? 10 : 1);
    return sum;
  };
  const below = (text: string): number => {
    const [high, low] = text.includes('万')
      ? [text.slice(0, text.indexOf('万')), text.slice(text.indexOf('万') + 1)]
      : ['', text];
    return section(high) * 10_000 + section(low);
  };
  const split = yuanPart.indexOf('亿');
  const yuan =
    split >= 0
      ? below(yuanPart.slice(0, split)) * 100_000_000 + below(yuanPart.slice(split + 1))
      : below(yuanPart);
  return sign * (yuan * 100 + digit(jiao) * 10 + digit(fen));
}

describe('大写金额 (FORMS, rules of money)', () => {
  it.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [55, '伍角伍分'],
    [100, '壹元整'],
    [105, '壹元零伍分'],
    [1000, '壹拾元整'],
    [123450, '壹仟贰佰叁拾肆元伍角整'],
    [1640902, '壹万陆仟肆佰零玖元零贰分'],
    [10050000, '壹拾万零伍佰元整'],
    [1000100000, '壹仟万壹仟元整'],
    [10000000000, '壹亿元整'],
    [10000000100, '壹亿零壹元整'],
    [100_0000_0000_0000, '壹万亿元整'],
    [100_0200_0000_0000, '壹万零贰亿元整'],
    [-123, '负壹元贰角叁分'],
  ])('%d fen is %s', (fen, words) => {
    expect(amountInWords(fen)).toBe(words);
  });

  it('reads back to the same amount, and never writes two 零 in a row or a 零 before 元', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -9e15, max: 9e15 })),
        (fen) => {
          const words = amountInWords(fen);
          expect(read(words)).toBe(fen === 0 ? 0 : fen);
          expect(words).not.toMatch(/零零|.零元|零[万亿]/u);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('refuses fractions', () => {
    expect(() => amountInWords(1.5)).toThrow(RangeError);
  });
});
