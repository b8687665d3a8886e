/** 拾获物 · 报失 · 移交 · 人事行政处理 · 统计: the parts of lost property. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { seesAll } from '../../data/sight';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';

export type Tab = 'items' | 'reports' | 'handover' | 'hr' | 'figures';

const PATHS: Readonly<Record<Tab, string>> = {
  items: '/lost-property',
  reports: '/lost-property/reports',
  handover: '/lost-property/handover',
  hr: '/lost-property/hr',
  figures: '/lost-property/figures',
};

export function Tabs({ current }: { readonly current: Tab }): ReactElement {
  const [, navigate] = useLocation();
  const labels: Readonly<Record<Tab, string>> = {
    items: t('lostProperty.items'),
    reports: t('lostProperty.reports'),
    handover: t('lostProperty.handover'),
    hr: t('lostProperty.hr'),
    figures: t('lostProperty.figures'),
  };
  // Figures of a part of the items would be wrong ones.
  const tabs = (Object.keys(PATHS) as Tab[]).filter((tab) => tab !== 'figures' || seesAll('lostItems'));
  const options = tabs.map((value) => ({ value, label: labels[value] }));
  return (
    <Segmented
      label={t('lostProperty.title')}
      value={current}
      options={options}
      onChange={(tab) => navigate(PATHS[tab])}
    />
  );
}
