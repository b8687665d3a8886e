/** 本台钱箱 · 历史班次. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';

const PATHS = { here: '/tills', history: '/tills/history' } as const;

export function Tabs({ current }: { readonly current: keyof typeof PATHS }): ReactElement {
  const [, navigate] = useLocation();
  return (
    <Segmented
      label={t('tills.title')}
      value={current}
      options={[
        { value: 'here', label: t('tills.here') },
        { value: 'history', label: t('tills.history') },
      ]}
      onChange={(tab) => navigate(PATHS[tab])}
    />
  );
}
