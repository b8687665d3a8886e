/** The form's own values: everything is text as typed, times are the club's civil `YYYY-MM-DDTHH:mm`. */
import type { EnquiryFields } from '@shared/enquiries/fields';
import type { Passed } from '@shared/enquiries/schema';
import { toCivil, toInstant, toNumber } from '../../ui/typed';

export type EnquiryValues = Omit<EnquiryFields, 'firstReply'> & { readonly firstReply: string };

export function toValues(fields: EnquiryFields): EnquiryValues {
  const { firstReply, receivedAt, answeredAt, callBackAt } = fields;
  return {
    ...fields,
    firstReply: firstReply === null ? '' : String(firstReply),
    receivedAt: toCivil(receivedAt),
    answeredAt: toCivil(answeredAt),
    callBackAt: toCivil(callBackAt),
  };
}

export function toFields(values: EnquiryValues): EnquiryFields {
  const { firstReply, receivedAt, answeredAt, callBackAt } = values;
  return {
    ...values,
    firstReply: firstReply.trim() === '' ? null : (toNumber(firstReply) ?? Number.NaN),
    receivedAt: toInstant(receivedAt),
    answeredAt: toInstant(answeredAt),
    callBackAt: toInstant(callBackAt),
  };
}

/** Registers in which what is passed on goes on. */
export const PASSED_PAGES: Readonly<Record<Passed, string>> = {
  workOrder: '/work-orders',
  customerOrder: '/orders/customer',
  complaint: '/complaints',
  talk: '/talks',
};
