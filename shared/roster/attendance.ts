/** What the punches of a shift say: in time, late, early, one missing, absent (DOMAIN §3.8). Derived, never stored. */
import type { Envelope } from '../core/envelope';
import type { Settings, ShiftHours } from '../core/settings';
import { minutesBetween } from '../core/time';
import { isPublished, leaveOn, planOf, shiftSpan, shiftsIn, type Roster } from './roster';
import {
  REST,
  dutyId,
  isExplanation,
  isMark,
  isPunch,
  type AttendanceMark,
  type Explanation,
  type Punch,
  type PunchType,
} from './schema';

/** 出 迟 早 缺 脱 假 休 调 补, in the order they are written in a cell. */
export const SYMBOLS = [
  'present',
  'late',
  'early',
  'missing',
  'absent',
  'leave',
  'rest',
  'swapped',
  'explained',
] as const;
export type Symbol = (typeof SYMBOLS)[number];

export interface AttendanceRecords {
  readonly punches: readonly Punch[];
  readonly explanations: readonly Explanation[];
  readonly marks: readonly AttendanceMark[];
}

export const attendanceRecords = (documents: readonly Envelope[]): AttendanceRecords => ({
  punches: documents.filter(isPunch),
  explanations: documents.filter(isExplanation),
  marks: documents.filter(isMark),
});

/** One person's shift of a day. */
export interface ShiftAttendance {
  readonly day: string;
  readonly staff: string;
  readonly shift: string;
  /** ISO instants, '' while there is none; an approved explanation stands in for a punch. */
  readonly in: string;
  readonly out: string;
  readonly lateMinutes: number;
  readonly earlyMinutes: number;
  /** `waiting` before the shift counts, `working` in it; otherwise what it came to. */
  readonly state: 'waiting' | 'working' | 'done';
  readonly symbols: readonly Symbol[];
}

/** Minutes after the end of a shift from which a missing sign-off counts as forgotten. */
export const MISSING_AFTER = 120;

function instant(
  records: AttendanceRecords,
  day: string,
  shift: string,
  staff: string,
  type: PunchType,
): { readonly at: string; readonly explained: boolean } {
  const punched = records.punches
    .filter(
      (punch) =>
        punch.day === day && punch.key === staff && punch.body.shift === shift && punch.body.type === type,
    )
    .map(({ body }) => body.at)
    .sort();
  // Signed in twice, at two desks: the first counts; of signing off the last.
  const at = type === 'in' ? punched[0] : punched.at(-1);
  if (at !== undefined) return { at, explained: false };
  const explained = records.explanations.find(
    (one) =>
      one.status === 'approved' &&
      one.day === day &&
      one.key === staff &&
      one.body.shift === shift &&
      one.body.type === type,
  );
  return { at: explained?.body.at ?? '', explained: explained !== undefined };
}

/** True when the last change of the cell was an approved swap. */
const bySwap = (roster: Roster, day: string, staff: string): boolean =>
  roster.duties.get(dutyId(day, staff))?.body.log?.at(-1)?.act === 'swap.decide';

/** What one planned shift came to by `now` (ISO instant). */
export function shiftAttendance(
  roster: Roster,
  records: AttendanceRecords,
  place: { readonly day: string; readonly staff: string },
  shift: ShiftHours,
  settings: Settings,
  now: string,
): ShiftAttendance {
  const { day, staff } = place;
  const { from, to } = shiftSpan(shift, day);
  const [came, went] = (['in', 'out'] as const).map((type) =>
    instant(records, day, shift.id, staff, type),
  ) as [ReturnType<typeof instant>, ReturnType<typeof instant>];
  const lateMinutes = came.at === '' ? 0 : Math.max(0, minutesBetween(from, came.at));
  const earlyMinutes = went.at === '' ? 0 : Math.max(0, minutesBetween(went.at, to));
  const base = { day, staff, shift: shift.id, in: came.at, out: went.at, lateMinutes, earlyMinutes };
  const swapped: readonly Symbol[] = bySwap(roster, day, staff) ? ['swapped'] : [];
  const mark = records.marks.find(
    (one) => one.day === day && one.key === staff && one.body.shift === shift.id,
  )?.body.mark;
  const done = (...symbols: readonly Symbol[]): ShiftAttendance => ({
    ...base,
    state: 'done',
    symbols: [...symbols, ...swapped],
  });
  if (leaveOn(roster, day, staff, shift.id)) return done('leave');
  if (mark === 'leftPost') return done('absent');
  if (mark === 'present') return done('present');
  const over = minutesBetween(to, now) >= MISSING_AFTER;
  const { lateGraceMinutes: grace, absentAfterMinutes: absent } = settings;
  if (came.at === '' && went.at === '')
    return minutesBetween(from, now) <= absent ? { ...base, state: 'waiting', symbols: [] } : done('absent');
  if (lateMinutes > absent || earlyMinutes > absent) return done('absent');
  if (went.at === '' && !over)
    return { ...base, state: 'working', symbols: lateMinutes > grace ? ['late'] : [] };
  const explained: readonly Symbol[] = came.explained || went.explained ? ['explained'] : [];
  const faults: readonly Symbol[] = [
    ...(lateMinutes > grace ? (['late'] as const) : []),
    ...(earlyMinutes > grace ? (['early'] as const) : []),
    ...(came.at === '' || went.at === '' ? (['missing'] as const) : []),
  ];
  return done(
    ...(faults.length === 0 && explained.length === 0 ? (['present'] as const) : faults),
    ...explained,
  );
}

/** All shifts that somebody is planned for on a published day, in the order of the settings. */
export function dayAttendance(
  roster: Roster,
  records: AttendanceRecords,
  place: { readonly day: string; readonly staff: string },
  settings: Settings,
  now: string,
): readonly ShiftAttendance[] {
  if (!isPublished(roster, place.day)) return [];
  const plan = shiftsIn(planOf(roster, place.day, place.staff));
  return settings.shifts
    .filter(({ id }) => plan.includes(id))
    .map((shift) => shiftAttendance(roster, records, place, shift, settings, now));
}

/** The symbols of somebody's day: of their shifts, or the day off or leave. */
export function daySymbols(
  roster: Roster,
  records: AttendanceRecords,
  place: { readonly day: string; readonly staff: string },
  settings: Settings,
  now: string,
): readonly Symbol[] {
  const shifts = dayAttendance(roster, records, place, settings, now);
  if (shifts.length > 0) {
    const all = shifts.flatMap(({ symbols }) => symbols);
    return SYMBOLS.filter((symbol) => all.includes(symbol));
  }
  if (!isPublished(roster, place.day)) return [];
  if (leaveOn(roster, place.day, place.staff)) return ['leave'];
  return planOf(roster, place.day, place.staff).includes(REST) ? ['rest'] : [];
}

export type Totals = Readonly<Record<Symbol | 'planned' | 'worked', number>>;

/**
 * Somebody's totals over days: shifts planned (leave excepted) and worked (signed in or off, not absent), and how many
 * shifts or days bear each symbol.
 */
export function attendanceTotals(
  roster: Roster,
  records: AttendanceRecords,
  staff: string,
  days: readonly string[],
  settings: Settings,
  now: string,
): Totals {
  const totals: Record<string, number> = Object.fromEntries(
    [...SYMBOLS, 'planned', 'worked'].map((name) => [name, 0]),
  );
  const add = (name: string): void => {
    totals[name] = (totals[name] ?? 0) + 1;
  };
  for (const day of days) {
    const shifts = dayAttendance(roster, records, { day, staff }, settings, now);
    for (const { symbols, state } of shifts) {
      symbols.forEach(add);
      if (!symbols.includes('leave')) add('planned');
      const counts = state === 'done' && !symbols.includes('leave') && !symbols.includes('absent');
      if (counts) add('worked');
    }
    if (shifts.length === 0) daySymbols(roster, records, { day, staff }, settings, now).forEach(add);
  }
  return totals as Totals;
}
