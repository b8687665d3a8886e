import { describe, expect, it } from 'vitest';
import type { Witness } from '@shared/core/command';
import { answerTransfer } from '@shared/visits/answer-transfer';
import { correctVisit } from '@shared/visits/correct';
import { emptyFields, type VisitFields } from '@shared/visits/fields';
import { fileConsent } from '@shared/visits/file-consent';
import { markCustomer } from '@shared/visits/mark-customer';
import { recordStarterCounts } from '@shared/visits/record-starter-counts';
import { registerVisit } from '@shared/visits/register';
import type { CustomerFlag, StarterCount, Visit } from '@shared/visits/schema';
import { signOut } from '@shared/visits/sign-out';
import { sweepVisits } from '@shared/visits/sweep';
import { undoSignOut } from '@shared/visits/undo-sign-out';
import { voidVisit } from '@shared/visits/void';
import { CLERK, Desk, LEAD } from '../../../helpers/desk';

const MORNING = '2026-11-21T01:42:30.500Z'; // 09:42 in Shanghai
const NOON = '2026-11-21T04:05:10.000Z';

function deskWith(change: Partial<VisitFields> = {}, actor = CLERK): Desk {
  const desk = new Desk(MORNING);
  const fields = { ...emptyFields(CLERK.id, '咨询'), name: '王建国', phone: '13812345678', ...change };
  expect(desk.run(registerVisit, { id: 'v1', fields }, { actor })).toEqual([]);
  desk.now = NOON;
  return desk;
}
const visitOf = (desk: Desk): Visit => desk.get<Visit>('v1');

describe('signing out', () => {
  it('is now unless a time is given, and can be taken back in the log', () => {
    const desk = deskWith();
    expect(desk.codes(signOut, { id: 'v1', timeOut: '' })).toEqual([]);
    expect(visitOf(desk)).toMatchObject({ status: 'left', body: { timeOut: '2026-11-21T04:05:00.000Z' } });
    expect(desk.codes(signOut, { id: 'v1', timeOut: '' })).toEqual(['alreadyLeft']);
    expect(desk.codes(undoSignOut, { id: 'v1' })).toEqual([]);
    expect(visitOf(desk)).toMatchObject({ status: 'onSite', body: { timeOut: '' } });
    expect(visitOf(desk).body.log?.map(({ act }) => act)).toEqual([
      'visit.register',
      'visit.signOut',
      'visit.undoSignOut',
    ]);
    expect(desk.codes(undoSignOut, { id: 'v1' })).toEqual(['notLeft']);
  });

  it('refuses a time before the visitor came, in the future, or of a record that is not there', () => {
    const desk = deskWith();
    expect(desk.codes(signOut, { id: 'v1', timeOut: '2026-11-21T01:41:00.000Z' })).toEqual([
      'timeOut timeOutBeforeIn',
    ]);
    expect(desk.codes(signOut, { id: 'v1', timeOut: '2026-11-21T05:00:00.000Z' })).toEqual([
      'timeOut inFuture',
    ]);
    expect(desk.codes(signOut, { id: 'v9', timeOut: '' })).toEqual(['notFound']);
  });
});

describe('correcting', () => {
  it('logs field by field with the reason and leaves the number and day alone', () => {
    const desk = deskWith();
    const changed = { name: '王建军', phone: '053288886666', people: 3 };
    expect(desk.codes(correctVisit, { id: 'v1', changed, reason: '看错了' })).toEqual([]);
    const visit = visitOf(desk);
    expect(visit).toMatchObject({
      key: '053288886666',
      day: '2026-11-21',
      body: { name: '王建军', people: 3, no: 'LF-A-20261121-0001' },
    });
    expect(visit.body.log?.at(-1)).toMatchObject({
      act: 'visit.correct',
      reason: '看错了',
      changes: [
        { field: 'name', from: '王建国', to: '王建军' },
        { field: 'phone', from: '13812345678', to: '053288886666' },
        { field: 'people', from: 1, to: 3 },
      ],
    });
  });

  it('wants a reason and a change', () => {
    const desk = deskWith();
    expect(desk.codes(correctVisit, { id: 'v1', changed: { people: 2 }, reason: ' ' })).toEqual([
      'reason required',
    ]);
    expect(desk.codes(correctVisit, { id: 'v1', changed: { name: '' }, reason: '' })).toEqual([
      'name required',
      'reason required',
    ]);
    expect(desk.codes(correctVisit, { id: 'v1', changed: { name: ' 王建国' }, reason: '无' })).toEqual([
      'nothingChanged',
    ]);
  });

  it('moves between on site and left by the time out, and keeps what happened meanwhile', () => {
    const desk = deskWith();
    desk.run(signOut, { id: 'v1', timeOut: '' });
    expect(desk.codes(correctVisit, { id: 'v1', changed: { remark: '带样品' }, reason: '补充' })).toEqual([]);
    expect(visitOf(desk).status).toBe('left');
    expect(desk.codes(correctVisit, { id: 'v1', changed: { timeOut: '' }, reason: '没走' })).toEqual([]);
    expect(visitOf(desk).status).toBe('onSite');
    const early = '2026-11-21T01:00:00.000Z';
    expect(desk.codes(correctVisit, { id: 'v1', changed: { timeOut: early }, reason: '补' })).toEqual([
      'timeOut timeOutBeforeIn',
    ]);
    expect(
      desk.codes(correctVisit, { id: 'v1', changed: { timeIn: '2026-11-20T02:00:00.000Z' }, reason: '补' }),
    ).toEqual(['timeIn timeInOtherDay']);
  });

  it('starts, moves and ends a transfer', () => {
    const desk = deskWith();
    const to = (transferDepartment: string): Partial<VisitFields> => ({
      outcome: 'handedOver',
      transferDepartment,
    });
    desk.run(correctVisit, { id: 'v1', changed: to('dept:course'), reason: '须转交' });
    const first = visitOf(desk).dueAt;
    desk.now = '2026-11-21T04:20:00.000Z';
    desk.run(correctVisit, { id: 'v1', changed: { people: 2 }, reason: '补' });
    expect(visitOf(desk).dueAt).toBe(first);
    desk.run(correctVisit, { id: 'v1', changed: to('dept:sales'), reason: '转错了' });
    expect(visitOf(desk).dueAt).toBe('2026-11-21T04:50:00.000Z');
    desk.run(correctVisit, { id: 'v1', changed: { outcome: 'answered' }, reason: '当场说明了' });
    expect(visitOf(desk)).toMatchObject({ dueAt: '9999', body: { transfer: null } });
  });

  it('does not keep a child’s name in the log when the visitor turns out to be one', () => {
    const desk = deskWith({ name: '小宝', company: '实验小学' });
    const changed = { under14: true, guardianName: '李梅', consent: true };
    expect(desk.codes(correctVisit, { id: 'v1', changed, reason: '未满14岁' })).toEqual([]);
    expect(visitOf(desk)).toMatchObject({ key: '', body: { name: '', phone: '' } });
    expect(JSON.stringify(visitOf(desk))).not.toMatch(/小宝|实验小学|13812345678/);
  });

  it('works with a clock set back a day', () => {
    const desk = deskWith();
    desk.now = '2026-11-20T04:00:00.000Z';
    expect(desk.codes(correctVisit, { id: 'v1', changed: { people: 2 }, reason: '补' })).toEqual([]);
  });
});

describe('voiding', () => {
  const witness: Witness = { staff: LEAD.id, name: LEAD.name, roles: LEAD.roles, at: NOON };
  const input = { id: 'v1', reason: '重复登记' };

  it('needs a lead who did not register the visit, in person or by PIN', () => {
    expect(deskWith().codes(voidVisit, input)).toEqual(['leadMustConfirm']);
    expect(deskWith({}, LEAD).codes(voidVisit, input, { actor: LEAD })).toEqual(['notOwnVoid']);
    expect(deskWith({}, LEAD).codes(voidVisit, input, { witnesses: [witness] })).toEqual(['notOwnVoid']);
    expect(deskWith().codes(voidVisit, input, { witnesses: [{ ...witness, roles: ['clerk'] }] })).toEqual([
      'leadMustConfirm',
    ]);
    expect(deskWith().codes(voidVisit, { id: 'v1', reason: '' }, { actor: LEAD })).toEqual([
      'reason required',
    ]);
    expect(deskWith().codes(voidVisit, input, { actor: LEAD })).toEqual([]);
    expect(deskWith().codes(voidVisit, input, { witnesses: [witness] })).toEqual([]);
  });

  it('keeps the number and is final', () => {
    const desk = deskWith({ outcome: 'handedOver', transferDepartment: 'dept:course' });
    desk.run(voidVisit, input, { actor: LEAD });
    expect(visitOf(desk)).toMatchObject({
      status: 'void',
      dueAt: '9999',
      body: { no: 'LF-A-20261121-0001' },
    });
    expect(visitOf(desk).body.log?.at(-1)).toMatchObject({
      reason: '重复登记',
      changes: [{ field: 'approvedBy', to: LEAD.id }],
    });
    const after = [
      desk.codes(signOut, { id: 'v1', timeOut: '' }),
      desk.codes(undoSignOut, { id: 'v1' }),
      desk.codes(voidVisit, input, { actor: LEAD }),
      desk.codes(correctVisit, { id: 'v1', changed: { people: 2 }, reason: '补' }),
      desk.codes(answerTransfer, { id: 'v1', answer: '好', answeredBy: '赵工' }),
    ];
    expect(new Set(after.flat())).toEqual(new Set(['recordVoid']));
  });
});

describe('the closing-time sweep', () => {
  function threeOpen(): Desk {
    const desk = new Desk(MORNING);
    for (const id of ['v1', 'v2', 'v3'])
      desk.run(registerVisit, { id, fields: { ...emptyFields(CLERK.id, '咨询'), name: id } });
    desk.now = '2026-11-21T14:10:00.000Z'; // 22:10
    return desk;
  }

  it('closes, keeps and marks many in one act', () => {
    const desk = threeOpen();
    const answers = [
      { id: 'v1', answer: 'left', timeOut: '2026-11-21T10:00:00.000Z' },
      { id: 'v2', answer: 'stillHere' },
      { id: 'v3', answer: 'unrecorded' },
    ] as const;
    expect(desk.codes(sweepVisits, { answers })).toEqual([]);
    expect(['v1', 'v2', 'v3'].map((id) => desk.get(id).status)).toEqual(['left', 'onSite', 'leftUnrecorded']);
    expect(desk.get<Visit>('v2').body.stillHereAt).toBe('2026-11-21T14:10:00.000Z');
    expect(desk.codes(signOut, { id: 'v3', timeOut: '2026-11-21T12:00:00.000Z' })).toEqual([]);
  });

  it('names the visit whose time is wrong and stores nothing; passes over those closed meanwhile', () => {
    const desk = threeOpen();
    const wrong = { id: 'v1', answer: 'left', timeOut: '2026-11-21T01:00:00.000Z' } as const;
    expect(desk.codes(sweepVisits, { answers: [wrong, { id: 'v2', answer: 'unrecorded' }] })).toEqual([
      'v1 timeOutBeforeIn',
    ]);
    expect(desk.get('v2').status).toBe('onSite');
    desk.run(signOut, { id: 'v2', timeOut: '' });
    expect(desk.codes(sweepVisits, { answers: [{ id: 'v2', answer: 'unrecorded' }] })).toEqual([
      'nothingOpen',
    ]);
    expect(desk.get('v2').status).toBe('left');
  });
});

describe('a department’s answer', () => {
  const answer = { id: 'v1', answer: '已安排教练', answeredBy: '赵教练' };
  const handler = { ...CLERK, id: 'staff:3001', roles: ['handler'] as const };

  it('stops the clock once, by the desk or by a handler of that department', () => {
    const desk = deskWith({ outcome: 'handedOver', transferDepartment: 'dept:coach' });
    const stranger = { ...handler, departments: ['dept:course'] };
    expect(desk.codes(answerTransfer, answer, { actor: stranger })).toEqual(['notYourDepartment']);
    expect(desk.codes(answerTransfer, { ...answer, answer: '', answeredBy: '' })).toEqual([
      'answeredBy required',
      'answer required',
    ]);
    expect(
      desk.codes(answerTransfer, answer, { actor: { ...handler, departments: ['dept:coach'] } }),
    ).toEqual([]);
    expect(visitOf(desk)).toMatchObject({
      dueAt: '9999',
      body: { transfer: { answeredAt: NOON, answer: '已安排教练' } },
    });
    expect(desk.codes(answerTransfer, answer)).toEqual(['alreadyAnswered']);
  });

  it('needs something handed over', () => {
    expect(deskWith().codes(answerTransfer, answer)).toEqual(['notHandedOver']);
  });
});

it('files the guardian’s paper once', () => {
  const desk = deskWith({ under14: true, guardianName: '李梅', consent: true });
  expect(desk.codes(fileConsent, { id: 'v1', archiveNo: '' })).toEqual(['archiveNo required']);
  expect(desk.codes(fileConsent, { id: 'v1', archiveNo: 'TY-12' })).toEqual([]);
  expect(visitOf(desk).dueAt).toBe('9999');
  expect(desk.codes(fileConsent, { id: 'v1', archiveNo: 'TY-13' })).toEqual(['noSignatureDue']);
});

it('keeps the guardian’s signature through corrections, and logs a filed paper by its number', () => {
  const desk = deskWith({ under14: true, guardianName: '李梅', consent: true });
  const signed = visitOf(desk).body.guardian?.signature;
  desk.run(correctVisit, { id: 'v1', changed: { guardianName: '李海梅' }, reason: '看错' });
  expect(visitOf(desk).body.guardian).toEqual({ name: '李海梅', consent: true, signature: signed });
  const changed: Partial<VisitFields> = { signature: { mode: 'paper', archiveNo: 'TY-9' } };
  expect(desk.codes(correctVisit, { id: 'v1', changed, reason: '补' })).toEqual([]);
  expect(visitOf(desk).body.log?.at(-1)?.changes).toEqual([{ field: 'signature', from: '', to: 'TY-9' }]);
});

it('keeps every telling of the starter’s desk', () => {
  const desk = new Desk(NOON);
  const tell = (id: string, players: number | null, caddies: number | null): readonly string[] =>
    desk.codes(recordStarterCounts, { id, players, caddies, countedAt: '' });
  expect(tell('c1', 36, 12)).toEqual([]);
  expect(tell('c2', 0, 0)).toEqual([]);
  expect(tell('c1', 1, 1)).toEqual(['recordExists']);
  expect(tell('c3', null, 2001)).toEqual(['players badNumber', 'caddies badNumber']);
  expect(
    desk.codes(recordStarterCounts, {
      id: 'c4',
      players: 1,
      caddies: 1,
      countedAt: '2026-11-21T09:00:00.000Z',
    }),
  ).toEqual(['countedAt inFuture']);
  expect(desk.get<StarterCount>('c1')).toMatchObject({
    kind: 'starterCount',
    body: { players: 36, countedAt: '2026-11-21T04:05:00.000Z' },
  });
});

it('lets a lead set and lift the notices of a customer, 重点关注 with a reason', () => {
  const desk = new Desk(NOON);
  const mark = (change: object): readonly string[] =>
    desk.codes(markCustomer, {
      id: 'f1',
      name: '王建国',
      phone: '138-1234-5678',
      vip: false,
      focus: true,
      reason: '曾投诉',
      ...change,
    });
  expect(mark({ reason: '' })).toEqual(['reason required']);
  expect(mark({ phone: '' })).toEqual(['phone required']);
  expect(mark({})).toEqual([]);
  expect(desk.get<CustomerFlag>('f1')).toMatchObject({
    status: 'active',
    body: { phone: '13812345678', focus: true },
  });
  expect(mark({})).toEqual(['nothingChanged']);
  expect(mark({ focus: false, reason: '' })).toEqual([]);
  expect(desk.get<CustomerFlag>('f1')).toMatchObject({ status: 'removed' });
  expect(desk.get<CustomerFlag>('f1').body.log).toHaveLength(2);
});
