/** 回访名单 · 回访计划 · 回访统计 · 报告文书. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';

const PATHS = {
  calls: '/follow-up',
  plan: '/follow-up/plan',
  figures: '/follow-up/figures',
  papers: '/follow-up/papers',
} as const;
type Tab = keyof typeof PATHS;

export function Tabs({ current }: { readonly current: Tab }): ReactElement {
  const [, navigate] = useLocation();
  return (
    <Segmented
      label={t('followUp.title')}
      value={current}
      options={(Object.keys(PATHS) as Tab[]).map((value) => ({ value, label: t(`followUp.tab.${value}`) }))}
      onChange={(tab) => navigate(PATHS[tab])}
    />
  );
}
