/** Discounts as clerks type them (DOMAIN §4: line or whole, percent or amount). */
import { describe, expect, it } from 'vitest';
import { offOf, readOff, type Off } from '@shared/sales/off';

describe('readOff', () => {
  it.each<[string, Off | null]>([
    ['', 0],
    ['12.50', 1_250],
    ['10%', { percent: 10 }],
    ['2.5 %', { percent: 2.5 }],
    ['１０％', { percent: 10 }],
    ['100%', { percent: 100 }],
    ['9折', { percent: 10 }],
    ['85折', { percent: 15 }],
    ['8.5折', { percent: 15 }],
    ['101%', null],
    ['-5', null],
    ['-5%', null],
    ['0折', null],
    ['10折', null],
    ['=1+1', null],
    ['一点', null],
  ])('reads %j', (typed, off) => expect(readOff(typed)).toEqual(off));
});

describe('offOf', () => {
  it('rounds a share to the fen and leaves an amount as it is', () =>
    expect([offOf({ percent: 10 }, 1_005), offOf({ percent: 0 }, 500), offOf(37, 500)]).toEqual([
      101, 0, 37,
    ]));
});
