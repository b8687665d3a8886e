import { describe, expect, it } from 'vitest';
import { placeOf, readScan, withProduct, withQuantity } from '@shared/sales/basket';

describe('readScan', () => {
  it.each<[string, number | null, string]>([
    ['6901234500017', null, '6901234500017'],
    ['3*6901234500017', 3, '6901234500017'],
    ['12 × 矿泉水', 12, '矿泉水'],
    ['３＊ｋｑｓ', 3, 'kqs'],
    ['5*', 5, ''],
    ['0*690', null, '690'],
    [' 手套 22 ', null, '手套 22'],
  ])('reads %s', (typed, quantity, text) => expect(readScan(typed)).toEqual({ quantity, text }));
});

describe('withProduct', () => {
  const one = withProduct([], 'a', false, 1);
  it('adds the same product up', () =>
    expect(withProduct(one, 'a', false, 2)).toEqual([{ ...one[0], quantity: '3' }]));
  it('keeps pieces and packs apart', () => expect(withProduct(one, 'a', true, 1)).toHaveLength(2));
  it('begins a new line beside a gift', () => {
    const gift = one.map((line) => ({ ...line, gift: true }));
    expect(withProduct(gift, 'a', false, 1)).toHaveLength(2);
  });
  it('sets the quantity of what was scanned last, wherever it stands', () => {
    const two = withProduct(one, 'b', false, 1);
    const set = (product: string): readonly string[] =>
      withQuantity(two, placeOf(two, product, false), 7).map(({ quantity }) => quantity);
    expect([set('a'), set('b'), set('gone')]).toEqual([
      ['7', '1'],
      ['1', '7'],
      ['1', '7'],
    ]);
  });
});
