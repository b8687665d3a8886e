/** 检查与考核 in `tickets` (DOMAIN §3.8): one inspection of one person. `key` is the inspected person's staff id. */
import type { BodyBase, Envelope } from '../core/envelope';

/** One item as it stood in the settings on that day, with the marks given. */
export interface ScoredItem {
  readonly name: string;
  readonly standard: string;
  /** Full marks. */
  readonly marks: number;
  readonly scored: number;
  /** Why marks are lost; '' where none are. */
  readonly remark: string;
}

/** What the inspected person says to it, by PIN. */
export interface Answer {
  /** The act that brought it to this state. */
  readonly id: string;
  readonly state: 'waiting' | 'confirmed' | 'refused';
  /** ISO instant, or '' while waiting. */
  readonly at: string;
  readonly comment: string;
}

export interface InspectionBody extends BodyBase {
  /** Civil day of the inspection; its month is the month it counts in. */
  readonly date: string;
  readonly person: string;
  readonly personName: string;
  readonly inspector: string;
  readonly inspectorName: string;
  readonly items: readonly ScoredItem[];
  readonly remark: string;
  readonly answer: Answer;
}

export const INSPECTION_STATUSES = ['open', 'confirmed', 'refused', 'void'] as const;
export type InspectionStatus = (typeof INSPECTION_STATUSES)[number];
export type Inspection = Envelope<'inspection', InspectionStatus, InspectionBody>;

export const isInspection = (doc: Envelope): doc is Inspection => doc.kind === 'inspection';

export const LIMITS = { remark: 200, note: 500, comment: 300, reason: 300 } as const;
