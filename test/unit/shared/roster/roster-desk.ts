/** A desk with staff on it whose days are planned, for the tests of this folder. */
import type { Actor } from '@shared/core/command';
import { NEVER_DUE } from '@shared/core/envelope';
import { DEFAULT_SETTINGS, type Settings } from '@shared/core/settings';
import type { Staff } from '@shared/directory/schema';
import { publishRoster } from '@shared/roster/publish';
import type { Plan } from '@shared/roster/schema';
import { setPlans } from '@shared/roster/set-plans';
import { expect } from 'vitest';
import { CLERK, Desk, HR, LEAD } from '../../../helpers/desk';

/** Saturday 09:42 in Shanghai; the next week begins on 23 November. */
export const NOW = '2026-11-21T01:42:30.500Z';
export const MONDAY = '2026-11-23';

export const SECOND: Actor = { id: 'staff:1003', name: '陈雨', roles: ['clerk'], departments: [] };
export const THIRD: Actor = { id: 'staff:1004', name: '何静', roles: ['clerk'], departments: [] };
export const OTHER_LEAD: Actor = { id: 'staff:1005', name: '吴强', roles: ['lead'], departments: [] };

export const PEOPLE: readonly Actor[] = [CLERK, LEAD, SECOND, THIRD, OTHER_LEAD, HR];

function staffOf({ id, name, roles, departments }: Actor): Staff {
  return {
    id,
    kind: 'staff',
    status: 'active',
    day: '2026-01-01',
    dueAt: NEVER_DUE,
    desk: 'A',
    by: id,
    at: NOW,
    ver: { A: 1 },
    key: '',
    body: { v: 1, staffNo: id.slice(6), name, roles, departments, phone: '' },
  };
}

export const settingsWith = (change: Partial<Settings> = {}): Settings => ({
  ...DEFAULT_SETTINGS,
  ...change,
});

export function rosterDesk(settings: Partial<Settings> = {}, code = 'A'): Desk {
  const desk = new Desk(NOW, settingsWith(settings), code);
  for (const actor of PEOPLE) desk.records.set(actor.id, staffOf(actor));
  return desk;
}

/** Acts are told apart over several desks too. */
let acts = 0;

/** Sets one cell as the lead; expects it to be accepted. */
export function plan(desk: Desk, day: string, { id }: Actor, ...shifts: Plan): void {
  acts += 1;
  const input = { cells: [{ day, staff: id, plan: shifts }], reason: '改动' };
  expect(desk.codes(setPlans, input, { actor: LEAD, actId: `plan-${acts}` })).toEqual([]);
}

/** Publishes the week of a day, whatever it lacks. */
export function publish(desk: Desk, day = MONDAY): void {
  expect(
    desk.codes(publishRoster, { unit: 'week', day, reason: '人手不足，已协调' }, { actor: LEAD }),
  ).toEqual([]);
}
