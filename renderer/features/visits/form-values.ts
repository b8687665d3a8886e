/** The form's own values: everything is text as typed, times are the club's civil `YYYY-MM-DDTHH:mm`. */
import { civil, instantOf } from '@shared/core/time';
import type { VisitFields } from '@shared/visits/fields';

export type VisitFormValues = Omit<VisitFields, 'people'> & { readonly people: string };

/** Civil time of an instant for a date and time control; '' stays ''. */
export function toCivil(instant: string): string {
  return instant === '' ? '' : civil(instant).slice(0, 16);
}

/** Instant of a date and time control's value; '' stays ''. */
export function toInstant(civilTime: string): string {
  return civilTime === '' ? '' : instantOf(civilTime);
}

export function toValues(fields: VisitFields): VisitFormValues {
  const { people, timeIn, timeOut } = fields;
  return {
    ...fields,
    people: people === null ? '' : String(people),
    timeIn: toCivil(timeIn),
    timeOut: toCivil(timeOut),
  };
}

/** A whole number as typed, full-width digits too; null when it is none. */
export function toNumber(typed: string): number | null {
  const text = typed.normalize('NFKC').trim();
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

export function toFields(values: VisitFormValues): VisitFields {
  const { people, timeIn, timeOut } = values;
  return { ...values, people: toNumber(people), timeIn: toInstant(timeIn), timeOut: toInstant(timeOut) };
}
