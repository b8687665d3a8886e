/** Tasks set by a superior 上级交办 in `tickets` (DOMAIN §3.8). `key` is the responsible person, '' while a shift's task is not taken. */
import type { Envelope } from '../core/envelope';
import type { ResponsibleBody } from '../service/schema';

export const PRIORITIES = ['urgent', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const TASK_STATUSES = ['given', 'accepted', 'done', 'confirmed', 'withdrawn'] as const;
/** 待接收 → 办理中 → 待确认 → 已完成; returned it is 办理中 again; withdrawn while it is not over. */
export type TaskStatus = (typeof TASK_STATUSES)[number];

export interface TaskBody extends ResponsibleBody {
  readonly title: string;
  readonly content: string;
  readonly priority: Priority;
  /** Id and name of the shift it was given to, or '' where a person was named. */
  readonly shift: string;
  readonly shiftName: string;
  /** Staff id of who set it and confirms it. */
  readonly setter: string;
  /** ISO instant by which it is to be done; the envelope's `dueAt` follows the state. */
  readonly deadline: string;
}
export type Task = Envelope<'task', TaskStatus, TaskBody>;

export const LIMITS = { title: 60, content: 1_000, note: 300 } as const;
