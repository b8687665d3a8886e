/** An open emergency is the first red line of Today, for everybody. */
import { clock } from '@shared/core/time';
import { isIncident } from '@shared/incidents/schema';
import { peopleOf, tally } from '@shared/incidents/state';
import { range } from '../../data/read';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';

const SHOWN = 24;

export default async function incidentsToday({ roles }: TodayContext): Promise<readonly TodayItem[]> {
  if (!roles.some((role) => ['clerk', 'lead', 'manager', 'hr'].includes(role))) return [];
  // Emergencies are rare: all of them are fewer than a day's visits.
  const found = (await range('tickets', 'kind', ['incident', '0'], ['incident', '9'])).filter(isIncident);
  return found
    .filter(({ status }) => status === 'open')
    .map(({ id, body }) => ({
      id: `incident:${id}`,
      level: 'overdue',
      first: true,
      title: t('incidents.todayOpen', {
        what: [...body.what.replace(/\s+/gu, ' ')].slice(0, SHOWN).join(''),
      }),
      detail: t('incidents.todayDetail', {
        no: body.no ?? '',
        level: body.level,
        place: body.place,
        ...tally(peopleOf(body)),
      }),
      until: clock(body.occurredAt),
      dueAt: body.occurredAt,
      action: { label: t('incidents.todayGo'), path: `/incidents/${id}` },
    }));
}
