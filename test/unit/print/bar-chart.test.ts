import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barLabel, niceScale } from '../../../print/layout/bar-chart';

describe('scale of a bar chart', () => {
  it.each([
    [100, 100, 20],
    [0, 1, 1],
    [7, 8, 2],
    [96.4, 100, 20],
  ])('up to %d ends at %d in steps of %d', (highest, top, step) => {
    expect(niceScale(highest)).toEqual({ top, step });
  });
  it('holds every value in at most a dozen steps', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (highest) => {
        const { top, step } = niceScale(highest);
        expect(top).toBeGreaterThanOrEqual(highest * 0.999999);
        expect(top / step).toBeLessThanOrEqual(12);
      }),
    );
  });
});

describe('the figure above a bar', () => {
  it.each([
    [26.67, 9, '26.67'],
    [26.67, 4, '27'],
    [100, 2, ''],
    [0, 1, '0'],
  ])('%d with room for %i characters is %j, and never cut', (value, room, shown) => {
    expect(barLabel(value, (text) => text.length <= room)).toBe(shown);
  });
});
