/** The fields of an enquiry as typed, and their checks (DOMAIN §3.2). */
import type { Context, Refusal } from '../core/command';
import { Checks, wholeMinute } from '../core/field-checks';
import { checkParty } from '../service/party';
import { LIMITS, type Party } from '../service/schema';
import {
  CATEGORIES,
  CHANNELS,
  ENQUIRY_LIMITS,
  OUTCOMES,
  isPassed,
  type Category,
  type Channel,
  type EnquiryBody,
  type Outcome,
} from './schema';

/** As a form holds them; times are ISO instants or ''. */
export interface EnquiryFields {
  readonly channel: string;
  readonly category: string;
  readonly name: string;
  readonly phone: string;
  readonly identity: string;
  readonly memberNo: string;
  readonly summary: string;
  readonly answer: string;
  readonly outcome: string;
  /** '': now. */
  readonly receivedAt: string;
  /** '': at once by telephone, else now. */
  readonly answeredAt: string;
  /** '': the clock from settings. */
  readonly callBackAt: string;
  /** Seconds; null where nobody noted it, NaN where what was typed is no number. */
  readonly firstReply: number | null;
  readonly lateRings: boolean;
  readonly longHold: boolean;
  /** Department id, or ''. */
  readonly department: string;
  /** Staff id. */
  readonly takenBy: string;
  readonly replies: readonly string[];
  readonly remark: string;
}

/** A blank form; one's own calls are answered as a rule. */
export const emptyEnquiry = (takenBy: string): EnquiryFields => ({
  channel: 'phone',
  category: '',
  name: '',
  phone: '',
  identity: '',
  memberNo: '',
  summary: '',
  answer: '',
  outcome: 'answered',
  receivedAt: '',
  answeredAt: '',
  callBackAt: '',
  firstReply: null,
  lateRings: false,
  longHold: false,
  department: '',
  takenBy,
  replies: [],
  remark: '',
});

/** The fields of a stored enquiry, for its correction. */
export function fieldsOf(body: EnquiryBody): EnquiryFields {
  const { customer, callBack, ...rest } = body;
  return {
    ...emptyEnquiry(rest.takenBy),
    ...customer,
    channel: rest.channel,
    category: rest.category,
    summary: rest.summary,
    answer: rest.answer,
    outcome: rest.outcome,
    receivedAt: rest.receivedAt,
    answeredAt: rest.answeredAt,
    callBackAt: callBack?.dueAt ?? '',
    firstReply: rest.firstReply,
    lateRings: rest.lateRings,
    longHold: rest.longHold,
    department: rest.department,
    replies: rest.replies,
    remark: rest.remark,
  };
}

/** Fields cleaned for storage. */
export interface CleanEnquiry {
  readonly channel: Channel;
  readonly category: Category;
  readonly customer: Party;
  readonly summary: string;
  readonly answer: string;
  readonly outcome: Outcome;
  readonly receivedAt: string;
  readonly answeredAt: string;
  readonly callBackAt: string;
  readonly firstReply: number | null;
  readonly lateRings: boolean;
  readonly longHold: boolean;
  readonly department: string;
  readonly takenBy: string;
  readonly replies: readonly string[];
  readonly remark: string;
}

/** Longest first reply that is noted: a day, in seconds. */
const MAX_FIRST_REPLY = 86_400;
/** Most standard replies in one answer. */
const MAX_REPLIES = 20;

/** A caller may stay nameless; who is called back or passed on must be known. */
function partyOf(checks: Checks, fields: EnquiryFields, outcome: string): Party {
  const party = checkParty(checks, fields, isPassed(outcome) || outcome === 'callBack');
  if (outcome === 'callBack' && fields.phone.trim() === '') checks.refuse('phone', 'required');
  return party;
}

/** When the customer had the answer; '' while there is none. */
function answeredAtOf(checks: Checks, fields: EnquiryFields, receivedAt: string, now: string): string {
  const isAnswered =
    fields.outcome === 'answered' || (isPassed(fields.outcome) && fields.answer.trim() !== '');
  if (!isAnswered || receivedAt === '') return '';
  // A call is answered while it lasts.
  if (fields.answeredAt === '') return fields.channel === 'phone' ? receivedAt : wholeMinute(now);
  const at = checks.past('answeredAt', fields.answeredAt, now);
  if (at !== '' && at < receivedAt) checks.refuse('answeredAt', 'answeredBeforeReceived');
  return at;
}

/** All refusals at once, or the cleaned fields. */
export function checkEnquiry(
  fields: EnquiryFields,
  { now }: Pick<Context, 'now'>,
):
  | { readonly ok: true; readonly clean: CleanEnquiry }
  | { readonly ok: false; readonly refusals: readonly Refusal[] } {
  const checks = new Checks();
  const { outcome: typedOutcome, firstReply } = fields;
  const channel = checks.choice('channel', fields.channel, CHANNELS) ?? 'phone';
  const customer = partyOf(checks, fields, typedOutcome);
  const category = checks.choice('category', fields.category, CATEGORIES) ?? 'question';
  const summary = checks.text('summary', fields.summary, {
    max: LIMITS.summary,
    required: true,
    lines: true,
  });
  const answer = checks.text('answer', fields.answer, {
    max: ENQUIRY_LIMITS.answer,
    required: typedOutcome === 'answered',
    lines: true,
  });
  const outcome = checks.choice('outcome', typedOutcome, OUTCOMES) ?? 'pending';
  const receivedAt = checks.past('receivedAt', fields.receivedAt, now);
  const answeredAt = answeredAtOf(checks, fields, receivedAt, now);
  const callBackAt = outcome === 'callBack' && fields.callBackAt !== '' ? wholeMinute(fields.callBackAt) : '';
  if (callBackAt !== '' && receivedAt !== '' && callBackAt < receivedAt)
    checks.refuse('callBackAt', 'callBackBeforeCall');
  const isOnline = channel !== 'phone';
  if (fields.takenBy === '') checks.refuse('takenBy', 'required');
  const clean: CleanEnquiry = {
    channel,
    category,
    customer,
    summary,
    answer,
    outcome,
    receivedAt,
    answeredAt,
    callBackAt,
    firstReply:
      isOnline && firstReply !== null ? checks.whole('firstReply', firstReply, 0, MAX_FIRST_REPLY) : null,
    // What only a telephone can be is not kept of a letter.
    lateRings: !isOnline && fields.lateRings,
    longHold: !isOnline && fields.longHold,
    department: fields.department,
    takenBy: fields.takenBy,
    replies: [...new Set(fields.replies)].slice(0, MAX_REPLIES),
    remark: checks.text('remark', fields.remark, { max: ENQUIRY_LIMITS.remark, lines: true }),
  };
  return checks.refusals.length > 0 ? { ok: false, refusals: checks.refusals } : { ok: true, clean };
}
