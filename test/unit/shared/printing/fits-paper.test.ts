/** Which papers a printer takes, by the names its driver gives them. */
import { expect, it } from 'vitest';
import { fitsPaper } from '@shared/printing/fits-paper';

const A4 = { size: 'A4', orientation: 'portrait' } as const;
const HALF = { size: 'A4-half', copies: [] } as const;
const ROLL = { size: 'roll-80' } as const;
const LABEL = { size: 'label', widthMm: 60, heightMm: 40 } as const;

it.each([
  ['an office printer', ['A4', 'A5', 'B5', 'Letter', 'EnvDL'], [true, true, false, false]],
  ['an office printer of any size', ['A4', 'Letter', 'Custom.WIDTHxHEIGHT'], [true, true, true, true]],
  ['an IPP printer', ['iso_a4_210x297mm', 'na_letter_8.5x11in'], [true, true, false, false]],
  ['a receipt printer', ['X80MMY297MM', 'X72MMY200MM'], [false, false, true, true]],
  ['a label printer', ['w170h113', 'Custom.WIDTHxHEIGHT'], [false, false, true, true]],
  ['a printer of A3 only', ['A3'], [false, false, false, false]],
  ['one whose driver names none', [], [true, true, true, true]],
] as const)('%s', (_name, sizes, wanted) => {
  expect([A4, HALF, ROLL, LABEL].map((paper) => fitsPaper(paper, sizes))).toEqual(wanted);
});
