/** What talks put on Today: waiting for a lead, sent back, the agreed time, to archive, 待签字. */
import { clock } from '@shared/core/time';
import type { Talk } from '@shared/talks/schema';
import { awaitsSignature, endOfDay } from '@shared/talks/state';
import { staffName } from '../../data/directory';
import { useSession } from '../../data/session';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { dueLevel } from '../../ui/service/due-badge';
import { planCallPath } from '../../ui/service/follow-up-link';
import { dayTime } from '../../ui/typed';
import { openTalks } from './use-talks';

const SUMMARY_SHOWN = 24;
/** Days after the talk until which the signed paper is filed. */
const FILE_DAYS = 1;

export default async function talksToday(context: TodayContext): Promise<readonly TodayItem[]> {
  const { roles } = context;
  if (!roles.includes('clerk') && !roles.includes('lead')) return [];
  return (await openTalks()).flatMap((talk) => [
    ...stepItems(talk, context),
    ...(awaitsSignature(talk) ? [signItem(talk, context)] : []),
  ]);
}

const whatOf = ({ body }: Talk): string =>
  [...body.summary.replace(/\s+/gu, ' ')].slice(0, SUMMARY_SHOWN).join('');

function base(
  talk: Talk,
  dueAt: string,
  { day }: TodayContext,
): Pick<TodayItem, 'detail' | 'until' | 'dueAt' | 'mine'> {
  const until = dayTime(dueAt);
  return {
    detail: t('talks.todayDetail', {
      no: talk.body.no ?? '',
      customer: talk.body.customer.name,
      name: staffName(talk.key),
    }),
    until: until.startsWith(day.slice(5)) ? clock(dueAt) : until,
    dueAt,
    mine: talk.key === useSession.getState().actor?.id,
  };
}

function stepItems(talk: Talk, context: TodayContext): readonly TodayItem[] {
  const { id, status, dueAt } = talk;
  const what = whatOf(talk);
  const level = dueLevel(dueAt, context.now, context.settings.amberMinutes);
  const common = { id: `talk:${id}`, ...base(talk, dueAt, context) };
  const lead = context.roles.includes('lead');
  switch (status) {
    case 'open':
      // Whoever wrote it waits; a lead is asked from the first minute.
      return lead && talk.by !== useSession.getState().actor?.id
        ? [
            {
              ...common,
              level: level === 'open' ? 'due' : level,
              title: t('talks.todayApprove', { what }),
              action: { label: t('talks.doApprove'), path: `/talks/${id}/approve` },
            },
          ]
        : [];
    case 'returned':
      return [
        {
          ...common,
          level: level === 'open' ? 'due' : level,
          title: t('talks.todayReturned', { what }),
          action: { label: t('talks.doCorrect'), path: `/talks/${id}/correct` },
        },
      ];
    case 'approved':
      return level === 'open' && !common.mine
        ? []
        : [
            {
              ...common,
              level,
              title: t('talks.todayAgreed', { what }),
              action: { label: t('talks.doSolve'), path: `/talks/${id}/solve` },
            },
          ];
    case 'solved':
      return solvedItems(talk, { ...common, level }, what);
    case 'archived':
    case 'void':
      return [];
  }
}

/** To be followed up first; the planned call has a line of its own, so the talk waits for it unless it comes too late. */
function solvedItems(
  talk: Talk,
  common: Omit<TodayItem, 'title' | 'action'>,
  what: string,
): readonly TodayItem[] {
  const { id, body } = talk;
  if (body.followedUpAt !== undefined)
    return [
      {
        ...common,
        title: t('talks.todaySolved', { what }),
        action: { label: t('talks.doArchive'), path: `/talks/${id}/archive` },
      },
    ];
  const call = body.children.filter(({ kind }) => kind === 'followUp').at(-1);
  if (call && common.level !== 'overdue') return [];
  return [
    {
      ...common,
      title: t('talks.todayFollowUp', { what }),
      action: {
        label: t('service.kinds.followUp'),
        path: call ? `/follow-up/${call.id}/call` : planCallPath(talk),
      },
    },
  ];
}

function signItem(talk: Talk, context: TodayContext): TodayItem {
  const dueAt = endOfDay(talk.body.heldAt, FILE_DAYS);
  const level = dueLevel(dueAt, context.now, context.settings.amberMinutes);
  return {
    id: `talk:sign:${talk.id}`,
    ...base(talk, dueAt, context),
    level: level === 'open' ? 'due' : level,
    title: t('talks.todaySign', { what: whatOf(talk) }),
    action: { label: t('talks.doSign'), path: `/talks/${talk.id}/paper` },
  };
}
