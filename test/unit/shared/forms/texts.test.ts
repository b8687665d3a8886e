import { describe, expect, it } from 'vitest';
import {
  amountCell,
  confirmedBy,
  dateTimeCell,
  periodText,
  printedByText,
  tickBox,
} from '../../../../shared/forms/texts';

describe('texts of forms (FORMS)', () => {
  it('writes amounts with two decimals and thousands, without a sign of currency', () => {
    expect(amountCell(123450)).toBe('1,234.50');
    expect(amountCell(-5)).toBe('-0.05');
  });
  it('writes times in the club’s zone', () => {
    expect(dateTimeCell('2026-11-21T06:05:59.000Z')).toBe('2026-11-21 14:05');
    expect(dateTimeCell(undefined)).toBe('');
  });
  it('writes a period, one day alone', () => {
    expect(periodText('2026-11-01', '2026-11-30')).toBe('2026-11-01 至 2026-11-30');
    expect(periodText('2026-11-01', '2026-11-01')).toBe('2026-11-01');
  });
  it('writes a PIN signature as 工号确认, never as handwriting (DOMAIN §2)', () => {
    expect(confirmedBy('1003', '林晓彤', '2026-11-21T06:05:00.000Z')).toBe(
      '工号确认 1003 林晓彤 2026-11-21 14:05',
    );
    expect(printedByText('林晓彤', 'A', '2026-11-21T08:02:00.000Z')).toBe(
      '制表：林晓彤（A 台） 2026-11-21 16:02',
    );
    expect([tickBox(true), tickBox(false)]).toEqual(['■', '□']);
  });
});
