/** How a customer order stands: waiting, late, here. */
import type { ReactElement } from 'react';
import type { CustomerOrder } from '@shared/orders/schema';
import { t } from '../../ui/i18n';

interface CustomerTagsProps {
  readonly order: CustomerOrder;
  readonly day: string;
  /** The purchase order it waits for has come. */
  readonly here: boolean;
}

export function CustomerTags({ order: { status, body }, day, here }: CustomerTagsProps): ReactElement {
  return (
    <>
      <span className={status === 'arrived' ? 'tag due' : 'tag'}>{t(`orders.customerState.${status}`)}</span>
      {here && <span className="tag due">{t('orders.arrivedTag')}</span>}
      {status === 'open' && body.neededBy < day && <span className="tag overdue">{t('orders.lateTag')}</span>}
    </>
  );
}
