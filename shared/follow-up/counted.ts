/**
 * The calls that follow-up's figures count (DOMAIN §3.7), whichever record they stand in: calls of the list, and those a
 * complaint has of its own after each review (DOMAIN §3.4).
 */
import type { Complaint, ComplaintEvent, EventOf } from '../complaints/schema';
import { businessDay } from '../core/time';
import type { CallResult, FollowUp, FollowUpStatus, Satisfaction } from './schema';

export interface CountedCall {
  /** Of the call; a complaint's is that of the review it follows. */
  readonly id: string;
  /** The record it stands in. */
  readonly of: { readonly kind: 'followUp' | 'complaint'; readonly id: string; readonly no: string };
  /** `YYYY-MM` it counts in: that of the day it is planned for, whenever it was made. */
  readonly month: string;
  /** Department id, or ''. */
  readonly department: string;
  readonly status: Exclude<FollowUpStatus, 'void'>;
  /** What ended it; '' while it is planned. */
  readonly outcome: CallResult | '';
  readonly satisfaction: Satisfaction | '';
  readonly customer: string;
  readonly opinion: string;
}

/** A call of the list; none when it is void. */
export function callOfList({ id, status, body }: FollowUp): readonly CountedCall[] {
  if (status === 'void') return [];
  const { plannedFor, department, outcome, satisfaction, customer, opinion } = body;
  const of = { kind: 'followUp', id, no: body.no ?? '' } as const;
  const month = plannedFor.slice(0, 7);
  return [{ id, of, month, department, status, outcome, satisfaction, customer: customer.name, opinion }];
}

function ended(call: CountedCall, { result, gaveUp, note }: EventOf<'followedUp'>): CountedCall {
  switch (result) {
    case 'notReached':
      return gaveUp ? { ...call, status: 'done', outcome: result, opinion: note } : call;
    case 'refused':
      return { ...call, status: 'done', outcome: result, opinion: note };
    case 'satisfied':
    case 'mostly':
    case 'dissatisfied':
      return { ...call, status: 'done', outcome: 'reached', satisfaction: result, opinion: note };
  }
}

/**
 * A complaint's calls, one for each review: planned for the business day of the review, of the department the complaint is
 * about; none when it is void.
 * @param cutOffHour hour at which the business day ends
 */
export function callsOfComplaint(complaint: Complaint, cutOffHour: number): readonly CountedCall[] {
  const { id, status, body } = complaint;
  if (status === 'void') return [];
  const of = { kind: 'complaint', id, no: body.no ?? '' } as const;
  const planned = (review: ComplaintEvent): CountedCall => ({
    id: review.id,
    of,
    month: businessDay(review.at, cutOffHour).slice(0, 7),
    department: body.department,
    status: 'planned',
    outcome: '',
    satisfaction: '',
    customer: body.customer.name,
    opinion: '',
  });
  const calls: CountedCall[] = [];
  for (const event of body.events) {
    if (event.type === 'reviewed') calls.push(planned(event));
    const last = calls.at(-1);
    if (event.type === 'followedUp' && last) calls[calls.length - 1] = ended(last, event);
  }
  return calls;
}
