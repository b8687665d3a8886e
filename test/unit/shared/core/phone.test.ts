import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizePhone, phoneKey } from '@shared/core/phone';

describe('normalizePhone', () => {
  it.each([
    ['138 1234 5678', '13812345678'],
    ['+86 138-1234-5678', '13812345678'],
    ['0086 13812345678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['(0532) 8888 6666', '053288886666'],
    ['010-62345678', '01062345678'],
    ['+86 532 8888 6666', '053288886666'],
    ['+86 10 6234 5678', '01062345678'],
    ['400-812-3456', '4008123456'],
    ['+852 6123 4567', '+85261234567'],
    ['00852 61234567', '+85261234567'],
    ['+853 6612 3456', '+85366123456'],
    ['+886 912 345 678', '+886912345678'],
    ['+1 (415) 555-0132', '+14155550132'],
    ['', ''],
    ['   ', ''],
  ])('stores %j as %j', (typed, stored) => {
    expect(normalizePhone(typed)).toBe(stored);
  });

  it.each([
    '12812345678', // no mobile network begins 12
    '1381234567', // a digit short
    '138123456789', // a digit long
    '88886666', // a landline without its area code
    '0532 0888666', // no subscriber number begins 0
    '+852 612345', // Hong Kong has eight digits
    '+86 12345',
    '+1234567890123456', // over E.164
    '张先生',
    '13812345678😀',
    '1'.repeat(10_000),
  ])('refuses %j', (typed) => {
    expect(normalizePhone(typed)).toBeNull();
  });

  it('stores every mainland mobile the same however it is spaced', () => {
    const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }));
    fc.assert(
      fc.property(
        mobile,
        fc.constantFrom('', ' ', '-', '.'),
        fc.constantFrom('', '+86', '0086'),
        ([second, rest], gap, code) => {
          const digits = `1${second}${String(rest).padStart(9, '0')}`;
          const typed = `${code}${gap}${digits.slice(0, 3)}${gap}${digits.slice(3, 7)}${gap}${digits.slice(7)}`;
          expect(normalizePhone(typed)).toBe(digits);
        },
      ),
    );
  });

  it('keeps a number it stored, and its key is digits', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const stored = normalizePhone(typed);
        if (stored === null) return;
        expect(normalizePhone(stored)).toBe(stored);
        expect(phoneKey(stored)).toMatch(/^\d*$/);
      }),
    );
  });
});
