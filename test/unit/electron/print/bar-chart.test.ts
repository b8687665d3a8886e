import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceScale } from '../../../../electron/print/layout/bar-chart';
import { parsePrinters } from '../../../../electron/print/printers';

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

describe('printers as CUPS lists them', () => {
  it('reads names and the default', () => {
    expect(parsePrinters('Front_Desk\nOffice\n', 'system default destination: Office\n')).toEqual([
      { name: 'Front_Desk', label: 'Front Desk', isDefault: false },
      { name: 'Office', label: 'Office', isDefault: true },
    ]);
    expect(parsePrinters('', 'no system default destination\n')).toEqual([]);
  });
});
