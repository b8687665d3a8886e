/** What lost property puts on Today: due for handing over, unsigned papers, owners to be told, the law's year. */
import { addDays, civil } from '@shared/core/time';
import {
  custodyOf,
  handoverDueAt,
  openSignatures,
  sheetWaits,
  ownerToContact,
  yearAfterNotice,
} from '@shared/lost-property/custody';
import type { FoundItem, Handover } from '@shared/lost-property/schema';
import { range } from '../../data/read';
import type { TodayContext, TodayItem, TodayPart } from '../../ui/feature';
import { t } from '../../ui/first-words';

/** How long before the law's year is over HR is reminded. Days. */
const YEAR_NOTICE_DAYS = 30;
/** An owner who is known and an unsigned paper are overdue the day after. */
const DAY_MS = 86_400_000;

const until = (instant: string): string => civil(instant).slice(5, 10);

export async function lostToday(context: TodayContext): Promise<TodayPart> {
  const { now, day, roles } = context;
  const due = await range('lostItems', 'due', ['0'], ['9998']);
  const items = due.filter((doc): doc is FoundItem => doc.kind === 'foundItem');
  const sheets = due.filter((doc): doc is Handover => doc.kind === 'handover');
  const desk = roles.includes('clerk') || roles.includes('lead');
  const lines = [
    ...(desk || roles.includes('hr') ? handoverItems(items, context) : []),
    ...items.flatMap((item) => signatureItems(item, now)),
    ...sheets.filter(sheetWaits).map((sheet) => sheetItem(sheet, now)),
    ...sheets.filter(({ status }) => status === 'given').map((sheet) => givenItem(sheet, now)),
    ...(desk ? items.filter(({ body }) => ownerToContact(body)).map((item) => ownerItem(item, now)) : []),
    ...(roles.includes('hr') ? items.flatMap((item) => yearItems(item, day)) : []),
  ];
  const held = items.filter(({ status }) => status === 'held');
  const today = held.filter((item) => item.day === day).length;
  return {
    items: lines,
    tiles: [
      {
        label: t('lostProperty.todayTile'),
        figure: String(held.length),
        detail: t('lostProperty.todayTileDetail', { today }),
      },
    ],
  };
}

function handoverItems(items: readonly FoundItem[], { now, settings }: TodayContext): readonly TodayItem[] {
  const held = items
    .filter(({ status }) => status === 'held')
    .map((item) => ({ item, dueAt: handoverDueAt(item.body, settings) }));
  const due = held.filter(({ dueAt }) => dueAt <= now).sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const first = due[0];
  if (!first) return [];
  const { body } = first.item;
  return [
    {
      id: 'lost:handover',
      // The day it becomes due is amber, every day after it red.
      level: Date.parse(now) - Date.parse(first.dueAt) < DAY_MS ? 'due' : 'overdue',
      title: t('lostProperty.todayDue', { count: due.length }),
      detail: t('lostProperty.todayDueDetail', { no: body.no ?? '', name: body.name }),
      until: until(first.dueAt),
      dueAt: first.dueAt,
      action: { label: t('lostProperty.doHandover'), path: '/lost-property/handover' },
    },
  ];
}

const sinceLevel = (at: string, now: string): TodayItem['level'] =>
  Date.parse(now) - Date.parse(at) < DAY_MS ? 'due' : 'overdue';

function signatureItems({ id, body }: FoundItem, now: string): readonly TodayItem[] {
  return openSignatures(body).map(({ event, name, at }) => ({
    id: `lost:sign:${event}`,
    level: sinceLevel(at, now),
    title: t('lostProperty.todaySign', { what: body.name }),
    detail: t('lostProperty.todaySignDetail', { no: body.no ?? '', name }),
    until: until(at),
    dueAt: at,
    action: { label: t('lostProperty.doSign'), path: `/lost-property/${id}/paper` },
  }));
}

function sheetItem({ id, body, at }: Handover, now: string): TodayItem {
  return {
    id: `lost:sheet:${id}`,
    level: sinceLevel(at, now),
    title: t('lostProperty.todaySign', { what: t('lostProperty.sheet') }),
    detail: t('lostProperty.todaySheetDetail', { no: body.no ?? '', name: body.receiver.name }),
    until: until(at),
    dueAt: at,
    action: { label: t('lostProperty.doSign'), path: '/lost-property/handover' },
  };
}

function givenItem({ id, body, at }: Handover, now: string): TodayItem {
  return {
    id: `lost:given:${id}`,
    level: sinceLevel(at, now),
    title: t('lostProperty.todayGiven', { no: body.no ?? '' }),
    detail: t('lostProperty.todayGivenDetail', { count: body.lines.length, name: body.giver.name }),
    until: until(at),
    dueAt: at,
    action: { label: t('lostProperty.doReceive'), path: '/lost-property/handover' },
  };
}

function ownerItem({ id, body, at }: FoundItem, now: string): TodayItem {
  return {
    id: `lost:owner:${id}`,
    level: sinceLevel(at, now),
    title: t('lostProperty.todayOwner', { what: body.name }),
    detail: t('lostProperty.todayOwnerDetail', { no: body.no ?? '', name: body.owner?.name ?? '' }),
    until: until(at),
    dueAt: at,
    action: { label: t('lostProperty.doContact'), path: `/lost-property/${id}/contact` },
  };
}

function yearItems({ id, body }: FoundItem, day: string): readonly TodayItem[] {
  const { hr, noticeDay } = custodyOf(body);
  const year = hr > 0 ? yearAfterNotice(noticeDay) : '';
  if (year === '' || addDays(day, YEAR_NOTICE_DAYS) < year) return [];
  return [
    {
      id: `lost:year:${id}`,
      level: year <= day ? 'due' : 'open',
      title: t('lostProperty.todayYear', { what: body.name }),
      detail: t('lostProperty.todayYearDetail', { no: body.no ?? '', day: noticeDay }),
      until: year,
      dueAt: `${year}T00:00:00.000Z`,
      action: { label: t('lostProperty.doOpen'), path: `/lost-property/hr/${id}` },
    },
  ];
}
