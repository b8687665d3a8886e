/** `task.give`: a superior sets a task to a person or to a shift, with a due time (DOMAIN §3.8). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES, hasRole, type Role } from '../core/roles';
import type { Staff } from '../directory/schema';
import { LIMITS, PRIORITIES, type Task, type TaskBody } from './schema';

export const SETTER_ROLES: readonly Role[] = ['lead', 'manager'];

export interface TaskFields {
  readonly title: string;
  readonly content: string;
  readonly priority: string;
  /** Staff id, or `shift:<id of the shift>`. */
  readonly to: string;
  /** ISO instant. */
  readonly dueAt: string;
}

export const EMPTY_TASK: TaskFields = { title: '', content: '', priority: 'normal', to: '', dueAt: '' };

export interface GiveTask {
  readonly id: string;
  readonly fields: TaskFields;
}

const SHIFT = 'shift:';

export const giveTask: Command<GiveTask> = {
  type: 'task.give',
  roles: SETTER_ROLES,
  reads: ({ id, fields }) => [
    { name: 'task', collection: 'tickets', ids: [id] },
    {
      name: 'staff',
      collection: 'directory',
      ids: [fields.to].filter((to) => to !== '' && !to.startsWith(SHIFT)),
    },
  ],
  decide: ({ id, fields }, loaded, context) => {
    if (loaded.task?.length) return refuse({ code: 'recordExists' });
    const { actor, now, day, desk, settings } = context;
    const checks = new Checks();
    const title = checks.text('title', fields.title, { max: LIMITS.title, required: true });
    const content = checks.text('content', fields.content, { max: LIMITS.content, lines: true });
    const priority = checks.choice('priority', fields.priority, PRIORITIES);
    const shift = settings.shifts.find((one) => `${SHIFT}${one.id}` === fields.to);
    const staff = loaded.staff?.find((doc): doc is Staff => doc.kind === 'staff');
    if (fields.to === '') checks.refuse('to', 'required');
    else if (!shift && staff?.status !== 'active') checks.refuse('to', 'staffGone');
    else if (staff && !hasRole(staff.body.roles, DESK_ROLES)) checks.refuse('to', 'notDeskStaff');
    else if (staff?.id === actor.id) checks.refuse('to', 'taskToOneself');
    if (fields.dueAt === '') checks.refuse('dueAt', 'required');
    else if (fields.dueAt <= now) checks.refuse('dueAt', 'dueInPast');
    if (!priority || checks.refusals.length > 0) return refuse(...checks.refusals);
    const body: TaskBody = {
      v: 1,
      title,
      content,
      priority,
      shift: shift?.id ?? '',
      shiftName: shift?.name ?? '',
      setter: actor.id,
      deadline: fields.dueAt,
      handOvers: [],
    };
    const doc: Omit<Task, 'ver'> = {
      id,
      kind: 'task',
      status: 'given',
      day,
      dueAt: fields.dueAt,
      desk,
      by: actor.id,
      at: now,
      key: staff?.id ?? '',
      body: withLog(body, context, 'task.give'),
    };
    return accept({ collection: 'tickets', doc, number: 'task' });
  },
};
