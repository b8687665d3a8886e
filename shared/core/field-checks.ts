/** Checks of typed fields: they clean what is stored and collect every refusal, so that a form shows each beside its field. */
import type { Refusal } from './command';
import { parseMoney } from './money';
import { normalizePhone } from './phone';
import { cleanLine, cleanLines, lengthOf } from './text';
import { minutesBetween } from './time';

/** How far a clock may run ahead before a time counts as in the future. Minutes. */
export const FUTURE_TOLERANCE = 2;

/** An instant cut to its minute, as registers show it. */
export function wholeMinute(instant: string): string {
  return `${instant.slice(0, 17)}00.000Z`;
}

export interface TextRule {
  readonly max: number;
  readonly required?: boolean;
  readonly lines?: boolean;
}

/** One form's checks; `refusals` is empty when everything may be stored. */
export class Checks {
  readonly refusals: Refusal[] = [];

  refuse(field: string, code: string, params?: Refusal['params']): void {
    this.refusals.push(params ? { field, code, params } : { field, code });
  }

  /** The cleaned text, '' when refused. */
  text(field: string, typed: string, { max, required, lines }: TextRule): string {
    const text = lines ? cleanLines(typed) : cleanLine(typed);
    const length = lengthOf(text);
    if (length > max) this.refuse(field, 'tooLong', { max, length });
    else if (required && text === '') this.refuse(field, 'required');
    else return text;
    return '';
  }

  /** The stored form of a phone, '' when empty or refused. */
  phone(field: string, typed: string, required = false): string {
    const phone = normalizePhone(typed);
    if (phone === null) this.refuse(field, 'badPhone');
    else if (required && phone === '') this.refuse(field, 'required');
    return phone ?? '';
  }

  /** A whole number within bounds; `min` when refused. */
  whole(field: string, value: number | null, min: number, max: number): number {
    if (value !== null && Number.isInteger(value) && value >= min && value <= max) return value;
    this.refuse(field, 'badNumber', { min, max });
    return min;
  }

  /** Fen of a typed amount, null when empty or refused. */
  money(field: string, typed: string, required = false): number | null {
    if (typed.trim() === '') {
      if (required) this.refuse(field, 'required');
      return null;
    }
    const fen = parseMoney(typed);
    if (fen === null || (required && fen === 0)) this.refuse(field, 'badMoney');
    return fen;
  }

  /** One of the given values; refused as `required` otherwise. */
  choice<T extends string>(field: string, value: string, among: readonly T[]): T | null {
    const found = among.find((one) => one === value);
    if (found === undefined) this.refuse(field, 'required');
    return found ?? null;
  }

  /** A past instant in whole minutes; '' means `now`, which also stands where a clock runs a little ahead. */
  past(field: string, instant: string, now: string): string {
    const ahead = instant === '' ? 0 : minutesBetween(now, instant);
    if (ahead <= FUTURE_TOLERANCE) return wholeMinute(ahead >= 0 ? now : instant);
    this.refuse(field, 'inFuture');
    return '';
  }
}
