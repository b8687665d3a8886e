/** Lines of a month as rows of its tables, each category with its subtotal, the whole with its total. */
import type { MonthLine } from '@shared/ledger/schema';
import { byCategory, isIdle, totalsOf, type MonthTotals } from '@shared/month-end/figures';
import { t } from '../../ui/i18n';

export interface MonthRow {
  readonly id: string;
  /** Null for a subtotal or the total. */
  readonly line: MonthLine | null;
  readonly title: string;
  readonly sums: MonthTotals;
}

/** @param lines in their order; products without anything to show are left out */
export function rowsOf(lines: readonly MonthLine[], category: string): readonly MonthRow[] {
  const shown = lines.filter(
    (line) => (category === '' || line.category === category) && (!isIdle(line) || line.counted !== null),
  );
  const groups = byCategory(shown);
  const rows = groups.flatMap((group): readonly MonthRow[] => [
    ...group.lines.map((line) => ({
      id: line.product,
      line,
      title: `${line.name} ${line.spec}`.trim(),
      sums: totalsOf([line]),
    })),
    {
      id: `category:${group.category}`,
      line: null,
      title: t('monthEnd.subtotal', { category: group.category }),
      sums: group.totals,
    },
  ]);
  if (groups.length < 2) return rows;
  return [...rows, { id: 'total', line: null, title: t('monthEnd.total'), sums: totalsOf(shown) }];
}
