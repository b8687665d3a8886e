/** Every printed form by its id: the print process builds forms out of this list and nothing else. */
import {
  evacuationList,
  visitRegister,
  type EvacuationInput,
  type VisitRegisterInput,
} from '../visits/forms';
import type { FormDoc } from './model';
import { testPage, type TestPageInput } from './test-page';

/** Builds one form out of what the page gave as JSON; pure. Throws when the input is none. */
export type FormBuilder = (data: unknown) => FormDoc;

/** Features add their builders here, one line a form. */
export const FORMS: Readonly<Record<string, FormBuilder>> = {
  'test-page': (data) => testPage(data as TestPageInput),
  'visit-register': (data) => visitRegister(data as VisitRegisterInput),
  'evacuation-list': (data) => evacuationList(data as EvacuationInput),
};

/** The form of an id. Throws RangeError when there is none. */
export function buildForm(id: string, data: unknown): FormDoc {
  const build = Object.hasOwn(FORMS, id) ? FORMS[id] : undefined;
  if (!build) throw new RangeError(`no such form: ${id}`);
  return build(data);
}
