/** Enquiries 来电 / 在线 / 来函 (DOMAIN §3.2), kind `enquiry` of the `tickets` collection; `key` is the responsible person. */
import type { Envelope } from '../core/envelope';
import type { ClockSetting } from '../service/clocks';
import type { MatterBody } from '../service/schema';

/** How it came: telephone, online chat, website message, WeChat, e-mail, letter. */
export const CHANNELS = ['phone', 'online', 'website', 'wechat', 'email', 'letter'] as const;
export type Channel = (typeof CHANNELS)[number];

/** 咨询 报修 建议 质疑 求助 订货 投诉 表扬. */
export const CATEGORIES = [
  'question',
  'repair',
  'suggestion',
  'doubt',
  'help',
  'order',
  'complaint',
  'praise',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a matter may be passed on into: kinds of records. */
export const PASSED = ['workOrder', 'customerOrder', 'complaint', 'talk'] as const;
export type Passed = (typeof PASSED)[number];

/** `pending`: not answered yet (a message that waits); the rest says what came of it. */
export const OUTCOMES = ['answered', 'callBack', 'pending', ...PASSED] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const isPassed = (outcome: string): outcome is Passed => PASSED.some((kind) => kind === outcome);

/** By when the customer is called back. */
export interface CallBack {
  /** ISO instant. */
  readonly dueAt: string;
  /** What the clock counted; `wished`: the customer named the time. */
  readonly mode: ClockSetting['mode'] | 'wished';
}

export const CALL_RESULTS = ['reached', 'noAnswer', 'busy', 'wrongNumber', 'later'] as const;
export type CallResult = (typeof CALL_RESULTS)[number];

/** One attempt to call back. */
export interface CallAttempt {
  /** The act's id. */
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** Staff id. */
  readonly by: string;
  readonly result: CallResult;
  readonly note: string;
}

export interface EnquiryBody extends MatterBody {
  readonly channel: Channel;
  readonly category: Category;
  /** ISO instant in whole minutes: the call, or when the message was sent. */
  readonly receivedAt: string;
  /** Staff id of who took it. */
  readonly takenBy: string;
  readonly answer: string;
  /** ISO instant and staff id; both '' until the customer has an answer. */
  readonly answeredAt: string;
  readonly answeredBy: string;
  readonly outcome: Outcome;
  /** Only with the outcome `callBack`. */
  readonly callBack: CallBack | null;
  readonly attempts: readonly CallAttempt[];
  /** Seconds until the first reply on an online channel; null where nobody noted it. */
  readonly firstReply: number | null;
  /** Marked by hand: picked up after more rings than the standard. */
  readonly lateRings: boolean;
  /** Marked by hand: kept waiting longer than the standard without a word. */
  readonly longHold: boolean;
  /** Standard replies that were used (ids), for their usage counts. */
  readonly replies: readonly string[];
  readonly remark: string;
}

/** `closed`: answered, or passed on into another record; `void`: entered by mistake, its number stays. */
export const ENQUIRY_STATUSES = ['open', 'closed', 'void'] as const;
export type EnquiryStatus = (typeof ENQUIRY_STATUSES)[number];
export type Enquiry = Envelope<'enquiry', EnquiryStatus, EnquiryBody>;

export const isEnquiry = (doc: { readonly kind: string }): doc is Enquiry => doc.kind === 'enquiry';

/** Longest text per field, in characters. */
export const ENQUIRY_LIMITS = { answer: 2_000, remark: 500, note: 300 } as const;
