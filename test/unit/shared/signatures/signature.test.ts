import { describe, expect, it } from 'vitest';
import { Checks } from '@shared/core/field-checks';
import {
  checkSignature,
  isSigned,
  secondStaff,
  signatureCell,
  type SignatureInput,
} from '@shared/signatures/signature';
import { CLERK, Desk, HR, LEAD, pinOf } from '../../../helpers/desk';

const context = new Desk('2026-11-21T01:42:30.500Z').context({ witnesses: [pinOf(LEAD)] });
const strokes = { width: 300, height: 120, strokes: [[[20, 60] as const, [120, 30] as const]] };
const codesOf = (input: SignatureInput | null): readonly string[] => {
  const checks = new Checks();
  checkSignature(checks, 'signature', input, '王秀兰', context);
  return checks.refusals.map(({ code }) => code);
};

describe('signatures', () => {
  it('are strokes longer than a dot, a paper to be filed, or a PIN that was given now', () => {
    expect(codesOf({ mode: 'screen', strokes })).toEqual([]);
    expect(codesOf({ mode: 'paper', archiveNo: '' })).toEqual([]);
    expect(codesOf({ mode: 'pin', staff: CLERK.id })).toEqual([]);
    expect(codesOf({ mode: 'pin', staff: LEAD.id })).toEqual([]);
    expect(codesOf({ mode: 'pin', staff: HR.id })).toEqual(['pinMissing']);
    expect(codesOf(null)).toEqual(['signatureMissing']);
    expect(codesOf({ mode: 'screen', strokes: null })).toEqual(['signatureMissing']);
    expect(codesOf({ mode: 'paper', archiveNo: '长'.repeat(41) })).toEqual(['tooLong']);
    const scribble = Array.from({ length: 9_000 }, (_, index) => [index % 300, index % 120] as const);
    expect(codesOf({ mode: 'screen', strokes: { ...strokes, strokes: [scribble] } })).toEqual([
      'signatureTooLong',
    ]);
  });

  it('need a line a quarter as long as the pad is wide', () => {
    const line = (length: number): boolean =>
      isSigned({
        width: 400,
        height: 120,
        strokes: [
          [
            [0, 0],
            [length, 0],
          ],
        ],
      });
    expect([line(99), line(100)]).toEqual([false, true]);
  });

  it('print as strokes, as the place of the filed paper, or as a confirmation by PIN', () => {
    const at = '2026-11-21T01:42:30.500Z';
    expect(signatureCell({ mode: 'screen', name: '王', at, strokes }, '')).toBe(strokes);
    expect(signatureCell({ mode: 'paper', name: '王', at, archiveNo: '' }, 'QZ-1')).toBe('纸质签字 QZ-1');
    expect(signatureCell({ mode: 'paper', name: '王', at, archiveNo: '' }, '')).toBe('');
    expect(signatureCell({ mode: 'pin', name: '林晓彤', at, staff: CLERK.id }, '')).toBe(
      '工号确认 林晓彤 2026-11-21 09:42',
    );
  });

  it('take a second member of staff who is never the first', () => {
    const second = (witnesses: readonly (typeof CLERK)[]): string => {
      const checks = new Checks();
      const mark = secondStaff(checks, 'second', {
        ...context,
        witnesses: witnesses.map((one) => pinOf(one)),
      });
      return mark?.name ?? checks.refusals[0]?.code ?? '';
    };
    expect(second([LEAD])).toBe('周立');
    expect(second([CLERK, LEAD])).toBe('周立');
    expect(second([CLERK])).toBe('sameStaff');
    expect(second([])).toBe('secondStaffMissing');
  });
});
