/** 接待洽谈 (DOMAIN §3.3): special matters, with the customer's signature and a lead's approval. */
import type { Envelope } from '../core/envelope';
import type { MatterBody } from '../service/schema';
import type { Signature, StaffMark } from '../signatures/signature';

/** Why it is a special matter. */
export const GROUNDS = ['twoAnswers', 'compensation', 'contract', 'design', 'other'] as const;
export type Ground = (typeof GROUNDS)[number];

/** A lead's word on the talk as it stands. A corrected talk waits anew: what was approved is what the lead read. */
export interface TalkDecision {
  /** The act that brought it to this state. */
  readonly id: string;
  readonly state: 'waiting' | 'approved' | 'returned';
  /** Null while waiting. */
  readonly lead: StaffMark | null;
  readonly note: string;
}

export interface TalkBody extends MatterBody {
  readonly ground: Ground;
  /** ISO instant, whole minutes. */
  readonly heldAt: string;
  readonly place: string;
  /** 客户要求. */
  readonly request: string;
  /** What both sides said: the customer, and we (我方意见). */
  readonly customerSaid: string;
  readonly weSaid: string;
  /** ISO instant agreed with the customer, and who sees to it; the lead's approval names both anew. */
  readonly agreedAt: string;
  readonly handler: string;
  /** The customer's, on screen or on paper. */
  readonly signature: Signature;
  readonly decision: TalkDecision;
  /** 处理结果; '' before. */
  readonly result: string;
  /** ISO instants, or ''. */
  readonly solvedAt: string;
  /** By when a solved talk is followed up (DOMAIN §3.3); '' before it is solved. */
  readonly followUpDue: string;
  /** ISO instant at which its follow-up call ended; absent before. */
  readonly followedUpAt?: string;
  readonly archiveNo: string;
  readonly archivedAt: string;
  /** Why it was archived without the customer's signature; '' where it is signed. */
  readonly unsignedReason: string;
}

export const TALK_STATUSES = ['open', 'returned', 'approved', 'solved', 'archived', 'void'] as const;
export type TalkStatus = (typeof TALK_STATUSES)[number];
export type Talk = Envelope<'talk', TalkStatus, TalkBody>;

/** Longest text per field, in characters. */
export const LIMITS = {
  place: 60,
  request: 1_000,
  customerSaid: 2_000,
  weSaid: 2_000,
  handler: 40,
  note: 300,
  result: 2_000,
  archiveNo: 40,
  reason: 300,
} as const;
