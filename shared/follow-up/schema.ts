/** 回访 (DOMAIN §3.7): calls to customers about how a matter went, the year's plan of them, and the papers drawn from them; all in `tickets`. */
import type { BodyBase, Envelope } from '../core/envelope';
import type { MatterBody } from '../service/schema';

export const WAYS = ['phone', 'message', 'inPerson', 'letter'] as const;
export type Way = (typeof WAYS)[number];

/** 未接通 拒绝 已回访. */
export const RESULTS = ['notReached', 'refused', 'reached'] as const;
export type CallResult = (typeof RESULTS)[number];

export const SATISFACTIONS = ['satisfied', 'mostly', 'dissatisfied'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

/** One attempt to reach the customer. */
export interface Attempt {
  /** The act's id. */
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** Staff id. */
  readonly by: string;
  readonly way: Way;
  readonly result: CallResult;
  readonly note: string;
}

export interface FollowUpBody extends MatterBody {
  /** Business day it is planned for; its month is the one the call counts in. */
  readonly plannedFor: string;
  /** ISO instant by which the next attempt is made. */
  readonly nextAt: string;
  readonly attempts: readonly Attempt[];
  /** What ended it; '' while it is planned. */
  readonly outcome: CallResult | '';
  /** '' unless the customer was reached. */
  readonly satisfaction: Satisfaction | '';
  /** What the customer answered, and 客户意见. */
  readonly answer: string;
  readonly opinion: string;
  /** ISO instant and staff id of the end; '' while it is planned. */
  readonly doneAt: string;
  readonly doneBy: string;
}

export const FOLLOW_UP_STATUSES = ['planned', 'done', 'void'] as const;
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];
/** `key` is the responsible person. */
export type FollowUp = Envelope<'followUp', FollowUpStatus, FollowUpBody>;

export const isFollowUp = (doc: { readonly kind: string }): doc is FollowUp => doc.kind === 'followUp';

/** How many calls a month asks for. */
export interface PlanMonth {
  /** `01` to `12`; both desks' months stand together after a merge. */
  readonly id: string;
  readonly calls: number;
}

export interface FollowUpPlanBody extends BodyBase {
  /** `YYYY`. */
  readonly year: string;
  /** Department id, also the envelope's `key`. */
  readonly department: string;
  /** 回访对象: whom the department calls. */
  readonly whom: string;
  /** Twelve, January first. */
  readonly months: readonly PlanMonth[];
}
export type FollowUpPlan = Envelope<'followUpPlan', 'active', FollowUpPlanBody>;

export const isPlan = (doc: { readonly kind: string }): doc is FollowUpPlan => doc.kind === 'followUpPlan';

/** A department has one plan a year. */
export const planId = (year: string, department: string): string => `followUpPlan:${year}:${department}`;

/** 初步统计分析报告, 执行方案通知, 回访意见书, 服务评审报告. */
export const PAPER_TYPES = ['analysis', 'measures', 'opinion', 'review'] as const;
export type PaperType = (typeof PAPER_TYPES)[number];

export const SECTIONS = ['summary', 'findings', 'measures', 'opinion'] as const;
export type Section = (typeof SECTIONS)[number];

/** The figures of a department as they stood when the paper was saved. */
export interface PaperFigures {
  /** Department id, or '' for calls of no department. */
  readonly department: string;
  readonly planned: number;
  readonly done: number;
  readonly reached: number;
  readonly satisfied: number;
  readonly mostly: number;
  readonly dissatisfied: number;
}

/** What is to be done, by whom and by when; it becomes a task under the same id. */
export interface Measure {
  readonly id: string;
  readonly text: string;
  /** Staff id, or ''. */
  readonly to: string;
  /** ISO instant, or ''. */
  readonly due: string;
}

export interface ServicePaperBody extends BodyBase {
  readonly type: PaperType;
  /** `2026-11`, `2026-Q4` or `2026`. */
  readonly period: string;
  /** Department id, or '' for all. */
  readonly department: string;
  readonly figures: readonly PaperFigures[];
  /** Whether 基本满意 counted as satisfied when the figures were taken. */
  readonly mostlyCounts: boolean;
  readonly sections: readonly { readonly id: Section; readonly text: string }[];
  readonly measures: readonly Measure[];
}
export type ServicePaper = Envelope<'servicePaper', 'active', ServicePaperBody>;

/** One paper per type, period and department; later savings are its versions. */
export const paperId = (type: PaperType, period: string, department: string): string =>
  `paper:${type}:${period}:${department || 'all'}`;

export const isPaper = (doc: { readonly kind: string }): doc is ServicePaper => doc.kind === 'servicePaper';

/** Longest text per field, in characters; most calls of one month's plan and of one list. */
export const FOLLOW_UP_LIMITS = {
  answer: 2_000,
  opinion: 1_000,
  note: 300,
  whom: 300,
  section: 3_000,
  measure: 300,
  measures: 20,
  monthCalls: 9_999,
  list: 200,
} as const;
