/** What loans put on Today: things not back or due soon, unsigned slips, tips not paid out. */
import { formatMoney } from '@shared/core/money';
import { clock, civil } from '@shared/core/time';
import { lateness, paperFrom, unsigned, type LoanRow } from '@shared/loans/rows';
import { byReceiver, tipUnsigned } from '@shared/loans/tip-rows';
import type { TodayContext, TodayItem } from '../../ui/feature';
import { t } from '../../ui/i18n';
import { loansOf, tipsOf, tipsWaiting } from './use-loans';
import { thingName } from './thing';

export default async function loansToday(context: TodayContext): Promise<readonly TodayItem[]> {
  const loans = await loansOf({ from: paperFrom(context.day), to: context.day });
  return [...returns(loans, context), ...(await papers(loans, context)), ...(await tips(context))];
}

/** When a thing was to be back: the hour today, else the day. */
function until(backBy: string, day: string): string {
  const at = civil(backBy);
  return at.startsWith(day) ? clock(backBy) : at.slice(5, 10);
}

function returns(loans: readonly LoanRow[], { now, day, settings }: TodayContext): readonly TodayItem[] {
  return loans.flatMap((row): readonly TodayItem[] => {
    const level = lateness(row, now, settings.amberMinutes);
    if (level === null) return [];
    const { id, body } = row.taken;
    return [
      {
        id: `loan:${id}`,
        level,
        title: t(level === 'overdue' ? 'loans.todayLate' : 'loans.todayDue', { thing: thingName(body) }),
        detail: t(body.amount > 0 ? 'loans.todayDetail' : 'loans.todayDetailFree', {
          name: body.customer.name,
          amount: formatMoney(body.amount),
          no: body.no ?? '',
        }),
        until: until(body.backBy, day),
        dueAt: body.backBy,
        action: { label: t('loans.doReturn'), path: `/loans/${id}/return` },
      },
    ];
  });
}

async function papers(loans: readonly LoanRow[], { day }: TodayContext): Promise<readonly TodayItem[]> {
  const tipsSince = await tipsOf({ from: paperFrom(day), to: day });
  const waiting = [
    ...loans.flatMap((row) =>
      unsigned(row).map(({ at, body }) => ({
        at,
        no: body.no ?? '',
        name: row.taken.body.customer.name,
        path: `/loans/${row.id}/paper`,
      })),
    ),
    ...new Map(
      tipsSince.filter(tipUnsigned).flatMap(({ id, paid }) =>
        paid
          ? [
              [
                paid.id,
                {
                  at: paid.at,
                  no: paid.body.no ?? '',
                  name: paid.body.receiver,
                  path: `/loans/tips/${id}/paper`,
                },
              ] as const,
            ]
          : [],
      ),
    ).values(),
  ].sort((a, b) => a.at.localeCompare(b.at));
  const [oldest] = waiting;
  if (!oldest) return [];
  return [
    {
      id: 'loans:paper',
      level: 'due',
      title: t('loans.todayPaper', { count: waiting.length }),
      detail: t('loans.todayPaperDetail', { no: oldest.no, name: oldest.name }),
      until: civil(oldest.at).slice(5, 10),
      dueAt: oldest.at,
      action: { label: t('loans.doFile'), path: oldest.path },
    },
  ];
}

async function tips({ day }: TodayContext): Promise<readonly TodayItem[]> {
  const rows = await tipsWaiting();
  const oldest = rows.at(-1);
  if (!oldest) return [];
  const sums = byReceiver(rows);
  return [
    {
      id: 'loans:tips',
      // Tips are paid out the day they come.
      level: oldest.tip.day < day ? 'due' : 'open',
      title: t('loans.todayTips', {
        count: sums.length,
        amount: formatMoney(sums.reduce((sum, { waiting }) => sum + waiting, 0)),
      }),
      detail: t('loans.todayTipsDetail', {
        day: oldest.tip.day.slice(5),
        receiver: oldest.tip.body.receiver,
      }),
      until: oldest.tip.day.slice(5),
      dueAt: oldest.tip.at,
      action: { label: t('loans.doPay'), path: `/loans/tips/${oldest.id}/pay` },
    },
  ];
}
