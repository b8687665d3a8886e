/** 本台钱箱 · 各台 · 历史班次; with the club's other desks once it has some. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { useDirectory } from '../../data/directory';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';

const PATHS = { here: '/tills', desks: '/tills/desks', history: '/tills/history' } as const;

export function Tabs({ current }: { readonly current: keyof typeof PATHS }): ReactElement {
  const [, navigate] = useLocation();
  const several = useDirectory(({ desks }) => desks.length > 1);
  return (
    <Segmented
      label={t('tills.title')}
      value={current}
      options={[
        { value: 'here', label: t('tills.here') },
        ...(several || current === 'desks' ? [{ value: 'desks' as const, label: t('tills.desks') }] : []),
        { value: 'history', label: t('tills.history') },
      ]}
      onChange={(tab) => navigate(PATHS[tab])}
    />
  );
}
