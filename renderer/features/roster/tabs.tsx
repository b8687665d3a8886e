/** 值班表 · 我的班次 · 调班 · 请假 · 签到 · 考勤月表: the parts of roster and attendance. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';

export type Tab = 'grid' | 'mine' | 'swaps' | 'leaves' | 'attendance' | 'month';

const PATHS: Readonly<Record<Tab, string>> = {
  grid: '/roster',
  mine: '/roster/mine',
  swaps: '/roster/swaps',
  leaves: '/roster/leaves',
  attendance: '/roster/attendance',
  month: '/roster/month',
};

export function Tabs({ current }: { readonly current: Tab }): ReactElement {
  const [, navigate] = useLocation();
  return (
    <Segmented
      label={t('roster.title')}
      value={current}
      options={(Object.keys(PATHS) as Tab[]).map((value) => ({ value, label: t(`roster.tab.${value}`) }))}
      onChange={(tab) => navigate(PATHS[tab])}
    />
  );
}
