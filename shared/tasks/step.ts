/** `task.step`: one step of a task by the person whose step it is (see `machine.ts`). */
import { accept, refuse, type Command, type Context } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES, hasRole } from '../core/roles';
import { after, isTicking, RULES, type TaskStep } from './machine';
import { LIMITS, type Task } from './schema';

export interface StepTask {
  readonly id: string;
  readonly step: TaskStep;
  readonly note: string;
}

/** True when the step is the person's: a shift's task is anybody's at the desk to take; a manager may stand in for who set it. */
export function mayStep(
  task: Task,
  step: TaskStep,
  { id, roles }: Pick<Context['actor'], 'id' | 'roles'>,
): boolean {
  if (RULES[step].whose === 'setter')
    // Nobody confirms what they did themselves.
    return (task.body.setter === id || roles.includes('manager')) && task.key !== id;
  if (!hasRole(roles, DESK_ROLES)) return false;
  return task.key === id || (step === 'accept' && task.key === '' && task.body.setter !== id);
}

export const stepTask: Command<StepTask> = {
  type: 'task.step',
  roles: [...DESK_ROLES, 'manager'],
  reads: ({ id }) => [{ name: 'task', collection: 'tickets', ids: [id] }],
  decide: ({ step, note: typed }, loaded, context) => {
    const task = loaded.task?.find((doc): doc is Task => doc.kind === 'task');
    if (!task) return refuse({ code: 'notFound' });
    const status = after(task.status, step);
    if (!status) return refuse({ code: 'changedMeanwhile' });
    if (!mayStep(task, step, context.actor))
      return refuse({ code: RULES[step].whose === 'setter' ? 'notTaskSetter' : 'notTaskOwner' });
    const checks = new Checks();
    const note = checks.text('note', typed, {
      max: LIMITS.note,
      lines: true,
      required: RULES[step].note === 'required',
    });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const body = withLog(task.body, context, `task.${step}`, note ? { reason: note } : {});
    const doc: Omit<Task, 'ver'> = {
      ...task,
      status,
      key: step === 'accept' ? context.actor.id : task.key,
      dueAt: isTicking(status) ? task.body.deadline : NEVER_DUE,
      body,
    };
    return accept({ collection: 'tickets', doc });
  },
};
