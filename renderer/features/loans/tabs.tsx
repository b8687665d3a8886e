/** 押金租借 · 代收小费. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';

const PATHS = { loans: '/loans', tips: '/loans/tips' } as const;

export function Tabs({ current }: { readonly current: keyof typeof PATHS }): ReactElement {
  const [, navigate] = useLocation();
  return (
    <Segmented
      label={t('loans.title')}
      value={current}
      options={[
        { value: 'loans', label: t('loans.tabLoans') },
        { value: 'tips', label: t('loans.tabTips') },
      ]}
      onChange={(tab) => navigate(PATHS[tab])}
    />
  );
}
