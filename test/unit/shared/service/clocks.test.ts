/** Service clocks by the wall and within working hours (DOMAIN §3.2, §3.4). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '@shared/core/time';
import { dueAfter, minutesOn, monthsAfter, type WorkingHours } from '@shared/service/clocks';

const WEEK: WorkingHours = { from: '08:00', to: '18:00', days: [1, 2, 3, 4, 5] };
const at = (civilTime: string): string => instantOf(civilTime);

describe('a clock in working hours', () => {
  it.each([
    ['starts when work begins', '2026-11-27T06:00', 60, '2026-11-27T09:00'],
    ['runs at once within hours', '2026-11-27T10:00', 60, '2026-11-27T11:00'],
    ['goes on the next working day: Friday evening to Monday', '2026-11-27T17:30', 60, '2026-11-30T08:30'],
    ['waits over a weekend', '2026-11-28T12:00', 10, '2026-11-30T08:10'],
    ['may end exactly when work ends', '2026-11-27T17:00', 60, '2026-11-27T18:00'],
  ])('%s', (_what, start, minutes, due) => {
    expect(dueAfter(at(start), { minutes, mode: 'working' }, WEEK)).toBe(at(due));
  });

  it('has counted exactly its minutes when it runs out, in either mode', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 400 }),
        fc.integer({ min: 1, max: 60 * 24 * 10 }),
        fc.constantFrom('wall' as const, 'working' as const),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        (offset, minutes, mode, days) => {
          const start = new Date(Date.parse('2026-01-01T00:00:00.000Z') + offset * 60_000).toISOString();
          const hours = { ...WEEK, days };
          const due = dueAfter(start, { minutes, mode }, hours);
          expect(minutesOn(start, due, mode, hours)).toBe(minutes);
          const before = new Date(Date.parse(due) - 60_000).toISOString();
          expect(minutesOn(start, before, mode, hours)).toBe(minutes - 1);
        },
      ),
    );
  });
});

describe('months after', () => {
  it.each([
    ['2026-01-31T09:30', 1, '2026-02-28T09:30'],
    ['2028-01-31T09:30', 1, '2028-02-29T09:30'],
    ['2026-03-31T23:59', 1, '2026-04-30T23:59'],
    ['2026-12-15T00:00', 1, '2027-01-15T00:00'],
    ['2026-11-30T12:00', 3, '2027-02-28T12:00'],
  ])('%s + %i month(s) is %s', (start, months, due) => {
    expect(monthsAfter(at(start), months)).toBe(at(due));
  });
});
