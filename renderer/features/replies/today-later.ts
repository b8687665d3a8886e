/** Proposed standard replies wait for a lead (DOMAIN §3.9). */
import { isReply } from '@shared/replies/schema';
import { staffName, useDirectory } from '../../data/directory';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';

export default function repliesToday({ roles }: TodayContext): Promise<readonly TodayItem[]> {
  if (!roles.includes('lead')) return Promise.resolve([]);
  const proposed = [...useDirectory.getState().records.values()]
    .filter(isReply)
    .filter(({ status }) => status === 'proposed');
  return Promise.resolve(
    proposed.map(({ id, by, at, body }): TodayItem => ({
      id: `reply:${id}`,
      level: 'open',
      title: t('replies.todayProposed', { situation: body.situation }),
      detail: t('replies.todayProposedDetail', { name: staffName(by), category: body.category }),
      until: '',
      dueAt: at,
      action: { label: t('replies.review'), path: `/replies/${id}` },
    })),
  );
}
