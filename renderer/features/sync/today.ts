/** What sync puts on Today: what a lead has to decide, what was sent back, and that it has stopped. */
import { instantOf } from '@shared/core/time';
import { hasRole } from '@shared/core/roles';
import { isConflict } from '@shared/sync/conflict';
import { resolveConflict } from '@shared/sync/resolve';
import { host } from '../../data/host';
import { range } from '../../data/read';
import { allOutgoing } from '../../data/sync/outgoing';
import { useSync } from '../../data/sync/status';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';

export default async function syncToday({ day, roles }: TodayContext): Promise<readonly TodayItem[]> {
  const { phase, fault, link } = useSync.getState();
  if (!link) return [];
  const update = await host.call('update.state');
  const [open, outgoing] = await Promise.all([range('tickets', 'status', ['open'], ['open']), allOutgoing()]);
  const tickets = open.filter(isConflict);
  const conflicts = tickets.filter(({ body }) => !body.rule);
  const limits = tickets.filter(({ body }) => body.rule);
  const refused = outgoing.filter((entry) => entry.refused);
  const base = { until: '', dueAt: instantOf(`${day}T18:00`) };
  const look = { label: t('sync.look'), path: '/sync' };
  const items: TodayItem[] = [];
  if (phase === 'stopped' && fault)
    items.push({
      ...base,
      id: 'sync.stopped',
      level: 'overdue',
      title: t('sync.todayStopped'),
      detail: t(`sync.fault.${fault}`),
      action: look,
    });
  if (conflicts.length > 0 && hasRole(roles, resolveConflict.roles))
    items.push({
      ...base,
      id: 'sync.conflicts',
      level: 'due',
      title: t('sync.todayConflict'),
      detail: t('sync.todayConflictDetail', { count: conflicts.length }),
      action: { label: t('sync.decide'), path: '/sync' },
    });
  if (limits.length > 0 && hasRole(roles, resolveConflict.roles))
    items.push({
      ...base,
      id: 'sync.limits',
      level: 'due',
      title: t('sync.todayLimit'),
      detail: t('sync.todayLimitDetail', { count: limits.length }),
      action: { label: t('sync.decide'), path: '/sync' },
    });
  if (refused.length > 0)
    items.push({
      ...base,
      id: 'sync.refused',
      level: 'due',
      title: t('sync.todayRefused'),
      detail: t('sync.todayRefusedDetail', { count: refused.length }),
      action: look,
    });
  if (update.phase === 'ready')
    items.push({
      ...base,
      id: 'update',
      level: 'open',
      title: t('settings.update.todayTitle', { next: update.next }),
      detail: t('settings.update.todayDetail'),
      action: { label: t('settings.update.look'), path: '/settings/about' },
    });
  return items;
}
