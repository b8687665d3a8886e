/** Records of the `roster` collection (DOMAIN §3.8): who works when, what was published, who is on leave. */
import type { BodyBase, Envelope } from '../core/envelope';
import type { Warning } from './warnings';

/** In a plan instead of shifts: the person has the day off. */
export const REST = 'rest';

/** What a person does on a day: ids of shifts (two are a double booking), `[REST]`, or nothing planned. */
export type Plan = readonly string[];

/** What a cell keeps of an approved swap that changed it. */
export interface CellSwap {
  /** Id of the swap. */
  readonly id: string;
  readonly no: string;
  readonly applicant: string;
  readonly colleague: string;
  /** The plan before it, so that it can be undone when another desk's is chosen. */
  readonly before: Plan;
}

export interface DutyBody extends BodyBase {
  readonly plan: Plan;
  /**
   * Approved swaps since the day was last planned, each on top of those before it. So two desks that approve different
   * swaps never write the same cell, even where the plan comes out the same.
   */
  readonly swaps: readonly CellSwap[];
}

/**
 * One person's day. Id `duty:<day>:<staff id>`, `day` the day planned, `key` the staff id: two desks that plan different
 * days or people touch different records.
 */
export type Duty = Envelope<'duty', 'planned', DutyBody>;

/** Spans that are published as a whole. */
export const UNITS = ['week', 'month'] as const;
export type Unit = (typeof UNITS)[number];

export interface RosterPeriodBody extends BodyBase {
  readonly unit: Unit;
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
  readonly publishedAt: string;
  readonly publisher: string;
  readonly publisherName: string;
  /** What the roster lacked when it was published; never left out. */
  readonly warnings: readonly Warning[];
  /** Why it was published with gaps; '' when there were none. */
  readonly reason: string;
}

/** A published week or month. Id `roster:<unit>:<from>`, `day` its first day. A day that none covers is a draft. */
export type RosterPeriod = Envelope<'rosterPeriod', 'published', RosterPeriodBody>;

export const LEAVE_KINDS = ['annual', 'personal', 'sick', 'other'] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];
export const LEAVE_STATUSES = ['asked', 'approved', 'refused', 'withdrawn', 'cancelled'] as const;
export type LeaveStatus = (typeof LEAVE_STATUSES)[number];

/** Who decided, with the own PIN or session. */
export interface Deciding {
  readonly staff: string;
  readonly name: string;
  readonly at: string;
  readonly note: string;
}

export interface LeaveBody extends BodyBase {
  readonly staff: string;
  readonly name: string;
  readonly type: LeaveKind;
  /** 紧急: told at short notice, against the clock of the shift's begin. */
  readonly emergency: boolean;
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
  /** One shift of a single day, or '' for whole days. */
  readonly shift: string;
  readonly reason: string;
  /** ISO instant at which the absence was told. */
  readonly toldAt: string;
  readonly decision: Deciding | null;
}

/** 《请假单》. `key` is who is to be away. */
export type Leave = Envelope<'leave', LeaveStatus, LeaveBody>;

export const SWAP_STATUSES = ['asked', 'agreed', 'declined', 'approved', 'refused', 'withdrawn'] as const;
export type SwapStatus = (typeof SWAP_STATUSES)[number];

/** 《调班申请单》: the applicant's shift goes to a colleague, against one of the colleague's or as a gift. */
export interface SwapBody extends BodyBase {
  readonly applicant: string;
  readonly applicantName: string;
  readonly colleague: string;
  readonly colleagueName: string;
  readonly day: string;
  readonly shift: string;
  /** What the applicant takes over; both '' when the shift is given away. */
  readonly returnDay: string;
  readonly returnShift: string;
  readonly reason: string;
  /** The colleague's yes or no. */
  readonly answer: Deciding | null;
  /** The lead's. */
  readonly decision: Deciding | null;
}

/** `key` is the applicant; `dueAt` the begin of the earlier shift while somebody is still to decide. */
export type Swap = Envelope<'swap', SwapStatus, SwapBody>;

export const PUNCHES = ['in', 'out'] as const;
export type PunchType = (typeof PUNCHES)[number];

export interface PunchBody extends BodyBase {
  readonly staff: string;
  readonly name: string;
  readonly shift: string;
  readonly type: PunchType;
  /** ISO instant at which it was confirmed by PIN. */
  readonly at: string;
}

/** 签到 / 签退: never changed. `day` is the shift's day, `key` the staff id. */
export type Punch = Envelope<'punch', 'recorded', PunchBody>;

export const EXPLANATION_STATUSES = ['asked', 'approved', 'refused'] as const;

export interface ExplanationBody extends BodyBase {
  readonly staff: string;
  readonly name: string;
  readonly shift: string;
  readonly type: PunchType;
  /** ISO instant at which the person says they came or went. */
  readonly at: string;
  readonly reason: string;
  readonly decision: Deciding | null;
}

/** 补签: a forgotten punch explained. Id `explain:<day>:<shift>:<in|out>:<staff>`. */
export type Explanation = Envelope<'explanation', (typeof EXPLANATION_STATUSES)[number], ExplanationBody>;

export const MARKS = ['present', 'leftPost'] as const;
export type Mark = (typeof MARKS)[number];

export interface AttendanceMarkBody extends BodyBase {
  readonly staff: string;
  readonly shift: string;
  /** What lead or HR put in the place of what the punches say; '' takes that back. */
  readonly mark: Mark | '';
  readonly reason: string;
}

/** A correction of one shift's attendance. Id `mark:<day>:<shift>:<staff>`. */
export type AttendanceMark = Envelope<'attendanceMark', 'recorded', AttendanceMarkBody>;

export const isSwap = (doc: Envelope): doc is Swap => doc.kind === 'swap';
export const isPunch = (doc: Envelope): doc is Punch => doc.kind === 'punch';
export const isExplanation = (doc: Envelope): doc is Explanation => doc.kind === 'explanation';
export const isMark = (doc: Envelope): doc is AttendanceMark => doc.kind === 'attendanceMark';
export const isDuty = (doc: Envelope): doc is Duty => doc.kind === 'duty';
export const isPeriod = (doc: Envelope): doc is RosterPeriod => doc.kind === 'rosterPeriod';
export const isLeave = (doc: Envelope): doc is Leave => doc.kind === 'leave';

export const dutyId = (day: string, staff: string): string => `duty:${day}:${staff}`;
export const periodId = (unit: Unit, from: string): string => `roster:${unit}:${from}`;

export const explanationId = (day: string, shift: string, type: PunchType, staff: string): string =>
  `explain:${day}:${shift}:${type}:${staff}`;
export const markId = (day: string, shift: string, staff: string): string => `mark:${day}:${shift}:${staff}`;

/** Longest texts, in characters. */
export const LIMITS = { reason: 200, note: 200 } as const;
