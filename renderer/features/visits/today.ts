/** What the visitor log puts on Today: overdue departments, open visits at closing, unsigned papers, stale counts. */
import { clock, instantOf, minutesBetween } from '@shared/core/time';
import { countStaleSince, isVisit, onSiteNow, type OnSite } from '@shared/visits/on-site';
import { awaitsAnswer, awaitsSignature, lastClosing, mustBeAsked } from '@shared/visits/rules';
import { namedPerson, type Visit } from '@shared/visits/schema';
import { departmentName } from '../../data/directory';
import { draftOf } from '../../data/local';
import { range } from '../../data/read';
import type { TodayContext, TodayItem, TodayPart } from '../../ui/feature';
import { durationText } from '../../ui/duration';
import { t } from '../../ui/first-words';
import { REGISTER_DRAFT } from './register-draft';
import { dayTime } from '../../ui/typed';

export async function visitsToday(context: TodayContext): Promise<TodayPart> {
  const { day, now } = context;
  const [ofToday, open, due] = await Promise.all([
    range('visits', 'day', [day], [day]),
    range('visits', 'status', ['onSite'], ['onSite']),
    range('visits', 'due', ['0'], ['9998']),
  ]);
  const draft = draftOf(REGISTER_DRAFT);
  const visits = ofToday.filter(isVisit);
  const onSite = onSiteNow([...open, ...ofToday.filter((doc) => !isVisit(doc))], day);
  const waiting = due.filter(isVisit);
  const items = [
    ...waiting.filter(awaitsAnswer).map((visit) => transferItem(visit, context)),
    ...waiting.filter(awaitsSignature).map((visit) => signatureItem(visit, now)),
    ...sweepItems(onSite.visits, context),
    ...countItems(onSite, context),
    ...(draft ? [draftItem(draft.byName, draft.at)] : []),
  ];
  const counted = visits.filter(({ status }) => status !== 'void');
  const unrecorded = counted.filter(({ status }) => status === 'leftUnrecorded').length;
  return {
    items,
    tiles: [
      {
        label: t('app.onSite'),
        figure: String(onSite.visitors + (onSite.count?.body.players ?? 0)),
        detail: t('visits.todayTile', { visits: counted.length, unrecorded }),
      },
      { label: t('app.transfers'), figure: String(waiting.filter(awaitsAnswer).length) },
    ],
    byHour: perHour(counted),
  };
}

function untilText(dueAt: string, now: string): string {
  const minutes = minutesBetween(now, dueAt);
  return minutes >= 0
    ? t('ui.timeLeft', { time: durationText(minutes) })
    : t('ui.timeLate', { time: durationText(-minutes) });
}

function transferItem(visit: Visit, { now, settings }: TodayContext): TodayItem {
  const { body, dueAt, id } = visit;
  const transferDue = body.transfer?.dueAt ?? dueAt;
  const amber = minutesBetween(now, transferDue) <= settings.amberMinutes;
  return {
    id: `transfer:${id}`,
    level: transferDue <= now ? 'overdue' : amber ? 'due' : 'open',
    title: t('visits.todayTransfer', { department: departmentName(body.transfer?.department ?? '') }),
    detail: t('visits.todayTransferDetail', {
      no: body.no ?? '',
      name: namedPerson(body),
      purpose: body.purpose,
    }),
    until: untilText(transferDue, now),
    dueAt: transferDue,
    action: { label: t('visits.answerTransfer'), path: `/visits/${id}/answer` },
  };
}

function signatureItem({ id, body, dueAt, day }: Visit, now: string): TodayItem {
  return {
    id: `signature:${id}`,
    level: dueAt <= now ? 'overdue' : 'due',
    title: t('visits.todaySignature'),
    detail: t('visits.todayTransferDetail', {
      no: body.no ?? '',
      name: namedPerson(body),
      purpose: body.purpose,
    }),
    until: dueAt <= now ? day : clock(dueAt),
    dueAt,
    action: { label: t('visits.fileConsent'), path: `/visits/${id}/consent` },
  };
}

function sweepItems(open: readonly Visit[], { now, day, settings }: TodayContext): readonly TodayItem[] {
  const asked = open.filter((visit) => mustBeAsked(visit, now, settings));
  if (asked.length === 0) return [];
  const dueAt = lastClosing(now, settings);
  return [
    {
      id: 'sweep',
      level: dueAt < instantOf(`${day}T00:00:00`) ? 'overdue' : 'due',
      title: t('visits.todayOpen'),
      detail: t('visits.todayOpenDetail', { count: asked.length }),
      until: dayTime(dueAt),
      dueAt,
      action: { label: t('visits.ask'), path: '/visits/sweep' },
    },
  ];
}

function countItems({ count }: OnSite, { now, settings }: TodayContext): readonly TodayItem[] {
  const dueAt = countStaleSince(count, now, settings);
  if (dueAt === null) return [];
  const { players = 0, caddies = 0, countedAt = '' } = count?.body ?? {};
  return [
    {
      id: 'starterCounts',
      level: 'open',
      title: t('visits.todayCounts'),
      detail: count
        ? t('visits.todayCountsLast', { time: clock(countedAt), players, caddies })
        : t('visits.todayCountsNever'),
      until: '',
      dueAt,
      action: { label: t('visits.enter'), path: '/visits/on-site/counts' },
    },
  ];
}

function draftItem(byName: string, at: string): TodayItem {
  return {
    id: 'visitDraft',
    level: 'open',
    title: t('visits.todayDraft'),
    detail: t('visits.todayDraftDetail', { name: byName, time: dayTime(at) }),
    until: '',
    dueAt: at,
    action: { label: t('visits.resume'), path: '/visits/new' },
  };
}

/** Visits per hour of the club's day. */
function perHour(visits: readonly Visit[]): readonly number[] {
  const hours = Array.from({ length: 24 }, () => 0);
  for (const { body } of visits) {
    const hour = Number(clock(body.timeIn).slice(0, 2));
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return hours;
}
