/** Follow-ups by the day they are planned for, and the plans of a year, kept current from change events. */
import { isComplaint } from '@shared/complaints/schema';
import type { Period } from '@shared/core/period';
import { addDays } from '@shared/core/time';
import { callOfList, callsOfComplaint, type CountedCall } from '@shared/follow-up/counted';
import { monthsOf } from '@shared/follow-up/figures';
import { isFollowUp, isPlan, planId, type FollowUp, type FollowUpPlan } from '@shared/follow-up/schema';
import { MOST_AHEAD_DAYS, MOST_LATE_DAYS } from '@shared/follow-up/state';
import { useDirectory } from '../../data/directory';
import { useLive, useLiveOf, type LiveState } from '../../data/live';
import { byIds, range } from '../../data/read';

/** Due first, the most late on top; then what is done, the newest first. */
export function dueFirst(a: FollowUp, b: FollowUp): number {
  const [open, other] = [a.status === 'planned', b.status === 'planned'];
  if (open !== other) return open ? -1 : 1;
  if (open) return a.dueAt.localeCompare(b.dueAt) || a.id.localeCompare(b.id);
  return b.body.doneAt.localeCompare(a.body.doneAt) || b.id.localeCompare(a.id);
}

/** A call is planned at most so many days before or after the day it is entered on. */
export async function followUpsOf({ from, to }: Period): Promise<readonly FollowUp[]> {
  const docs = await range(
    'tickets',
    'kind',
    ['followUp', addDays(from, -MOST_AHEAD_DAYS)],
    ['followUp', addDays(to, MOST_LATE_DAYS)],
  );
  return docs.filter(isFollowUp).filter(({ body }) => body.plannedFor >= from && body.plannedFor <= to);
}

/** Those of the period, and on a period with today what is overdue from before it. */
export function useFollowUps(period: Period, today: string): LiveState<readonly FollowUp[]> {
  const { from, to } = period;
  return useLive<readonly FollowUp[]>(
    async () => {
      const listed = await followUpsOf(period);
      if (today < from || today > to) return [...listed].sort(dueFirst);
      const earlier = await followUpsOf({ from: addDays(from, -MOST_AHEAD_DAYS), to: addDays(from, -1) });
      return [...earlier.filter(({ status }) => status === 'planned'), ...listed].sort(dueFirst);
    },
    ['tickets'],
    [from, to, today],
  );
}

/** Plans of a year, of departments that are gone too. */
export async function plansOf(year: string): Promise<readonly FollowUpPlan[]> {
  const ids = useDirectory.getState().departments.map(({ id }) => planId(year, id));
  return (await byIds('tickets', ids)).filter(isPlan);
}

/**
 * What the figures of whole months count.
 * @param months `YYYY-MM`, ascending
 */
export async function countedIn(months: readonly string[]): Promise<readonly CountedCall[]> {
  const [first = '', last = first] = [months[0], months.at(-1)];
  const { cutOffHour } = useDirectory.getState().settings;
  const [followUps, complaints] = await Promise.all([
    followUpsOf({ from: `${first}-01`, to: `${last}-31` }),
    // A complaint taken up again may be years old.
    range('tickets', 'kind', ['complaint'], ['complaint', `${last}-31`]),
  ]);
  const calls = [
    ...followUps.flatMap(callOfList),
    ...complaints.filter(isComplaint).flatMap((one) => callsOfComplaint(one, cutOffHour)),
  ];
  return calls.filter(({ month }) => months.includes(month));
}

export interface YearOfCalls {
  readonly calls: readonly CountedCall[];
  readonly plans: readonly FollowUpPlan[];
}

export const loadYear = async (year: string): Promise<YearOfCalls> => ({
  calls: await countedIn(monthsOf(year)),
  plans: await plansOf(year),
});

export const useYearOfCalls = (year: string): LiveState<YearOfCalls> =>
  useLiveOf(() => loadYear(year), ['tickets', 'directory'], [year]);
