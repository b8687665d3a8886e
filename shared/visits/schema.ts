/** Records of the `visits` collection (DOMAIN §3.1): visits, the starter's desk counts, and customer notices. */
import type { BodyBase, Envelope } from '../core/envelope';
import type { ImportMark } from '../core/imported';
import type { Signature } from '../signatures/signature';

/**
 * `left`: signed out at the desk or by correction; `leftUnrecorded` 未登记离开: closed at closing time
 * without knowing when; `void`: entered by mistake, its number stays.
 */
export const VISIT_STATUSES = ['onSite', 'left', 'leftUnrecorded', 'void'] as const;
export type VisitStatus = (typeof VISIT_STATUSES)[number];

export const OUTCOMES = ['answered', 'handedOver'] as const;
export type VisitOutcome = (typeof OUTCOMES)[number];

/** A matter handed to a department, with its clock. `answeredAt` is '' until the department has answered. */
export interface Transfer {
  /** Department id. */
  readonly department: string;
  /** ISO instant of the handing over. */
  readonly at: string;
  /** ISO instant by which the department must answer (`settings.transferMinutes` after `at`). */
  readonly dueAt: string;
  readonly answeredAt: string;
  /** Who in the department answered, as told to the desk. */
  readonly answeredBy: string;
  readonly answer: string;
}

/**
 * A visitor under 14: only the guardian's name and consent are kept (DOMAIN §2), and the guardian signs on
 * screen or on paper 纸质签字; the visit waits 待签字 until the paper's archive number is recorded.
 */
export interface Guardian {
  readonly name: string;
  readonly consent: true;
  readonly signature: Signature;
}

export interface VisitBody extends BodyBase {
  /** The visitor; '' for a visitor under 14. */
  readonly name: string;
  /** As `normalizePhone` writes it, or ''. Its digits are the envelope's `key`. */
  readonly phone: string;
  readonly people: number;
  readonly company: string;
  /** Department id, or ''. */
  readonly department: string;
  /** Whom they come to see, or ''. */
  readonly host: string;
  /** One of `settings.visitPurposes`. */
  readonly purpose: string;
  readonly details: string;
  readonly plate: string;
  readonly badge: string;
  /** ISO instant, whole minutes. */
  readonly timeIn: string;
  /** ISO instant, whole minutes; '' while on site or when nobody knows. */
  readonly timeOut: string;
  /** Staff id. */
  readonly receivedBy: string;
  readonly outcome: VisitOutcome;
  readonly transfer: Transfer | null;
  readonly remark: string;
  readonly guardian: Guardian | null;
  /** ISO instant of the last closing-time question answered with "still here", or ''. */
  readonly stillHereAt: string;
  /** Of a visit taken over from the paper register. */
  readonly imported?: ImportMark;
}
export type Visit = Envelope<'visit', VisitStatus, VisitBody>;

/** Players and caddies on site as the starter's desk 出发台 told, entered by hand; each telling is kept. */
export interface StarterCountBody extends BodyBase {
  readonly players: number;
  readonly caddies: number;
  /** ISO instant the counts are true for. */
  readonly countedAt: string;
}
export type StarterCount = Envelope<'starterCount', 'recorded', StarterCountBody>;

/**
 * A discreet notice about a customer, kept by a lead: VIP and 重点关注 are two different things. It goes by
 * phone and name (a phone is not a person). `proposed`: waits for a lead.
 */
export interface CustomerFlagBody extends BodyBase {
  readonly name: string;
  readonly phone: string;
  readonly vip: boolean;
  readonly focus: boolean;
  /** Why the customer needs attention; '' for a VIP alone. */
  readonly reason: string;
}
export type CustomerFlag = Envelope<'customerFlag', 'proposed' | 'active' | 'removed', CustomerFlagBody>;

/** Longest text per field, in characters. */
export const LIMITS = {
  name: 40,
  phone: 20,
  company: 80,
  host: 40,
  details: 500,
  plate: 12,
  badge: 20,
  remark: 500,
  guardianName: 40,
  answer: 500,
  answeredBy: 40,
  reason: 200,
} as const;

/** Most people one visit stands for. */
export const MAX_PEOPLE = 999;

/** Who is named: the visitor, or the guardian of a visitor under 14. */
export function namedPerson(body: VisitBody): string {
  return body.guardian ? body.guardian.name : body.name;
}
