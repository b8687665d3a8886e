/** 开单 · 销售记录. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';

const PATHS = { sell: '/sales', list: '/sales/list' } as const;

export function Tabs({ current }: { readonly current: keyof typeof PATHS }): ReactElement {
  const [, navigate] = useLocation();
  return (
    <Segmented
      label={t('sales.title')}
      value={current}
      options={[
        { value: 'sell', label: t('sales.sell') },
        { value: 'list', label: t('sales.list') },
      ]}
      onChange={(tab) => navigate(PATHS[tab])}
    />
  );
}
