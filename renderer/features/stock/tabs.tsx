/** 库存 · 出入库. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';

const PATHS = { levels: '/stock', moves: '/stock/moves' } as const;

export function Tabs({ current }: { readonly current: keyof typeof PATHS }): ReactElement {
  const [, navigate] = useLocation();
  return (
    <Segmented
      label={t('stock.title')}
      value={current}
      options={[
        { value: 'levels', label: t('stock.tabLevels') },
        { value: 'moves', label: t('stock.tabMoves') },
      ]}
      onChange={(tab) => navigate(PATHS[tab])}
    />
  );
}
