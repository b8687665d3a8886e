/** The demo club's roster: a turn of four people from the first demo day to the end of next week, published, and lived. */
import type { Actor, Witness } from '../core/command';
import { addDays, instantOf } from '../core/time';
import { turned } from '../roster/plan-many';
import { publishRoster } from '../roster/publish';
import { decideExplanation, explainPunch, punch } from '../roster/punch';
import { askLeave, decideLeave, endLeave } from '../roster/leave';
import { leaveOn, planOf, rosterOf, shiftSpan } from '../roster/roster';
import { explanationId, type LeaveKind, type Swap } from '../roster/schema';
import { askSwap, decideSwap } from '../roster/swap-commands';
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

/** Days before today on which the leaves gone by began. */
const LEAVE_BEFORE = 12;

/** Leave gone by, refused and taken back, and one that waits: none of somebody's shift before the end of next week. */
export function demoLeaves(
  desk: PretendDesk,
  draw: Draw,
  { staff }: DemoClub,
  days: readonly string[],
  now: string,
): void {
  const [lead, hr, first, second] = ['1002', '3001', '1003', '1004'].map((no) => staff.get(no));
  const today = days.at(-1);
  if (!lead || !hr || !first || !second || today === undefined) return;
  const before = addDays(today, -LEAVE_BEFORE);
  const ask = (who: Actor, type: LeaveKind, from: string, to: string, reason: string, at: string): string => {
    const id = draw.id(at);
    const input = { id, staff: who.id, type, emergency: false, from, to, shift: '', reason, toldAt: '' };
    desk.run(askLeave, input, id, at, who);
    return id;
  };
  const decide = (id: string, approve: boolean, note: string, at: string): void => {
    desk.run(decideLeave, { id, approve, note }, draw.id(at), at, lead);
  };
  const asked = instantOf(`${addDays(before, -3)}T10:20`);
  decide(ask(hr, 'annual', before, addDays(before, 2), '回老家', asked), true, '', later(asked, 50));
  const next = instantOf(`${addDays(before, -2)}T16:40`);
  decide(
    ask(second, 'personal', addDays(before, 4), addDays(before, 4), '搬家', next),
    false,
    '当天有会员赛，人手不足',
    later(next, 25),
  );
  const third = instantOf(`${addDays(before, -1)}T09:15`);
  const back = ask(first, 'annual', addDays(before, 5), addDays(before, 6), '出游', third);
  desk.run(endLeave, { id: back, reason: '行程取消' }, draw.id(third), later(third, 240), first);
  const end = nextSpan('week', spanOf('week', today), 1).to;
  const last = later(now, -90);
  ask(second, 'personal', end, end, '参加婚礼', last);
}

/** Days before today of the swap and of the sign-off that was forgotten. */
const SWAP_BEFORE = 9;
const FORGOTTEN_BEFORE = 6;

const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** A swap gone by, and everybody's signing in and off up to now; one forgot to sign off. */
export function demoAttendance(
  desk: PretendDesk,
  draw: Draw,
  { staff }: DemoClub,
  days: readonly string[],
  now: string,
): void {
  const lead = staff.get('1002');
  const hr = staff.get('3001');
  const people = PEOPLE.flatMap((no) => staff.get(no) ?? []);
  const today = days.at(-1);
  if (!lead || !hr || today === undefined) return;
  const roster = () => rosterOf([...desk.records.values()]);
  const works = (day: string, id: string, shift: string): boolean => {
    const known = roster();
    return planOf(known, day, id).includes(shift) && !leaveOn(known, day, id, shift);
  };

  const swapDay = addDays(today, -SWAP_BEFORE);
  const giver = people.find(({ id, roles }) => !roles.includes('lead') && works(swapDay, id, 'late'));
  const taker = people.find(
    ({ id, roles }) => !roles.includes('lead') && planOf(roster(), swapDay, id).includes('rest'),
  );
  if (giver && taker) {
    const at = instantOf(`${addDays(swapDay, -2)}T15:20`);
    const id = draw.id(at);
    const pin: Witness = { staff: taker.id, name: taker.name, roles: taker.roles, at };
    const terms = { applicant: giver.id, colleague: taker.id, day: swapDay, shift: 'late' };
    const input = { id, ...terms, returnDay: '', returnShift: '', reason: '孩子家长会' };
    desk.run(askSwap, input, id, at, giver, [pin]);
    const decided = later(at, 95);
    const swap = desk.records.get(id) as Swap;
    desk.run(decideSwap, { swap, approve: true, note: '' }, draw.id(decided), decided, lead);
  }

  const known = roster();
  for (const day of days)
    for (const shift of desk.settings.shifts) {
      const { from, to } = shiftSpan(shift, day);
      for (const person of people) {
        if (!planOf(known, day, person.id).includes(shift.id)) continue;
        const place = { day, shift: shift.id, staff: person.id };
        const sign = (type: 'in' | 'out', at: string): boolean => {
          if (at > now) return false;
          const id = draw.id(at);
          desk.run(punch, { id, ...place, type }, id, at, person);
          return true;
        };
        const came = later(from, draw.chance(0.05) ? draw.whole(8, 20) : draw.whole(-15, 3));
        const forgot = day === addDays(today, -FORGOTTEN_BEFORE) && shift.id === 'early';
        const went = later(to, draw.chance(0.04) ? -draw.whole(8, 15) : draw.whole(0, 12));
        if (!sign('in', came)) continue;
        if (!forgot) sign('out', went);
        else {
          const at = later(to, 200);
          const reason = '交接时客人多，忘了签退';
          desk.run(explainPunch, { ...place, type: 'out', at: to, reason }, draw.id(at), at, person);
          const decided = later(at, 30);
          const id = explanationId(day, shift.id, 'out', person.id);
          const decide = { id, approve: true, note: '' };
          desk.run(decideExplanation, decide, draw.id(decided), decided, hr);
        }
      }
    }
}
