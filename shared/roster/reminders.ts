/** When the next roster must be published (DOMAIN §3.8): next week's by Friday, next month's by month end. */
import type { Period } from '../core/period';
import { addDays } from '../core/time';
import { daysBetween, isPublished, type Roster } from './roster';
import { nextSpan, spanOf, weekdayOf } from './spans';

export interface Reminder {
  readonly key: 'week' | 'weekLate' | 'month' | 'monthLate';
  readonly span: Period;
  /** Day by whose end it must be published. */
  readonly due: string;
  readonly level: 'overdue' | 'due' | 'open';
}

const FRIDAY = 5;
/** Weekday from which next week's roster is asked for. */
const ASK_FROM = 3;
/** Days before the end of the month from which next month's is asked for, and from which it is amber. */
const MONTH_ASK = 7;
const MONTH_AMBER = 2;

/** What is to be published on a day, whether or not it already is; days gone by are not asked for. */
export function reminders(day: string): readonly Reminder[] {
  const [week, month] = [spanOf('week', day), spanOf('month', day)];
  const [nextWeek, nextMonth] = [nextSpan('week', week, 1), nextSpan('month', month, 1)];
  const friday = addDays(week.from, FRIDAY - 1);
  const weekday = weekdayOf(day);
  const left = daysBetween(day, month.to).length - 1;
  return [
    {
      key: 'weekLate',
      span: { from: day, to: week.to },
      due: addDays(week.from, FRIDAY - 1 - 7),
      level: 'overdue',
    },
    ...(weekday >= ASK_FROM
      ? [
          {
            key: 'week' as const,
            span: nextWeek,
            due: friday,
            level:
              weekday > FRIDAY
                ? ('overdue' as const)
                : weekday === FRIDAY
                  ? ('due' as const)
                  : ('open' as const),
          },
        ]
      : []),
    {
      key: 'monthLate',
      // What this and next week still lack is told by the week.
      span: { from: addDays(nextWeek.to, 1), to: month.to },
      due: addDays(month.from, -1),
      level: 'overdue',
    },
    ...(left <= MONTH_ASK
      ? [
          {
            key: 'month' as const,
            span: nextMonth,
            due: month.to,
            level: left <= MONTH_AMBER ? ('due' as const) : ('open' as const),
          },
        ]
      : []),
  ];
}

/** The days of a span that are not published; none where the span is empty. */
export const unpublished = (roster: Roster, { from, to }: Period): readonly string[] =>
  daysBetween(from, to).filter((day) => !isPublished(roster, day));
