/**
 * The club's time: Asia/Shanghai, which has had no daylight saving since 1991, so the civil time is
 * always UTC + 8 h. The business day is the civil date with a cut-off hour (DOMAIN §1).
 */
const OFFSET_MS = 8 * 3_600_000;

/** Milliseconds of one civil day. */
export const DAY_MS = 86_400_000;

/** Civil date and time `YYYY-MM-DDTHH:mm:ss.sss` (no zone) of an ISO instant in the club's zone. */
export function civil(instant: string): string {
  return new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, -1);
}

/** ISO instant of a civil `YYYY-MM-DDTHH:mm[:ss]` in the club's zone. Throws RangeError on nonsense. */
export function instantOf(civilTime: string): string {
  return new Date(Date.parse(`${civilTime}Z`) - OFFSET_MS).toISOString();
}

/** Business day of an instant: times before the cut-off hour (0–12) belong to the day before. */
export function businessDay(instant: string, cutOffHour: number): string {
  return civil(new Date(Date.parse(instant) - cutOffHour * 3_600_000).toISOString()).slice(0, 10);
}

/** `HH:mm` of an instant in the club's zone. */
export function clock(instant: string): string {
  return civil(instant).slice(11, 16);
}

/** The business day `days` after `day` (negative: before). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The business day so many months before; the 31st of a shorter month is its last day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, days));
  return first.toISOString().slice(0, 10);
}

/** Minutes from `from` to `to` (ISO instants), rounded down. */
export function minutesBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
}
