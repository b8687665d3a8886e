/** 收费 · 卡证票据. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';

const PATHS = { fees: '/fees', numbered: '/fees/numbered' } as const;

export function Tabs({ current }: { readonly current: keyof typeof PATHS }): ReactElement {
  const [, navigate] = useLocation();
  return (
    <Segmented
      label={t('fees.title')}
      value={current}
      options={[
        { value: 'fees', label: t('fees.tabFees') },
        { value: 'numbered', label: t('fees.tabNumbered') },
      ]}
      onChange={(tab) => navigate(PATHS[tab])}
    />
  );
}
