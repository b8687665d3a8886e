/** Found things that may be what somebody reported lost; matching needs pinyin, which the first page does not. */
import { proposals, type Match } from '@shared/lost-property/match';
import type { FoundItem, LossReport } from '@shared/lost-property/schema';
import { range } from '../../data/read';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';

/** Most matches that are listed; each report shows all of its own. */
const MATCHES_SHOWN = 5;

export default async function matchItems({ roles, settings }: TodayContext): Promise<readonly TodayItem[]> {
  if (!roles.includes('clerk') && !roles.includes('lead')) return [];
  const [due, reported] = await Promise.all([
    range('lostItems', 'due', ['0'], ['9998']),
    range('lostItems', 'status', ['open'], ['open']),
  ]);
  const items = due.filter((doc): doc is FoundItem => doc.kind === 'foundItem');
  const reports = reported.filter((doc): doc is LossReport => doc.kind === 'lossReport');
  return proposals(items, reports, settings).slice(0, MATCHES_SHOWN).map(matchItem);
}

function matchItem({ item, report }: Match): TodayItem {
  return {
    id: `lost:match:${report.id}:${item.id}`,
    level: 'open',
    title: t('lostProperty.todayMatch', { what: item.body.name }),
    detail: t('lostProperty.todayMatchDetail', {
      report: report.body.no ?? '',
      owner: report.body.owner.name,
      item: item.body.no ?? '',
    }),
    until: '',
    dueAt: report.at,
    action: { label: t('lostProperty.doCheck'), path: `/lost-property/reports/${report.id}` },
  };
}
