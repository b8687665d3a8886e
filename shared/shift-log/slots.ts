/** A shift of one desk on one business day: what logs and checklists belong to (DOMAIN §3.8). */
import type { Settings, ShiftHours } from '../core/settings';
import { addDays, businessDay, instantOf } from '../core/time';

/** Names a shift of a desk; stands in records. */
export interface SlotKey {
  /** Desk code. */
  readonly desk: string;
  /** Business day. */
  readonly day: string;
  /** Id of the shift in the settings. */
  readonly shift: string;
}

export interface Slot extends SlotKey {
  readonly name: string;
  /** ISO instants of its begin and its end. */
  readonly from: string;
  readonly to: string;
}

type Hours = Pick<Settings, 'shifts' | 'cutOffHour'>;

/** `A:2026-11-21:early`. */
export const slotId = ({ desk, day, shift }: SlotKey): string => `${desk}:${day}:${shift}`;

/** The key in a slot's id; null when it is none. */
export function parseSlot(id: string): SlotKey | null {
  const match = /^([A-Z0-9]{1,3}):(\d{4}-\d{2}-\d{2}):(.+)$/.exec(id);
  if (!match) return null;
  const [, desk = '', day = '', shift = ''] = match;
  return { desk, day, shift };
}

/** Instant of a civil `HH:mm` within a business day: what lies before the cut-off is the next civil day's. */
function within(day: string, time: string, cutOffHour: number): string {
  return instantOf(`${Number(time.slice(0, 2)) < cutOffHour ? addDays(day, 1) : day}T${time}:00`);
}

function slotOf({ id, name, from, to }: ShiftHours, key: Omit<SlotKey, 'shift'>, cutOffHour: number): Slot {
  const begins = within(key.day, from, cutOffHour);
  const ends = within(key.day, to, cutOffHour);
  // A shift that ends past the cut-off ends on the next business day.
  const end = ends > begins ? ends : new Date(Date.parse(ends) + 86_400_000).toISOString();
  return { ...key, shift: id, name, from: begins, to: end };
}

/** The shifts of a business day at a desk, in the order of their begin. */
export function slotsOf({ shifts, cutOffHour }: Hours, desk: string, day: string): readonly Slot[] {
  return shifts
    .map((shift) => slotOf(shift, { desk, day }, cutOffHour))
    .sort((a, b) => a.from.localeCompare(b.from) || a.shift.localeCompare(b.shift));
}

/** The slot of a key; null when the settings have no such shift any more. */
export function slotIn(settings: Hours, { desk, day, shift }: SlotKey): Slot | null {
  return slotsOf(settings, desk, day).find((slot) => slot.shift === shift) ?? null;
}

/**
 * The slot something written at an instant belongs to: the shift that runs (of overlapping ones the later begun); between
 * shifts the one that ended last, before the first of the day the first.
 */
export function slotAt(settings: Hours, desk: string, now: string): Slot {
  const slots = slotsOf(settings, desk, businessDay(now, settings.cutOffHour));
  const begun = slots.filter(({ from }) => from <= now);
  const running = begun.filter(({ to }) => now < to);
  const found = running.at(-1) ?? begun.at(-1) ?? slots[0];
  if (!found) throw new RangeError('the club has no shifts');
  return found;
}

/** The slot before another at the same desk. */
export function slotBefore(settings: Hours, slot: Slot): Slot {
  const today = slotsOf(settings, slot.desk, slot.day);
  const at = today.findIndex(({ shift }) => shift === slot.shift);
  const before = at > 0 ? today[at - 1] : slotsOf(settings, slot.desk, addDays(slot.day, -1)).at(-1);
  if (!before) throw new RangeError('the club has no shifts');
  return before;
}

/** Minutes into a shift during which it is still the one before that is handed over. */
const LEAVING_MINUTES = 120;

/**
 * The slot whoever hands over now leaves: the one before for two hours after a shift began unless its log is signed off,
 * else the running one.
 */
export function slotToLeave(
  settings: Hours,
  desk: string,
  now: string,
  isSignedOff: (slot: Slot) => boolean,
): Slot {
  const running = slotAt(settings, desk, now);
  const before = slotBefore(settings, running);
  const since = (Date.parse(now) - Date.parse(running.from)) / 60_000;
  const justEnded = before.to >= new Date(Date.parse(running.from) - 60_000).toISOString();
  return since < LEAVING_MINUTES && justEnded && !isSignedOff(before) ? before : running;
}
