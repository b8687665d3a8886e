/** A desk with departments and a work order, for the tests of this folder. */
import type { Actor, Command } from '@shared/core/command';
import type { Envelope } from '@shared/core/envelope';
import { dispatchOrder } from '@shared/work-orders/dispatch';
import { emptyOrder, type OrderFields, type PartFields } from '@shared/work-orders/fields';
import type { Part, WorkOrder } from '@shared/work-orders/schema';
import { expect } from 'vitest';
import { Desk, type Act } from '../../../helpers/desk';

export const MORNING = '2026-11-21T01:42:30.500Z'; // 09:42 in Shanghai
export const COACH: Actor = {
  id: 'staff:5001',
  name: '高教练',
  roles: ['handler'],
  departments: ['d:coach'],
};
export const GREENS: Actor = {
  id: 'staff:5002',
  name: '梁师傅',
  roles: ['handler'],
  departments: ['d:greens'],
};
export const COLLEAGUE: Actor = { id: 'staff:1003', name: '赵一鸣', roles: ['clerk'], departments: [] };

const department = (id: string, status = 'active'): Envelope => ({
  id,
  kind: 'department',
  status,
  day: '2026-11-01',
  dueAt: '9999',
  desk: 'A',
  by: 'staff:9001',
  at: MORNING,
  ver: { A: 1 },
  key: '',
  body: { v: 1, name: id } as Envelope['body'],
});

export const part = (id: string, change: Partial<PartFields> = {}): PartFields => ({
  department: id,
  assignee: '',
  content: '看一下',
  due: '',
  ...change,
});

export const fields = (change: Partial<OrderFields> = {}): OrderFields => ({
  ...emptyOrder('报修'),
  name: '刘志远',
  phone: '13912345678',
  summary: '练习场 3 号打位灯不亮',
  parts: [part('d:coach'), part('d:greens')],
  ...change,
});

/** A desk with the departments and, unless `fields` is null, the order `o1`. */
export function deskWith(typed: OrderFields | null = fields(), act: Act = {}): Desk {
  const desk = new Desk(MORNING);
  for (const id of ['d:coach', 'd:greens', 'd:sales']) desk.records.set(id, department(id));
  desk.records.set('d:gone', department('d:gone', 'inactive'));
  if (typed) expect(desk.codes(dispatchOrder, { id: 'o1', fields: typed, origin: null }, act)).toEqual([]);
  return desk;
}

export const orderOf = (desk: Desk): WorkOrder => desk.get<WorkOrder>('o1');
export const partOf = (desk: Desk, id: string): Part => {
  const found = orderOf(desk).body.parts.find((one) => one.department === id && one.state !== 'withdrawn');
  if (!found) throw new Error(`no part of ${id}`);
  return found;
};

/** Runs a step of a department on its part; an empty list is success. */
export function step<I extends { readonly id: string; readonly part: string; readonly toldBy: string }>(
  desk: Desk,
  command: Command<I>,
  departmentId: string,
  rest: Omit<I, 'id' | 'part' | 'toldBy'>,
  act: Act = {},
  toldBy = '',
): readonly string[] {
  return desk.codes(command, { id: 'o1', part: partOf(desk, departmentId).id, toldBy, ...rest } as I, act);
}
