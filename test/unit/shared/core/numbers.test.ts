import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_PREFIXES, formatNumber, parseNumber } from '@shared/core/numbers';
import { addDays } from '@shared/core/time';

const prefix = fc.constantFrom(...Object.values(DEFAULT_PREFIXES));
const desk = fc.stringMatching(/^[A-Z0-9]{1,3}$/);
const day = fc.nat(20_000).map((days) => addDays('2000-01-01', days));

it('reads back every number it writes, also beyond four digits', () => {
  fc.assert(
    fc.property(prefix, desk, day, fc.integer({ min: 1, max: 99_999 }), (register, at, on, running) => {
      const no = formatNumber(register, at, on, running);
      expect(parseNumber(no)).toEqual({ prefix: register, desk: at, day: on, running });
    }),
  );
});

it('takes nothing else for a number', () => {
  expect(formatNumber('YL', 'A', '2026-11-21', 3)).toBe('YL-A-20261121-0003');
  for (const text of [
    '',
    'YL-A-20261121-3',
    'yl-A-20261121-0003',
    'YL-A-2026-11-21-0003',
    ' YL-A-20261121-0003',
  ])
    expect(parseNumber(text)).toBeNull();
});

it('gives every register a prefix of its own', () => {
  expect(new Set(Object.values(DEFAULT_PREFIXES)).size).toBe(Object.keys(DEFAULT_PREFIXES).length);
});
