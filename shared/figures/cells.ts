/** A figure as it is read: on the page with ¥, on paper without. */
import { formatMoney } from '../core/money';
import { amountCell } from '../forms/texts';
import type { CellKind, FigureCell } from './tables';

/** `12.3%` of 0.123; no figure is a dash. */
export function percentText(rate: number | null): string {
  return rate === null ? '—' : `${(rate * 100).toFixed(1)}%`;
}

/** @param paper amounts without their sign */
export function cellText(kind: CellKind, value: FigureCell, paper = false): string {
  if (value === null) return '—';
  if (typeof value === 'string') return value;
  switch (kind) {
    case 'money':
      return paper ? amountCell(value) : formatMoney(value);
    case 'percent':
      return percentText(value);
    case 'count':
    case 'text':
      return String(value);
  }
}

/** For a spreadsheet: yuan and pieces stay numbers. */
export function cellValue(kind: CellKind, value: FigureCell): string | number {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return kind === 'money' ? value / 100 : kind === 'percent' ? percentText(value) : value;
}

/** A share as a bar's length in per cent with one decimal; null where nobody is counted. */
export const percentBar = (rate: number | null): number | null =>
  rate === null ? null : Math.round(rate * 1000) / 10;
