/** What an enquiry still wants, and by when (DOMAIN §3.2). */
import { accept, refuse, type Context, type Decision, type Loaded, type Read } from '../core/command';
import { NEVER_DUE, type Envelope } from '../core/envelope';
import type { Settings } from '../core/settings';
import { dueAfter, endOfWork } from '../service/clocks';
import {
  isEnquiry,
  isPassed,
  type CallBack,
  type Enquiry,
  type EnquiryBody,
  type EnquiryStatus,
  type Outcome,
} from './schema';

type Standing = Pick<EnquiryBody, 'outcome' | 'children' | 'callBack' | 'receivedAt'>;

/** Passed on, it is closed once the other record stands. */
export function statusOf({ outcome, children }: Pick<Standing, 'outcome' | 'children'>): EnquiryStatus {
  if (outcome === 'answered') return 'closed';
  return isPassed(outcome) && children.some(({ kind }) => kind === outcome) ? 'closed' : 'open';
}

/** ISO instant by which it must be answered: the end of the working day on which it came. */
export const answerDueAt = (receivedAt: string, { workingHours }: Settings): string =>
  endOfWork(receivedAt, workingHours);

/** The envelope's due time. */
export function enquiryDueAt(
  status: EnquiryStatus,
  { callBack, receivedAt }: Standing,
  settings: Settings,
): string {
  if (status !== 'open') return NEVER_DUE;
  return callBack ? callBack.dueAt : answerDueAt(receivedAt, settings);
}

/** When the customer is called back: at the time they named, else as the clock from settings says. */
export function callBackFor(
  outcome: Outcome,
  wishedAt: string,
  from: string,
  { clocks, workingHours }: Settings,
): CallBack | null {
  if (outcome !== 'callBack') return null;
  if (wishedAt !== '') return { dueAt: wishedAt, mode: 'wished' };
  return { dueAt: dueAfter(from, clocks.callBack, workingHours), mode: clocks.callBack.mode };
}

/** The enquiry with another body: status and due time follow from it. */
export function standing(doc: Enquiry, body: EnquiryBody, { settings }: Pick<Context, 'settings'>): Enquiry {
  const status = statusOf(body);
  return { ...doc, status, dueAt: enquiryDueAt(status, body, settings), body };
}

/** Whether the customer had an answer in time; null: passed on unanswered, or not due yet. `now` is an ISO instant. */
export function answeredInTime({ status, body }: Enquiry, settings: Settings, now: string): boolean | null {
  if (status === 'void') return null;
  const dueAt = answerDueAt(body.receivedAt, settings);
  if (body.answeredAt !== '') return body.answeredAt <= dueAt;
  if (isPassed(body.outcome)) return null;
  return now > dueAt ? false : null;
}

/** How quick the first reply online was against the two standards of settings. */
export function firstReplyLevel(
  seconds: number | null,
  { firstReplySeconds, replySeconds }: Settings['enquiryStandards'],
): 'good' | 'slow' | 'late' | null {
  if (seconds === null) return null;
  if (seconds <= firstReplySeconds) return 'good';
  return seconds <= replySeconds ? 'slow' : 'late';
}

/** An open enquiry out of which a record of `kind` was made: what it was passed on into, and closed by that. */
export function passedInto(doc: Envelope, kind: string, context: Pick<Context, 'settings'>): Envelope {
  if (!isEnquiry(doc) || doc.status !== 'open' || !isPassed(kind)) return doc;
  return standing(doc, { ...doc.body, outcome: kind, callBack: null }, context);
}

/** Asks for one enquiry by id. */
export const readEnquiry = (id: string): readonly Read[] => [
  { name: 'enquiry', collection: 'tickets', ids: [id] },
];

/** Decides on the loaded enquiry; a missing one and a void one are refused. */
export function decideOn(loaded: Loaded, decide: (enquiry: Enquiry) => Decision): Decision {
  const enquiry = loaded.enquiry?.find(isEnquiry);
  if (!enquiry) return refuse({ code: 'notFound' });
  if (enquiry.status === 'void') return refuse({ code: 'recordVoid' });
  return decide(enquiry);
}

/** Accepts the changed enquiry. */
export const acceptEnquiry = (doc: Enquiry): Decision => accept({ collection: 'tickets', doc });
