/** The record of an erasure, kind `erasure` of the `auditEvents` collection: it never changes and names no person. */
import type { BodyBase, CollectionName, Envelope } from '../core/envelope';

/** A record whose personal data was erased. */
export interface Target {
  readonly collection: CollectionName;
  readonly id: string;
}

export interface ErasureBody extends BodyBase {
  /** Acts of one confirmation have one run. */
  readonly run: string;
  /** Records that were past their time when the run began; one more where not all were looked at. */
  readonly total: number;
  /** First business day that was still kept. */
  readonly before: string;
  /** Retention time in force. Months. */
  readonly months: number;
  readonly targets: readonly Target[];
  /** Records by kind. */
  readonly counts: Readonly<Record<string, number>>;
}
/** `key` is the run. */
export type Erasure = Envelope<'erasure', 'done', ErasureBody>;

/** The first day that was kept when all that was past its time was erased last; '' when that never was. */
export function completeBefore(erasures: readonly Erasure[]): string {
  const done = new Map<string, number>();
  let before = '';
  for (const { body } of erasures) {
    const sum = (done.get(body.run) ?? 0) + body.targets.length;
    done.set(body.run, sum);
    if (sum >= body.total && body.before > before) before = body.before;
  }
  return before;
}

export const isErasure = (doc: Envelope): doc is Erasure => doc.kind === 'erasure';

/** Most records of one act: more would make its journal line unwieldy. */
export const MOST_TARGETS = 200;

/** The act of an erasure in a record's log. */
export const ERASE_ACT = 'customer.erase';
