import { describe, expect, it } from 'vitest';
import { parsePrinters } from '../../../../electron/print/cups-answers';

describe('printers as CUPS lists them', () => {
  it('reads names and the default', () => {
    expect(parsePrinters('Front_Desk\nOffice\n', 'system default destination: Office\n')).toEqual([
      { name: 'Front_Desk', label: 'Front Desk', isDefault: false },
      { name: 'Office', label: 'Office', isDefault: true },
    ]);
    expect(parsePrinters('', 'no system default destination\n')).toEqual([]);
  });
});
