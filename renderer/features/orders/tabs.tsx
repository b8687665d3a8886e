/** 采购订货 · 补货建议 · 客户订货. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';

const PATHS = { purchase: '/orders', suggest: '/orders/suggest', customer: '/orders/customer' } as const;

export function Tabs({ current }: { readonly current: keyof typeof PATHS }): ReactElement {
  const [, navigate] = useLocation();
  return (
    <Segmented
      label={t('orders.title')}
      value={current}
      options={[
        { value: 'purchase', label: t('orders.tabPurchase') },
        { value: 'suggest', label: t('orders.tabSuggest') },
        { value: 'customer', label: t('orders.tabCustomer') },
      ]}
      onChange={(tab) => navigate(PATHS[tab])}
    />
  );
}
