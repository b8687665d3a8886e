/** The task machine never skips; who may take which step; what is said beside which field. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '@shared/core/command';
import { NEVER_DUE, type Envelope } from '@shared/core/envelope';
import { instantOf } from '@shared/core/time';
import { EMPTY_TASK, giveTask, type TaskFields } from '@shared/tasks/give';
import { after, RULES, stepsFrom, TASK_STEPS, type TaskStep } from '@shared/tasks/machine';
import { TASK_STATUSES, type Task, type TaskStatus } from '@shared/tasks/schema';
import { stepTask } from '@shared/tasks/step';
import { CLERK, Desk, FINANCE, LEAD, MANAGER } from '../../../helpers/desk';

const NEXT: Actor = { id: 'staff:1003', name: '赵一鸣', roles: ['clerk'], departments: [] };
const DUE = instantOf('2026-11-21T18:00');

function newDesk(): Desk {
  const desk = new Desk(instantOf('2026-11-21T09:42'));
  for (const { id, name, roles } of [CLERK, NEXT, LEAD, FINANCE])
    desk.records.set(id, {
      id,
      kind: 'staff',
      status: 'active',
      day: '2026-11-01',
      dueAt: NEVER_DUE,
      desk: 'A',
      by: id,
      at: '2026-11-01T00:00:00.000Z',
      ver: { A: 1 },
      key: '',
      body: { v: 1, name, roles, staffNo: id, departments: [], phone: '' } as Envelope['body'],
    });
  return desk;
}

const give = (desk: Desk, change: Partial<TaskFields> = {}, actor = LEAD): readonly string[] =>
  desk.codes(
    giveTask,
    { id: 't1', fields: { ...EMPTY_TASK, title: '更换价签', to: CLERK.id, dueAt: DUE, ...change } },
    { actor },
  );
const step = (desk: Desk, one: TaskStep, actor: Actor, note = '已办'): readonly string[] =>
  desk.codes(stepTask, { id: 't1', step: one, note }, { actor });

describe('the machine', () => {
  it('knows no step that skips a state', () => {
    const order: readonly TaskStatus[] = ['given', 'accepted', 'done', 'confirmed'];
    for (const one of TASK_STEPS)
      for (const status of TASK_STATUSES) {
        const next = after(status, one);
        if (next === null || next === 'withdrawn') continue;
        // One forward at most; back only from 待确认 to 办理中.
        const moved = order.indexOf(next) - order.indexOf(status);
        expect([0, 1].includes(moved) || (status === 'done' && next === 'accepted')).toBe(true);
      }
    expect(stepsFrom('confirmed')).toEqual([]);
    expect(stepsFrom('withdrawn')).toEqual([]);
  });

  it('reaches 已完成 only by acceptance, a result and the setter’s confirmation, whatever is tried', () => {
    const tries = fc.array(
      fc.tuple(fc.constantFrom(...TASK_STEPS), fc.constantFrom(CLERK, NEXT, LEAD, MANAGER)),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(tries, (steps) => {
        const desk = newDesk();
        give(desk);
        for (const [one, actor] of steps) step(desk, one, actor);
        const { status, body, key, dueAt } = desk.get<Task>('t1');
        const acts = (body.log ?? []).map(({ act }) => act);
        let state: TaskStatus = 'given';
        for (const act of acts.slice(1)) {
          const next = after(state, act.slice('task.'.length) as TaskStep);
          expect(next).not.toBeNull();
          state = next ?? state;
        }
        expect(state).toBe(status);
        if (status === 'confirmed') {
          expect(acts.lastIndexOf('task.finish')).toBeGreaterThan(acts.indexOf('task.accept'));
          const confirmed = body.log?.find(({ act }) => act === 'task.confirm');
          expect(confirmed?.by).not.toBe(key);
        }
        expect(dueAt).toBe(status === 'given' || status === 'accepted' ? DUE : NEVER_DUE);
      }),
      { numRuns: 60 },
    );
  });

  it('asks for words where something has to be explained', () => {
    expect(TASK_STEPS.filter((one) => RULES[one].note === 'required')).toEqual([
      'progress',
      'finish',
      'return',
      'withdraw',
    ]);
  });
});

describe('a task', () => {
  it('goes from the lead to the clerk and back, is returned with a reason and confirmed', () => {
    const desk = newDesk();
    expect(give(desk)).toEqual([]);
    expect(desk.get<Task>('t1').body.no).toBe('JB-A-20261121-0001');
    expect(step(desk, 'finish', CLERK)).toEqual(['changedMeanwhile']);
    expect(step(desk, 'accept', NEXT)).toEqual(['notTaskOwner']);
    expect(step(desk, 'accept', CLERK, '')).toEqual([]);
    expect(step(desk, 'progress', CLERK, '')).toEqual(['note required']);
    expect(step(desk, 'progress', CLERK, '一半')).toEqual([]);
    expect(step(desk, 'finish', CLERK)).toEqual([]);
    expect(step(desk, 'confirm', CLERK)).toEqual(['notTaskSetter']);
    expect(step(desk, 'return', LEAD, '')).toEqual(['note required']);
    expect(step(desk, 'return', LEAD, '饮料区还没换')).toEqual([]);
    expect(desk.get<Task>('t1')).toMatchObject({ status: 'accepted', dueAt: DUE });
    step(desk, 'finish', CLERK);
    expect(step(desk, 'confirm', LEAD, '')).toEqual([]);
    expect(desk.get<Task>('t1').status).toBe('confirmed');
    expect(step(desk, 'withdraw', LEAD)).toEqual(['changedMeanwhile']);
  });

  it('of a shift is anybody’s to take, who is responsible from then on', () => {
    const desk = newDesk();
    expect(give(desk, { to: 'shift:late' })).toEqual([]);
    expect(desk.get<Task>('t1').key).toBe('');
    expect(step(desk, 'accept', LEAD)).toEqual(['notTaskOwner']);
    expect(step(desk, 'accept', NEXT, '')).toEqual([]);
    expect(desk.get<Task>('t1').key).toBe(NEXT.id);
    expect(step(desk, 'progress', CLERK)).toEqual(['notTaskOwner']);
  });

  it('is refused without a person of the desk, to oneself, or with a time gone by', () => {
    const desk = newDesk();
    expect(give(desk, { title: '', to: '', dueAt: '' })).toEqual([
      'title required',
      'to required',
      'dueAt required',
    ]);
    expect(give(desk, { to: LEAD.id })).toEqual(['to taskToOneself']);
    expect(give(desk, { to: FINANCE.id })).toEqual(['to notDeskStaff']);
    expect(give(desk, { to: 'staff:none' })).toEqual(['to staffGone']);
    expect(give(desk, { dueAt: instantOf('2026-11-21T09:00') })).toEqual(['dueAt dueInPast']);
  });
});
