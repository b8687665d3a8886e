/** What deposits put on Today: money that waits, by its age, and slips signed on paper. */
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { addDays, instantOf } from '@shared/core/time';
import { ageLevel, waitingRows } from '@shared/deposits/waiting';
import { receiveDeposit } from '@shared/deposits/receive-deposit';
import { loadBooks } from '../../data/books';
import { staffName } from '../../data/directory';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { dayTime } from '../../ui/typed';
import { depositsOf } from './use-deposits';

/** How far back unsigned slips are looked for. Days. */
const LOOK_BACK = 60;

export default async function depositsToday({
  day,
  roles,
  settings,
}: TodayContext): Promise<readonly TodayItem[]> {
  const atDesk = hasRole(roles, DESK_ROLES);
  if (!atDesk && !hasRole(roles, receiveDeposit.roles)) return [];
  const [books, deposits] = await Promise.all([
    loadBooks(),
    depositsOf({ from: addDays(day, -LOOK_BACK), to: day }),
  ]);
  const papers = deposits
    .filter(({ waits }) => waits)
    .map(({ id, doc, receiver }): TodayItem => ({
      id: `deposit:paper:${id}`,
      level: doc.day < day ? 'overdue' : 'due',
      title: t('deposits.todayPaper', { no: doc.body.no ?? '' }),
      detail: t('deposits.todayPaperDetail', { name: receiver?.name ?? '' }),
      until: doc.day.slice(5),
      dueAt: doc.at,
      action: { label: t('deposits.doFile'), path: `/deposits/records/${id}` },
    }));
  const given = deposits
    .filter(({ receiver, reversal }) => !receiver && !reversal)
    .map(({ id, doc }): TodayItem => ({
      id: `deposit:given:${id}`,
      level: doc.day < day ? 'overdue' : 'due',
      title: t('deposits.todayGiven', { no: doc.body.no ?? '', amount: formatMoney(doc.body.total) }),
      detail: t('deposits.todayGivenDetail', { name: staffName(doc.by), time: dayTime(doc.at) }),
      until: doc.day.slice(5),
      dueAt: doc.at,
      action: { label: t('deposits.doReceive'), path: `/deposits/records/${id}` },
    }));
  if (!atDesk) return given;
  const rows = waitingRows(books, day);
  const [oldest] = rows;
  if (!oldest) return [...given, ...papers];
  const limit = settings.depositDays;
  const last = addDays(oldest.day, limit);
  return [
    {
      id: 'deposit:waiting',
      level: ageLevel(oldest.age, limit),
      title: t('deposits.todayWaits', {
        count: new Set(rows.map(({ session }) => session)).size,
        amount: formatMoney(rows.reduce((sum, { amount }) => sum + amount, 0)),
      }),
      detail: t('deposits.todayWaitsDetail', { day: oldest.day, limit }),
      until: last.slice(5),
      dueAt: instantOf(`${last}T23:59:00`),
      action: { label: t('deposits.doDeposit'), path: '/deposits' },
    },
    ...given,
    ...papers,
  ];
}
