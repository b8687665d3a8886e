/**
 * Service clocks (DOMAIN §3.2, §3.4): a number of minutes that run by the wall or only within working hours, by setting
 * per clock. Times are the club's civil time, which has no daylight saving (`core/time.ts`).
 */
import { addDays, civil, instantOf, minutesBetween } from '../core/time';

export const CLOCKS = [
  /** 回电: a customer who waits to be called back. */
  'callBack',
  /** 进度告知: a complainant hears how far it is, again and again. */
  'complaintProgress',
  /** 解决并答复 of a complaint. */
  'complaintSolve',
  /** 工作单 without a due time of its own. */
  'workOrder',
] as const;
export type ClockName = (typeof CLOCKS)[number];

export interface ClockSetting {
  readonly minutes: number;
  /** `wall`: round the clock 自然时间; `working`: within working hours only 工作时间. */
  readonly mode: 'wall' | 'working';
}

/** When the service works. */
export interface WorkingHours {
  /** `HH:mm`, before `to`. */
  readonly from: string;
  readonly to: string;
  /** ISO weekdays 1 (Monday) to 7; never empty. */
  readonly days: readonly number[];
}

const MINUTE_MS = 60_000;

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

const after = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString();

/** The working span of a civil day as instants, or null on a day off. */
function spanOf(day: string, { from, to, days }: WorkingHours): readonly [string, string] | null {
  return days.includes(weekday(day)) ? [instantOf(`${day}T${from}`), instantOf(`${day}T${to}`)] : null;
}

/** ISO instant at which a clock started at `start` runs out. */
export function dueAfter(start: string, clock: ClockSetting, hours: WorkingHours): string {
  if (clock.mode === 'wall') return after(start, clock.minutes);
  let left = clock.minutes;
  for (let day = civil(start).slice(0, 10); ; day = addDays(day, 1)) {
    const span = spanOf(day, hours);
    if (!span) continue;
    const from = start > span[0] ? start : span[0];
    const free = (Date.parse(span[1]) - Date.parse(from)) / MINUTE_MS;
    if (free <= 0) continue;
    if (left <= free) return after(from, left);
    left -= free;
  }
}

/** ISO instant at which the work of a day ends: that day's when it is not over yet, else the next working day's. */
export function endOfWork(instant: string, hours: WorkingHours): string {
  for (let day = civil(instant).slice(0, 10); ; day = addDays(day, 1)) {
    const span = spanOf(day, hours);
    if (span && instant < span[1]) return span[1];
  }
}

/** Minutes a clock has counted between two instants. */
export function minutesOn(from: string, to: string, mode: ClockSetting['mode'], hours: WorkingHours): number {
  if (mode === 'wall') return Math.max(0, minutesBetween(from, to));
  let counted = 0;
  const last = civil(to).slice(0, 10);
  for (let day = civil(from).slice(0, 10); day <= last; day = addDays(day, 1)) {
    const span = spanOf(day, hours);
    if (!span) continue;
    const start = Math.max(Date.parse(from), Date.parse(span[0]));
    const end = Math.min(Date.parse(to), Date.parse(span[1]));
    counted += Math.max(0, end - start);
  }
  return Math.floor(counted / MINUTE_MS);
}

/** The same civil time `months` later; a day the month does not have becomes its last (31 January → 28 February). */
export function monthsAfter(instant: string, months: number): string {
  const local = civil(instant);
  const first = new Date(`${local.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  const month = first.toISOString().slice(0, 7);
  first.setUTCMonth(first.getUTCMonth() + 1);
  const lastDay = addDays(first.toISOString().slice(0, 10), -1).slice(8);
  const day = local.slice(8, 10) < lastDay ? local.slice(8, 10) : lastDay;
  return instantOf(`${month}-${day}${local.slice(10)}`);
}
