/** Whose personal data is past its time, and notices that wait for a lead; for those who decide (DOMAIN §2, §3.10). */
import { hasRole } from '@shared/core/roles';
import { peopleOf } from '@shared/customers/people';
import { personId } from '@shared/customers/schema';
import { ERASE_ROLES } from '@shared/erasure/erase';
import type { CustomerFlag } from '@shared/visits/schema';
import { useDirectory } from '../../data/directory';
import { dueSinceLast } from '../../data/erasure';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { flagText } from './words';

export default async function customersToday({
  roles,
  now,
  settings,
}: TodayContext): Promise<readonly TodayItem[]> {
  return [
    ...(hasRole(roles, ['lead']) ? proposals(now) : []),
    ...(hasRole(roles, ERASE_ROLES) ? await past(now, settings.retentionMonths) : []),
  ];
}

function proposals(now: string): readonly TodayItem[] {
  return [...useDirectory.getState().records.values()]
    .filter(
      (record): record is CustomerFlag => record.kind === 'customerFlag' && record.status === 'proposed',
    )
    .map((flag) => ({
      id: `customers:flag:${flag.id}`,
      level: 'open',
      title: t('customers.todayFlag', { name: flag.body.name }),
      detail: `${flagText(flag)}：${flag.body.reason}`,
      until: '',
      dueAt: now,
      action: { label: t('customers.todayDecide'), path: `/customers/${personId(flag.body)}` },
    }));
}

async function past(now: string, months: number): Promise<readonly TodayItem[]> {
  const { count, records } = await dueSinceLast();
  if (count === 0) return [];
  const people = peopleOf(records, new Map()).length;
  return [
    {
      id: 'customers:erase',
      level: 'due',
      title:
        people > 0
          ? t('customers.todayErase', { count: people })
          : t('customers.todayEraseRecords', { count }),
      detail: t('customers.todayEraseDetail', { months }),
      until: '',
      dueAt: now,
      action: { label: t('customers.todayLook'), path: '/customers/erase' },
    },
  ];
}
