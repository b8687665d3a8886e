/** A desk with complaints on it, for the tests of this folder. */
import { expect } from 'vitest';
import type { Actor } from '@shared/core/command';
import type { Envelope } from '@shared/core/envelope';
import { DEFAULT_SETTINGS, type Settings } from '@shared/core/settings';
import { answerComplaint } from '@shared/complaints/answer';
import { archiveComplaint } from '@shared/complaints/archive';
import { assignComplaint } from '@shared/complaints/assign';
import { determineComplaint } from '@shared/complaints/determine';
import { followUpComplaint } from '@shared/complaints/follow-up';
import { gradeComplaint } from '@shared/complaints/grade';
import { handleComplaint } from '@shared/complaints/handle';
import { EMPTY_COMPLAINT, type ReceiveFields } from '@shared/complaints/receive-fields';
import { receiveComplaint } from '@shared/complaints/receive';
import { reviewComplaint } from '@shared/complaints/review';
import type { Complaint } from '@shared/complaints/schema';
import { solveComplaint } from '@shared/complaints/solve';
import { Desk, LEAD } from '../../../helpers/desk';

/** 2026-11-21 09:42 in Shanghai. */
export const MORNING = '2026-11-21T01:42:00.000Z';
export const HANDLER: Actor = {
  id: 'staff:5001',
  name: '高教练',
  roles: ['handler'],
  departments: ['dep:coach'],
};

export const hours = (from: string, count: number): string =>
  new Date(Date.parse(from) + count * 3_600_000).toISOString();

const department = (id: string, name: string, status = 'active'): Envelope =>
  ({
    id,
    kind: 'department',
    status,
    day: '2026-11-01',
    dueAt: '9999',
    desk: 'A',
    by: 'staff:9001',
    at: '2026-11-01T00:00:00.000Z',
    ver: { A: 1 },
    key: '',
    body: { v: 1, name },
  }) as Envelope;

/** A desk whose club has 球场部, 教练部 and a retired 餐饮部. */
export function newDesk(now = MORNING, settings: Settings = DEFAULT_SETTINGS, code = 'A'): Desk {
  const desk = new Desk(now, settings, code);
  for (const doc of [
    department('dep:course', '球场部'),
    department('dep:coach', '教练部'),
    department('dep:gone', '餐饮部', 'retired'),
  ])
    desk.records.set(doc.id, doc);
  return desk;
}

export const complained = (change: Partial<ReceiveFields> = {}): ReceiveFields => ({
  ...EMPTY_COMPLAINT,
  name: '刘志远',
  phone: '13912345678',
  identity: 'member',
  channel: 'phone',
  summary: '开球等候超过四十分钟，出发台没有人说明',
  department: 'dep:course',
  wanted: '退还果岭费',
  apologised: true,
  ...change,
});

/** Takes a complaint in under `id`. */
export function receive(desk: Desk, change: Partial<ReceiveFields> = {}, id = 'c1'): Complaint {
  expect(desk.codes(receiveComplaint, { id, fields: complained(change), origin: null })).toEqual([]);
  return desk.get<Complaint>(id);
}

export const stateOf = (desk: Desk, id = 'c1'): Complaint => desk.get<Complaint>(id);

/** Acts of the ordinary way, each to be run in turn on `c1`. */
export const WAY = {
  determine: (desk: Desk, id = 'c1') =>
    desk.codes(determineComplaint, { id, kind: 'responsible', ground: '出发台漏排了一组' }),
  grade: (desk: Desk, id = 'c1') =>
    desk.codes(gradeComplaint, { id, grade: 'ordinary', criteria: [], reason: '' }, { actor: LEAD }),
  assign: (desk: Desk, id = 'c1') =>
    desk.codes(assignComplaint, { id, kind: 'service', department: '', person: '周立', reason: '' }),
  handle: (desk: Desk, id = 'c1') =>
    desk.codes(handleComplaint, { id, text: '向出发台核实', compensation: '退还果岭费', amount: '300' }),
  answer: (desk: Desk, id = 'c1') =>
    desk.codes(answerComplaint, { id, when: '', how: 'phone', text: '已退还果岭费并致歉' }),
  solve: (desk: Desk, id = 'c1') =>
    desk.codes(solveComplaint, { id, when: '', result: '费用已退，客户接受' }),
  review: (desk: Desk, id = 'c1') =>
    desk.codes(reviewComplaint, { id, opinion: '处理得当', reason: '' }, { actor: LEAD }),
  call: (desk: Desk, id = 'c1') => desk.codes(followUpComplaint, { id, result: 'satisfied', note: '' }),
  archive: (desk: Desk, id = 'c1') => desk.codes(archiveComplaint, { id, archiveNo: 'TS-2026-001' }),
} as const;

/** Walks `c1` along the ordinary way up to and with the named act. */
export function walk(desk: Desk, upTo: keyof typeof WAY, id = 'c1'): Complaint {
  for (const [name, act] of Object.entries(WAY)) {
    expect(act(desk, id), name).toEqual([]);
    if (name === upTo) break;
  }
  return stateOf(desk, id);
}
