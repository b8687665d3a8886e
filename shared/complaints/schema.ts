/** A complaint 投诉 (DOMAIN §3.4): its facts, and what happened to it as a list of events that only grows. */
import type { Envelope } from '../core/envelope';
import type { ClockSetting } from '../service/clocks';
import type { MatterBody } from '../service/schema';
import type { Status } from './table';

export const CHANNELS = [
  'inPerson',
  'phone',
  'online',
  'wechat',
  'letter',
  'email',
  'parent',
  'authority',
  'media',
  'other',
] as const;
export type Channel = (typeof CHANNELS)[number];

export const REFERENCE_KINDS = ['hotline12345', 'market12315', 'authority', 'media'] as const;

/** A government body or the media took the matter up. */
export interface Reference {
  readonly kind: (typeof REFERENCE_KINDS)[number];
  /** Their number or the medium's name. */
  readonly no: string;
  /** Their own deadline, ISO instant, or ''. */
  readonly deadline: string;
}

/** A promised time with the clock it was reckoned by; later changes of the settings do not move it. */
export interface Promised extends ClockSetting {
  /** ISO instant. */
  readonly dueAt: string;
}

/** What the customer may expect from the receipt, or from the reopening. */
export interface Promises {
  readonly progress: Promised;
  readonly solve: Promised;
}

export const DETERMINATIONS = ['responsible', 'notResponsible', 'assist'] as const;
export type Determination = (typeof DETERMINATIONS)[number];
export const GRADES = ['ordinary', 'serious'] as const;
export type Grade = (typeof GRADES)[number];
/** Why a complaint is 重大 (DOMAIN §3.4); any of them is enough. */
export const CRITERIA = ['undelivered', 'harm', 'month', 'authority', 'collective'] as const;
export type Criterion = (typeof CRITERIA)[number];
/** Whom a complaint is escalated to, lowest first. */
export const LEVELS = ['lead', 'departmentHead', 'manager'] as const;
export type Level = (typeof LEVELS)[number];
export const SATISFACTIONS = ['satisfied', 'mostly', 'dissatisfied'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];
export const CALL_RESULTS = [...SATISFACTIONS, 'notReached', 'refused'] as const;
export type CallResult = (typeof CALL_RESULTS)[number];
export const TOLD_WAYS = ['phone', 'inPerson', 'message', 'email', 'letter'] as const;
export type ToldWay = (typeof TOLD_WAYS)[number];
export const REPEAT_CAUSES = ['late', 'dissatisfied', 'other'] as const;
export type RepeatCause = (typeof REPEAT_CAUSES)[number];

/** Who handles a complaint by authority: 客服部, 总经理, or a department for its own scope. */
export interface Handler {
  readonly kind: 'service' | 'manager' | 'department';
  /** Department id of `department`, else ''. */
  readonly department: string;
}

interface EventBase {
  /** The act's id. */
  readonly id: string;
  /** ISO instant it was recorded, never before the event it follows. */
  readonly at: string;
  /** Staff id. */
  readonly by: string;
  readonly desk: string;
}

export type ComplaintEvent = EventBase &
  (
    | { readonly type: 'received' }
    /** `when` (ISO instant) is when it was said, which may be before it was recorded. */
    | {
        readonly type: 'noticed';
        readonly when: string;
        readonly how: ToldWay;
        readonly text: string;
        readonly next: Promised;
      }
    | { readonly type: 'appointed'; readonly when: string; readonly place: string; readonly who: string }
    | { readonly type: 'determined' | 'redetermined'; readonly kind: Determination; readonly ground: string }
    | {
        readonly type: 'graded' | 'regraded';
        readonly grade: Grade;
        readonly criteria: readonly Criterion[];
        readonly reason: string;
      }
    | {
        readonly type: 'assigned' | 'reassigned';
        readonly handler: Handler;
        /** Who deals with it there. */
        readonly person: string;
        /** Why another than the authority's; '' where it is the authority's. */
        readonly reason: string;
      }
    | {
        readonly type: 'handled';
        readonly text: string;
        readonly compensation: string;
        /** Fen, or null where none was paid. */
        readonly amount: number | null;
      }
    | { readonly type: 'answered'; readonly when: string; readonly how: ToldWay; readonly text: string }
    | { readonly type: 'solved'; readonly when: string; readonly result: string }
    | {
        readonly type: 'reviewed';
        readonly opinion: string;
        /** Staff id of who stands for it by PIN, where the signed-in person had a hand in the matter. */
        readonly approvedBy?: string;
        /** Why who handled it reviewed it. */
        readonly reason?: string;
      }
    | { readonly type: 'sentBack'; readonly reason: string }
    | {
        readonly type: 'followedUp';
        readonly result: CallResult;
        readonly note: string;
        /** It ends the follow-up although the customer was not reached (`settings.followUpAttempts` times). */
        readonly gaveUp: boolean;
        /** Clocks of the new round when the customer is not satisfied, else null. */
        readonly again: Promises | null;
      }
    | { readonly type: 'archived'; readonly archiveNo: string }
    | { readonly type: 'reopened'; readonly reason: string; readonly again: Promises }
    | {
        readonly type: 'extended';
        readonly until: string;
        readonly reason: string;
        /** Staff id of the lead. */
        readonly approvedBy: string;
        /** How the customer was told. */
        readonly how: ToldWay;
      }
    | { readonly type: 'escalated'; readonly level: Level; readonly person: string; readonly reason: string }
    | { readonly type: 'inquired'; readonly department: string; readonly question: string }
    | { readonly type: 'explained'; readonly of: string; readonly text: string; readonly person: string }
    | { readonly type: 'declined'; readonly what: string; readonly rule: string }
    | { readonly type: 'instructed'; readonly text: string }
    | { readonly type: 'pursued'; readonly whom: string; readonly measure: string }
    /** This is a repeat of `of`. */
    | {
        readonly type: 'linked';
        readonly of: string;
        readonly cause: RepeatCause;
        readonly reason: string;
      }
    /** A person looked at a proposal and it is none. */
    | { readonly type: 'dismissed'; readonly as: 'repeat' | 'collective'; readonly of: string }
    /** 群体投诉: `members` are the ids of all complaints, this one among them. */
    | {
        readonly type: 'grouped';
        readonly group: string;
        readonly members: readonly string[];
        readonly customers: number;
      }
    | { readonly type: 'voided' }
  );

export type EventType = ComplaintEvent['type'];
export type EventOf<T extends EventType> = Extract<ComplaintEvent, { readonly type: T }>;
/** What an event says beside who, when and where. */
export type EventPart = ComplaintEvent extends infer E
  ? E extends unknown
    ? Omit<E, keyof EventBase>
    : never
  : never;

export interface ComplaintBody extends MatterBody {
  /** ISO instant the customer complained, in whole minutes. */
  readonly receivedAt: string;
  readonly channel: Channel;
  /** We apologised 致歉. */
  readonly apologised: boolean;
  /** What the customer asks for. */
  readonly wanted: string;
  readonly reference: Reference | null;
  readonly promises: Promises;
  readonly events: readonly ComplaintEvent[];
}
export type Complaint = Envelope<'complaint', Status, ComplaintBody>;

/** Longest text per field, in characters. */
export const LIMITS = {
  wanted: 500,
  referenceNo: 60,
  text: 1_000,
  place: 60,
  person: 40,
  reason: 300,
  archiveNo: 40,
} as const;

/** True for a complaint among records of `tickets`. */
export const isComplaint = (doc: Envelope): doc is Complaint => doc.kind === 'complaint';
