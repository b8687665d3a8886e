/** What was lent, as the interface says it: 球杆 G-04 男士套杆. Forms have `thingText`, in Chinese always. */
import type { DepositTakenBody } from '@shared/ledger/entries/money';
import { t } from '../../ui/i18n';

export function thingName({ item, itemNo, description }: DepositTakenBody): string {
  return [item === 'other' ? '' : t(`loans.item.${item}`), itemNo, description].filter(Boolean).join(' ');
}
