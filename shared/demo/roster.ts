/** The demo club's roster: a turn of four people from the first demo day to the end of next week, published. */
import { addDays, instantOf } from '../core/time';
import { turned } from '../roster/plan-many';
import { publishRoster } from '../roster/publish';
import { setPlans } from '../roster/set-plans';
import { nextSpan, spanOf } from '../roster/spans';
import type { DemoClub } from './club';
import type { PretendDesk } from './pretend-desk';
import type { Draw } from './random';

/** Staff numbers in the order of the turn. */
const PEOPLE = ['1001', '1003', '1004', '1002'] as const;

/** Plans and publishes; a demo of the last days of a month has next month's as well. */
export function demoRoster(
  desk: PretendDesk,
  draw: Draw,
  { staff }: DemoClub,
  days: readonly string[],
  now: string,
): void {
  const lead = staff.get('1002');
  const [first = '', today = first] = [days[0], days.at(-1)];
  const template = desk.settings.rosterTemplates[0];
  if (!lead || !template) return;
  const people = PEOPLE.flatMap((no) => staff.get(no)?.id ?? []);
  const nextWeek = nextSpan('week', spanOf('week', today), 1);
  const month = spanOf('month', today);
  const last = nextWeek.to > month.to ? nextWeek.to : month.to;
  const cells = turned(template, people, first, last);
  // Planned the day before the first; a published day is changed only with a reason.
  const at = instantOf(`${addDays(first, -1)}T15:00`);
  const earlier = at < now ? at : now;
  const run = (minutes: number): string => new Date(Date.parse(earlier) + minutes * 60_000).toISOString();
  desk.run(setPlans, { cells, reason: '' }, draw.id(earlier), earlier, lead);
  const spans = [
    { unit: 'month', day: first },
    { unit: 'month', day: today },
    ...(nextWeek.to > month.to ? [{ unit: 'week', day: nextWeek.from } as const] : []),
  ] as const;
  const published = new Set<string>();
  for (const { unit, day } of spans) {
    const key = `${unit}${spanOf(unit, day).from}`;
    if (published.has(key)) continue;
    published.add(key);
    const publishedAt = run(5 * published.size);
    // The first month begins before the club does.
    const reason = spanOf(unit, day).from < first ? '开业前的日期没有排班' : '';
    desk.run(publishRoster, { unit, day, reason }, draw.id(publishedAt), publishedAt, lead);
  }
}
