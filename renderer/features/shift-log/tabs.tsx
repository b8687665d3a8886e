/** 交接 · 检查表 · 交办任务 · 备忘 · 周例会: the pages of the shift. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../ui/i18n';
import { Segmented } from '../../ui/register-page';

const PATHS = {
  log: '/shift',
  lists: '/shift/lists',
  tasks: '/shift/tasks',
  memos: '/shift/memos',
  meetings: '/shift/meetings',
} as const;
type Tab = keyof typeof PATHS;

export function Tabs({ current }: { readonly current: Tab }): ReactElement {
  const [, navigate] = useLocation();
  return (
    <Segmented
      label={t('shiftLog.title')}
      value={current}
      options={(Object.keys(PATHS) as Tab[]).map((value) => ({ value, label: t(`shiftLog.tab.${value}`) }))}
      onChange={(tab) => navigate(PATHS[tab])}
    />
  );
}
