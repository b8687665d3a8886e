/** Between what stands in a control and what a command takes: civil times and whole numbers. */
import { civil, instantOf } from '@shared/core/time';

/** Civil time of an instant for a date and time control; '' stays ''. */
export function toCivil(instant: string): string {
  return instant === '' ? '' : civil(instant).slice(0, 16);
}

/** Instant of a date and time control's value; '' stays ''. */
export function toInstant(civilTime: string): string {
  return civilTime === '' ? '' : instantOf(civilTime);
}

/** A whole number as typed, full-width digits too; null when it is none. */
export function toNumber(typed: string): number | null {
  const text = typed.normalize('NFKC').trim();
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

/** `11-21 09:42` of an instant, in the club's time. */
export function dayTime(instant: string): string {
  return civil(instant).slice(5, 16).replace('T', ' ');
}
