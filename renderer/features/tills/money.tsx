/** Amounts as tills show them: differences in words and colour. */
import type { ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import { t } from '../../ui/i18n';

/** `长款 ¥5.00`, `短款 ¥5.00` or `相符`. */
export function differenceText(fen: number): string {
  if (fen === 0) return t('tills.even');
  return t(fen > 0 ? 'tills.long' : 'tills.short', { amount: formatMoney(Math.abs(fen)) });
}

export function Difference({ fen }: { readonly fen: number }): ReactElement {
  return <span className={fen === 0 ? 'quiet' : 'error'}>{differenceText(fen)}</span>;
}
