/** 补记: an entry beyond a closed month's cut counts in the next open month (DESIGN §2). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedMonths, monthOf, nextMonth } from '@shared/ledger/months';
import type { MonthClose, MonthReopen } from '@shared/ledger/schema';

const entry = (day: string, n: number, desk = 'A'): Parameters<typeof monthOf>[0] => ({
  day,
  desk,
  body: { n },
});
const close = (month: string, round: number, cut: Record<string, number>): MonthClose =>
  ({ kind: 'monthClose', body: { month, round, cut } }) as unknown as MonthClose;
const reopen = (month: string, round: number): MonthReopen =>
  ({ kind: 'monthReopen', body: { month, round } }) as unknown as MonthReopen;

describe('monthOf', () => {
  const closed = closedMonths([close('2026-09', 1, { A: 50 }), close('2026-10', 1, { A: 100, B: 7 })]);

  it('is the own month within the cut', () =>
    expect(monthOf(entry('2026-10-31', 100), closed)).toBe('2026-10'));
  it('is the next open month beyond it', () =>
    expect(monthOf(entry('2026-10-31', 101), closed)).toBe('2026-11'));
  it('is a later closed month whose cut holds it', () =>
    expect(monthOf(entry('2026-09-30', 60), closed)).toBe('2026-10'));
  it('takes a desk the cut does not name as late', () =>
    expect(monthOf(entry('2026-10-05', 1, 'C'), closed)).toBe('2026-11'));
  it('is the own month again once that was reopened', () => {
    const again = closedMonths([close('2026-10', 1, { A: 100 }), reopen('2026-10', 1)]);
    expect(monthOf(entry('2026-10-31', 101), again)).toBe('2026-10');
    const second = closedMonths([
      close('2026-10', 1, { A: 100 }),
      reopen('2026-10', 1),
      close('2026-10', 2, { A: 101 }),
    ]);
    expect(monthOf(entry('2026-10-31', 101), second)).toBe('2026-10');
  });

  it('never moves an entry out of a month that stays closed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (n, cut) => {
        const before = monthOf(entry('2026-10-15', n), closedMonths([close('2026-10', 1, { A: cut })]));
        const after = monthOf(
          entry('2026-10-15', n),
          closedMonths([close('2026-10', 1, { A: cut }), close('2026-11', 1, { A: Math.max(cut, 250) })]),
        );
        expect(after).toBe(before);
      }),
    );
  });
});

describe('nextMonth', () => {
  it('goes over the year', () => expect(nextMonth('2026-12')).toBe('2027-01'));
  it('keeps two digits', () => expect(nextMonth('2026-08')).toBe('2026-09'));
});
