/** 备忘录 (DOMAIN §3.8): what somebody notes for themselves. In `roster`, `key` and `by` the author; nobody else is shown it. */
import type { BodyBase, Envelope } from '../core/envelope';

export interface MemoBody extends BodyBase {
  readonly text: string;
}
/** `dueAt` is the reminder. */
export type Memo = Envelope<'memo', 'open' | 'done', MemoBody>;

export const MEMO_MAX = 1_000;
