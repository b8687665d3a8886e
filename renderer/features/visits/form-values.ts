/** The form's own values: everything is text as typed, times are the club's civil `YYYY-MM-DDTHH:mm`. */
import type { VisitFields } from '@shared/visits/fields';
import { toCivil, toInstant, toNumber } from '../../ui/typed';

export type VisitFormValues = Omit<VisitFields, 'people'> & { readonly people: string };

export function toValues(fields: VisitFields): VisitFormValues {
  const { people, timeIn, timeOut } = fields;
  return {
    ...fields,
    people: people === null ? '' : String(people),
    timeIn: toCivil(timeIn),
    timeOut: toCivil(timeOut),
  };
}

export function toFields(values: VisitFormValues): VisitFields {
  const { people, timeIn, timeOut } = values;
  return { ...values, people: toNumber(people), timeIn: toInstant(timeIn), timeOut: toInstant(timeOut) };
}
