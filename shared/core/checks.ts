/** Checks of input that many commands make; each gives a refusal or null. */
import type { Refusal } from './command';
import { lengthOf } from './text';

/** Refuses an empty text. */
export function required(field: string, text: string): Refusal | null {
  return text.trim() === '' ? { field, code: 'required' } : null;
}

/** Refuses a text over `max` characters, saying how long it is. */
export function atMost(field: string, text: string, max: number): Refusal | null {
  const length = lengthOf(text);
  return length > max ? { field, code: 'tooLong', params: { max, length } } : null;
}

/** Refuses a whole number outside `min` to `max`. */
export function wholeNumber(field: string, value: number, min: number, max: number): Refusal | null {
  return Number.isInteger(value) && value >= min && value <= max
    ? null
    : { field, code: 'badNumber', params: { min, max } };
}

/** The refusals among checks. */
export function refusalsOf(...checks: readonly (Refusal | null)[]): readonly Refusal[] {
  return checks.filter((check) => check !== null);
}
