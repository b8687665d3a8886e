/** 待上交 · 上交记录 · 现金月报. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';

export type Tab = 'waiting' | 'records' | 'month';

const PATHS: Readonly<Record<Tab, string>> = {
  waiting: '/deposits',
  records: '/deposits/records',
  month: '/deposits/month',
};

export function Tabs({ current }: { readonly current: Tab }): ReactElement {
  const [, navigate] = useLocation();
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const labels: Readonly<Record<Tab, string>> = {
    waiting: t('deposits.waiting'),
    records: t('deposits.records'),
    month: t('deposits.month'),
  };
  const tabs = (Object.keys(PATHS) as Tab[]).filter((tab) => tab !== 'waiting' || atDesk);
  return (
    <Segmented
      label={t('deposits.title')}
      value={current}
      options={tabs.map((value) => ({ value, label: labels[value] }))}
      onChange={(tab) => navigate(PATHS[tab])}
    />
  );
}
