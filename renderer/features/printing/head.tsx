/** Title and parts of the page. */
import type { ReactElement, ReactNode } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';
import { useTroubles } from './use-troubles';

const TABS = ['month', 'troubles'] as const;

export function Head({
  current,
  children,
}: {
  readonly current: (typeof TABS)[number];
  readonly children?: ReactNode;
}): ReactElement {
  const [, navigate] = useLocation();
  const troubles = useTroubles();
  return (
    <div className="page-head">
      <h1>{t('printing.title')}</h1>
      <Segmented
        label={t('printing.title')}
        value={current}
        options={TABS.map((value) => ({
          value,
          label: t(`printing.tab.${value}`),
          ...(value === 'troubles' && troubles ? { count: troubles.length } : {}),
        }))}
        onChange={(tab) => navigate(`/printing/${tab}`)}
      />
      <span className="spacer" />
      {children}
    </div>
  );
}
