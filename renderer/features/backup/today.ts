/** Reminds of backups that were never set up, or have not succeeded for a day and a half. */
import { civil, instantOf } from '@shared/core/time';
import { host } from '../../data/host';
import { loadPref } from '../../data/local';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';

const LATE_MS = 36 * 3_600_000;

export default async function backupToday({ now, day }: TodayContext): Promise<readonly TodayItem[]> {
  // The demo club has nothing to lose.
  if (await loadPref<boolean>('demo')) return [];
  const { folder, hasKey, lastAt, lastFault } = await host.call('backup.state');
  const action = { label: t('backup.open'), path: '/backup' };
  const base = { id: 'backup', until: '', dueAt: instantOf(`${day}T18:00`), action };
  if (!folder || !hasKey)
    return [{ ...base, level: 'due', title: t('backup.todayNoKey'), detail: t('backup.todayNoKeyDetail') }];
  const late = lastAt === null || Date.parse(now) - Date.parse(lastAt) > LATE_MS;
  if (!late && !lastFault) return [];
  const at = lastAt ? civil(lastAt).slice(0, 16).replace('T', ' ') : t('backup.never');
  const detail = lastFault ? t(`backup.fault.${lastFault}`) : t('backup.todayLateDetail', { at });
  return [{ ...base, level: late ? 'overdue' : 'due', title: t('backup.todayLate'), detail }];
}
