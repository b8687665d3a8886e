/** 工作单 (DOMAIN §3.5): what one or several departments do for a customer, and the first-asked person confirms. */
import type { Envelope } from '../core/envelope';
import type { StaffMark } from '../signatures/signature';
import type { MatterBody } from '../service/schema';

/** Where a department stands with its part. */
export const PART_STATES = [
  'dispatched',
  'accepted',
  'inProgress',
  'done',
  /** 拒绝承办, before it was accepted. */
  'refused',
  /** 退回, after it was accepted. */
  'returned',
  /** 撤销: the desk no longer asks for it. */
  'withdrawn',
] as const;
export type PartState = (typeof PART_STATES)[number];

/** What one department does. */
export interface Part {
  readonly id: string;
  /** ISO instant at which the department was asked. */
  readonly at: string;
  /** Department id. */
  readonly department: string;
  /** Who does it there, by name, or ''. */
  readonly assignee: string;
  readonly content: string;
  /** ISO instant by which it is done. */
  readonly due: string;
  /** ISO instant by which the department has accepted or refused it. */
  readonly acceptBy: string;
  readonly state: PartState;
  /** ISO instants, or ''. */
  readonly acceptedAt: string;
  readonly doneAt: string;
  /** What was done; '' before. */
  readonly result: string;
  /** Why it was refused, handed back, withdrawn, given anew or opened again; '' else. */
  readonly reason: string;
}

/** A word of a department on its part. */
export interface Progress {
  /** The act's id. */
  readonly id: string;
  readonly at: string;
  /** Staff id. */
  readonly by: string;
  readonly part: string;
  readonly text: string;
  /** 电话告知: who in the department told the desk; '' where the department wrote itself. */
  readonly toldBy: string;
}

/** 延期. */
export interface Extension {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly part: string;
  /** The part's department at the time: figures count extensions by department. */
  readonly department: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly toldBy: string;
  readonly state: 'asked' | 'approved' | 'rejected';
  /** Lead who decided; null while asked. */
  readonly lead: StaffMark | null;
  readonly note: string;
}

/** To whom a matter may climb. */
export const ESCALATION_LEVELS = ['lead', 'departmentHead', 'manager'] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

/** 升级: an act with a person and a time, not a label. */
export interface Escalation {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly level: EscalationLevel;
  /** Name of whom it was brought to. */
  readonly to: string;
  /** Department id it is about, or ''. */
  readonly department: string;
  readonly reason: string;
}

export const CONFIRM_WAYS = ['phone', 'inPerson', 'message', 'onSite'] as const;
export type ConfirmWay = (typeof CONFIRM_WAYS)[number];

export const CONFIRM_RESULTS = ['satisfied', 'basic', 'dissatisfied'] as const;
export type ConfirmResult = (typeof CONFIRM_RESULTS)[number];

/** What the customer said to the result. */
export interface Confirmation {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly way: ConfirmWay;
  readonly result: ConfirmResult;
  readonly note: string;
}

export interface WorkOrderBody extends MatterBody {
  /** One of `settings.workOrderCategories`. */
  readonly category: string;
  /** ISO instant promised to the customer. */
  readonly due: string;
  readonly parts: readonly Part[];
  readonly progress: readonly Progress[];
  readonly extensions: readonly Extension[];
  readonly escalations: readonly Escalation[];
  readonly confirmations: readonly Confirmation[];
  /**
   * Id of the last act that opened a part or ended the order: where two desks do so at once, a lead decides, so that no
   * order is closed over an open part.
   */
  readonly lastDecision: string;
  /** ISO instant, or ''. */
  readonly closedAt: string;
}

/**
 * What the first-asked person decides. How far the departments are is derived from the parts (`stageOf`), never stored:
 * two departments may answer at two desks at once.
 */
export const ORDER_STATUSES = ['open', 'confirmed', 'closed', 'void'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];
export type WorkOrder = Envelope<'workOrder', OrderStatus, WorkOrderBody>;

/** Longest text per field, in characters. */
export const LIMITS = {
  content: 500,
  assignee: 40,
  text: 500,
  toldBy: 40,
  reason: 300,
  note: 300,
  to: 40,
} as const;

/** Most departments of one order. */
export const MAX_PARTS = 12;
