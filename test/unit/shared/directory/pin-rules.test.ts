import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinFault } from '@shared/directory/pin-rules';

const code = (pin: string, again = pin): string | undefined => pinFault(pin, again)?.code;

describe('a PIN', () => {
  it('has at least six digits, typed the same twice', () => {
    expect(code('12345')).toBe('shortPin');
    expect(code('12a456')).toBe('shortPin');
    expect(code('１２３４５６')).toBe('shortPin');
    expect(code('730915', '730916')).toBe('pinsDiffer');
    expect(code('730915')).toBeUndefined();
  });

  it('is none of the obvious ones', () => {
    for (const pin of [
      '123456',
      '654321',
      '000000',
      '888888',
      '789012',
      '012345',
      '121212',
      '123123',
      '987654321',
    ])
      expect(code(pin), pin).toBe('weakPin');
  });

  it('may be any run of digits that neither steps by one nor repeats a block', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 20 });
    fc.assert(
      fc.property(digits, (list) => {
        const steps = new Set(list.slice(1).map((digit, at) => (digit - (list[at] ?? 0) + 10) % 10));
        const blocks = [1, 2, 3].some(
          (size) =>
            list.length > size &&
            list.length % size === 0 &&
            list.every((digit, at) => digit === list[at % size]),
        );
        fc.pre(steps.size > 1 && !blocks);
        expect(code(list.join(''))).toBeUndefined();
      }),
    );
  });
});
