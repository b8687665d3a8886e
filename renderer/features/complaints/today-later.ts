/** What complaints put on Today: promised times that come or have passed, and what waits for the next person. */
import { runningClocks, waitingSince, type ComplaintClock } from '@shared/complaints/clocks';
import { gradeToReview } from '@shared/complaints/grading';
import { isComplaint, type Complaint } from '@shared/complaints/schema';
import { collectiveProposal } from '@shared/complaints/similar';
import { UNSOLVED } from '@shared/complaints/table';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { DAY_MS, addDays, civil } from '@shared/core/time';
import { dueTickets } from '../../data/due-tickets';
import { range } from '../../data/read';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { dueLevel } from '../../ui/service/due-badge';

/** How long before the month's end it shows. */
const MONTH_NOTICE_MS = 3 * DAY_MS;

const until = (instant: string): string => civil(instant).slice(5, 16).replace('T', ' ');

const PATHS: Readonly<Record<ComplaintClock, string>> = {
  progress: '/notice',
  solve: '',
  month: '',
  reference: '',
  appointment: '/determine',
};
const TITLES: Readonly<Record<ComplaintClock, string>> = {
  progress: 'notice',
  solve: 'solve',
  month: 'month',
  reference: 'reference',
  appointment: 'appointment',
};

function detailOf({ body }: Complaint): string {
  return t('complaints.today.detail', { no: body.no ?? '', summary: body.summary.slice(0, 30) });
}

/** The most urgent promised time of a complaint: what is late once need not be told twice. */
function clockItems(complaint: Complaint, { now, settings }: TodayContext): readonly TodayItem[] {
  if (!UNSOLVED.includes(complaint.status)) return [];
  const near = runningClocks(complaint.body).flatMap(({ name, dueAt }) => {
    const isNear = name === 'month' && Date.parse(dueAt) - Date.parse(now) <= MONTH_NOTICE_MS;
    const level = dueLevel(dueAt, now, settings.amberMinutes);
    if (level === 'open' && !isNear) return [];
    return [
      {
        id: `complaint:${name}:${complaint.id}`,
        level: level === 'open' ? 'due' : level,
        title: t(`complaints.today.${TITLES[name]}` as 'complaints.today.notice', {
          name: complaint.body.customer.name,
        }),
        detail: detailOf(complaint),
        until: until(dueAt),
        dueAt,
        action: {
          label: t(name === 'progress' ? 'complaints.today.doNotice' : 'complaints.today.doSolve'),
          path: `/complaints/${complaint.id}${PATHS[name]}`,
        },
      } satisfies TodayItem,
    ];
  });
  return near.slice(0, 1);
}

const WAITS = {
  solved: { title: 'review', act: 'review', label: 'doReview', roles: ['lead', 'manager'] },
  reviewed: { title: 'followUp', act: 'followUp', label: 'doFollowUp', roles: DESK_ROLES },
  followedUp: { title: 'archive', act: 'archive', label: 'doArchive', roles: DESK_ROLES },
} as const;

/** A step that waits is amber on the day it began to, and red the day after. */
function waitItems(complaint: Complaint, { now, roles }: TodayContext): readonly TodayItem[] {
  const { status } = complaint;
  if (status !== 'solved' && status !== 'reviewed' && status !== 'followedUp') return [];
  const wait = WAITS[status];
  if (!hasRole(roles, wait.roles)) return [];
  const since = waitingSince(complaint.body);
  return [
    {
      id: `complaint:${wait.title}:${complaint.id}`,
      level: Date.parse(now) - Date.parse(since) < DAY_MS ? 'due' : 'overdue',
      title: t(`complaints.today.${wait.title}`, { name: complaint.body.customer.name }),
      detail: detailOf(complaint),
      until: until(since),
      dueAt: since,
      action: { label: t(`complaints.today.${wait.label}`), path: `/complaints/${complaint.id}/${wait.act}` },
    },
  ];
}

function gradeItems(complaint: Complaint, { now, roles }: TodayContext): readonly TodayItem[] {
  if (!hasRole(roles, ['lead', 'manager']) || gradeToReview(complaint, now).length === 0) return [];
  return [
    {
      id: `complaint:grade:${complaint.id}`,
      level: 'due',
      title: t('complaints.today.grade', { name: complaint.body.customer.name }),
      detail: detailOf(complaint),
      until: '',
      dueAt: complaint.at,
      action: { label: t('complaints.today.doGrade'), path: `/complaints/${complaint.id}/regrade` },
    },
  ];
}

/** One line for every group that may be collective, at its latest complaint. */
function collectiveItems(
  recent: readonly Complaint[],
  { settings, roles }: TodayContext,
): readonly TodayItem[] {
  if (!hasRole(roles, DESK_ROLES)) return [];
  const told = new Set<string>();
  return [...recent]
    .sort((a, b) => b.at.localeCompare(a.at))
    .flatMap((complaint) => {
      if (complaint.status === 'archived' || complaint.status === 'void' || told.has(complaint.id)) return [];
      const proposal = collectiveProposal(complaint, recent, settings);
      if (!proposal) return [];
      for (const { id } of proposal.members) told.add(id);
      return [
        {
          id: `complaint:collective:${complaint.id}`,
          level: 'due' as const,
          title: t('complaints.today.collective', { customers: proposal.customers }),
          detail: detailOf(complaint),
          until: '',
          dueAt: complaint.at,
          action: { label: t('complaints.today.doCompare'), path: `/complaints/${complaint.id}/compare` },
        },
      ];
    });
}

export default async function complaintsToday(context: TodayContext): Promise<readonly TodayItem[]> {
  const { day, settings } = context;
  const [due, recent] = await Promise.all([
    dueTickets(),
    range('tickets', 'kind', ['complaint', addDays(day, -settings.collectiveDays)], ['complaint', day]),
  ]);
  const open = due.filter(isComplaint);
  return [
    ...open.flatMap((complaint) => [
      ...clockItems(complaint, context),
      ...waitItems(complaint, context),
      ...gradeItems(complaint, context),
    ]),
    ...collectiveItems(recent.filter(isComplaint), context),
  ];
}
