/**
 * Two states of one record that no rule can make one (DESIGN §4, "Merging"): both stand in a ticket, the endpoint's
 * stays in force until a lead decides.
 */
import type { BodyBase, CollectionName, Envelope } from '../core/envelope';
import type { LimitRule } from './rules/limit';

/** One record in its two states. */
export interface ConflictPair {
  readonly collection: CollectionName;
  /** The endpoint's, in force. */
  readonly kept: Envelope;
  /** What another desk had written meanwhile. */
  readonly other: Envelope;
  /** Fields changed on both sides; empty where a record can never change and two have one id. */
  readonly fields: readonly string[];
}

export interface SyncConflictBody extends BodyBase {
  /** Records of one matter, e.g. the lines of a count. */
  readonly pairs: readonly ConflictPair[];
  /** Set where two records are each sound and together break a limit; `kept` is then the one before, both in force. */
  readonly rule?: LimitRule;
  /** What the lead took; null while open. */
  readonly outcome: 'kept' | 'other' | null;
  readonly note: string;
}

/** `by` is whoever wrote the state that is not in force, `key` ''. */
export type SyncConflict = Envelope<'syncConflict', 'open' | 'resolved', SyncConflictBody>;

/** Longest note of a lead. */
export const NOTE_LENGTH = 300;

export const isConflict = (doc: Envelope): doc is SyncConflict => doc.kind === 'syncConflict';
