/** The states of a task as a machine: which step leads from where to where, and whose step it is. */
import type { TaskStatus } from './schema';

export const TASK_STEPS = ['accept', 'progress', 'finish', 'confirm', 'return', 'withdraw'] as const;
export type TaskStep = (typeof TASK_STEPS)[number];

interface Rule {
  readonly from: readonly TaskStatus[];
  readonly to: TaskStatus;
  /** Who takes it: the responsible person, or the one who set the task. */
  readonly whose: 'responsible' | 'setter';
  /** What is to be said with it; 'optional' may stay empty. */
  readonly note: 'required' | 'optional';
}

export const RULES: Readonly<Record<TaskStep, Rule>> = {
  accept: { from: ['given'], to: 'accepted', whose: 'responsible', note: 'optional' },
  progress: { from: ['accepted'], to: 'accepted', whose: 'responsible', note: 'required' },
  finish: { from: ['accepted'], to: 'done', whose: 'responsible', note: 'required' },
  confirm: { from: ['done'], to: 'confirmed', whose: 'setter', note: 'optional' },
  return: { from: ['done'], to: 'accepted', whose: 'setter', note: 'required' },
  withdraw: { from: ['given', 'accepted', 'done'], to: 'withdrawn', whose: 'setter', note: 'required' },
};

/** The state after a step; null when the step does not begin there. */
export function after(status: TaskStatus, step: TaskStep): TaskStatus | null {
  const { from, to } = RULES[step];
  return from.includes(status) ? to : null;
}

/** Steps that may be taken in a state. */
export const stepsFrom = (status: TaskStatus): readonly TaskStep[] =>
  TASK_STEPS.filter((step) => after(status, step) !== null);

/** A clock runs for whoever works on it; once done the setter is waited for, without a clock of the records. */
export const isTicking = (status: TaskStatus): boolean => status === 'given' || status === 'accepted';
