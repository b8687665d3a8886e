/** Work orders by example (DOMAIN §3.5): who may do what, and what is refused. */
import { describe, expect, it } from 'vitest';
import { emptyFields } from '@shared/visits/fields';
import { registerVisit } from '@shared/visits/register';
import type { Visit } from '@shared/visits/schema';
import { confirmOrder, closeOrder, voidOrder } from '@shared/work-orders/confirm';
import {
  addPart,
  correctOrder,
  escalateOrder,
  reassignPart,
  withdrawPart,
} from '@shared/work-orders/coordinate';
import { dispatchOrder } from '@shared/work-orders/dispatch';
import { askForExtension, decideExtension } from '@shared/work-orders/extension';
import {
  acceptPart,
  finishPart,
  handBackPart,
  refusePart,
  tellProgress,
} from '@shared/work-orders/part-steps';
import { dutiesOf, stageOf } from '@shared/work-orders/state';
import { CLERK, LEAD, MANAGER, pinOf, type Desk } from '../../../helpers/desk';
import { COACH, COLLEAGUE, GREENS, deskWith, fields, orderOf, part, partOf, step } from './order-desk';

const taken = { assignee: '', visit: '' };
const asked = { way: 'phone', result: 'satisfied', note: '', close: false, reopen: [], due: '' } as const;

/** Both departments have done their part. */
function doneDesk(): Desk {
  const desk = deskWith();
  for (const [actor, id] of [
    [COACH, 'd:coach'],
    [GREENS, 'd:greens'],
  ] as const) {
    expect(step(desk, acceptPart, id, taken, { actor })).toEqual([]);
    expect(step(desk, finishPart, id, { text: '已修好' }, { actor })).toEqual([]);
  }
  return desk;
}

describe('dispatching', () => {
  it('starts the clock of the settings and the acceptance clock of each department', () => {
    const { body, dueAt, key } = orderOf(deskWith());
    expect(body.no).toBe('GD-A-20261121-0001');
    expect(dueAt).toBe('2026-11-22T01:42:30.500Z');
    expect(key).toBe(CLERK.id);
    expect(body.parts.map(({ acceptBy, due }) => [acceptBy, due])).toEqual(
      Array(2).fill(['2026-11-21T02:12:30.500Z', dueAt]),
    );
  });

  it.each([
    ['nobody to do it', { parts: [] }, ['parts badNumber']],
    ['no department', { parts: [part('')] }, ['parts.0.department required']],
    ['a department given up', { parts: [part('d:gone')] }, ['parts.0.department departmentGone']],
    [
      'one department twice',
      { parts: [part('d:coach'), part('d:coach')] },
      ['parts.1.department departmentTwice'],
    ],
    ['a time that has passed', { due: '2026-11-21T01:00:00.000Z' }, ['due dueInPast']],
    [
      'a part due after the order',
      { due: '2026-11-21T05:00:00.000Z', parts: [part('d:coach', { due: '2026-11-21T06:00:00.000Z' })] },
      ['parts.0.due partAfterOrder'],
    ],
    [
      'nothing to do',
      { summary: ' ', parts: [part('d:coach', { content: '' })] },
      ['summary required', 'parts.0.content required'],
    ],
    ['a category of nowhere', { category: '别的' }, ['category required']],
    ['a bad phone', { phone: '12' }, ['phone badPhone']],
  ])('refuses %s', (_what, change, codes) => {
    const desk = deskWith(null);
    expect(desk.codes(dispatchOrder, { id: 'o1', fields: fields(change), origin: null })).toEqual(codes);
  });

  it('from a visit keeps the transfer’s clock, which the department’s acceptance stops', () => {
    const desk = deskWith(null);
    const visit = {
      ...emptyFields(COLLEAGUE.id, '报修'),
      name: '刘志远',
      outcome: 'handedOver' as const,
      transferDepartment: 'd:coach',
    };
    expect(desk.codes(registerVisit, { id: 'v1', fields: visit }, { actor: COLLEAGUE })).toEqual([]);
    const due = desk.get<Visit>('v1').body.transfer?.dueAt;
    desk.now = '2026-11-21T01:52:30.500Z';
    const origin = { collection: 'visits' as const, id: 'v1' };
    expect(desk.codes(dispatchOrder, { id: 'o1', fields: fields(), origin })).toEqual([]);
    expect(partOf(desk, 'd:coach').acceptBy).toBe(due);
    expect(partOf(desk, 'd:greens').acceptBy).toBe('2026-11-21T02:22:30.500Z');
    // Whoever received the visitor was asked first.
    expect(orderOf(desk).key).toBe(COLLEAGUE.id);
    expect(desk.get<Visit>('v1').dueAt).toBe(due);
    expect(step(desk, acceptPart, 'd:greens', { assignee: '', visit: 'v1' }, { actor: GREENS })).toEqual([]);
    expect(desk.get<Visit>('v1').body.transfer?.answeredAt).toBe('');
    expect(step(desk, acceptPart, 'd:coach', { assignee: '', visit: 'v1' }, { actor: COACH })).toEqual([]);
    expect(desk.get<Visit>('v1')).toMatchObject({
      dueAt: '9999',
      body: { transfer: { answeredAt: desk.now, answeredBy: '高教练' } },
    });
  });
});

describe('a department', () => {
  it('moves only its own part, and not past a duty', () => {
    const desk = deskWith();
    expect(step(desk, acceptPart, 'd:greens', taken, { actor: COACH })).toEqual(['notYourDepartment']);
    expect(step(desk, finishPart, 'd:coach', { text: '好了' }, { actor: COACH })).toEqual(['partMovedOn']);
    expect(step(desk, acceptPart, 'd:coach', taken, { actor: COACH })).toEqual([]);
    expect(step(desk, acceptPart, 'd:coach', taken, { actor: COACH })).toEqual(['partMovedOn']);
    expect(step(desk, finishPart, 'd:coach', { text: ' ' }, { actor: COACH })).toEqual(['text required']);
    expect(step(desk, tellProgress, 'd:coach', { text: '在换灯' }, { actor: COACH })).toEqual([]);
    expect(stageOf(orderOf(desk))).toBe('inProgress');
  });

  it('that told the desk by telephone is named', () => {
    const desk = deskWith();
    expect(step(desk, acceptPart, 'd:coach', taken)).toEqual(['toldBy required']);
    expect(step(desk, acceptPart, 'd:coach', taken, {}, '高教练')).toEqual([]);
    expect(orderOf(desk).body.progress).toMatchObject([{ by: CLERK.id, toldBy: '高教练' }]);
  });

  it('refuses or hands back with a reason; the desk gives it to another, whose clocks start anew', () => {
    const desk = deskWith();
    expect(step(desk, refusePart, 'd:coach', { reason: '' }, { actor: COACH })).toEqual(['reason required']);
    expect(step(desk, refusePart, 'd:coach', { reason: '不归我们管' }, { actor: COACH })).toEqual([]);
    step(desk, acceptPart, 'd:greens', taken, { actor: GREENS });
    expect(step(desk, refusePart, 'd:greens', { reason: '晚了' }, { actor: GREENS })).toEqual([
      'partMovedOn',
    ]);
    expect(step(desk, handBackPart, 'd:greens', { reason: '缺配件' }, { actor: GREENS })).toEqual([]);
    expect(dutiesOf(orderOf(desk)).map(({ name }) => name)).toEqual(['reassign', 'reassign']);
    const given = {
      id: 'o1',
      part: partOf(desk, 'd:coach').id,
      content: '换灯',
      assignee: '',
      due: '',
      reason: '属场务',
    };
    expect(desk.codes(reassignPart, { ...given, department: 'd:greens' })).toEqual([
      'department departmentTwice',
    ]);
    desk.now = '2026-11-21T03:00:00.000Z';
    expect(desk.codes(reassignPart, { ...given, department: 'd:sales' })).toEqual([]);
    expect(partOf(desk, 'd:sales')).toMatchObject({
      state: 'dispatched',
      acceptBy: '2026-11-21T03:30:00.000Z',
    });
    expect(step(desk, acceptPart, 'd:sales', taken, { actor: COACH })).toEqual(['notYourDepartment']);
  });

  it('gets more time only from a lead who did not ask, and the customer’s time moves with it', () => {
    const desk = deskWith();
    step(desk, acceptPart, 'd:coach', taken, {}, '高教练');
    const to = '2026-11-23T01:00:00.000Z';
    expect(
      step(
        desk,
        askForExtension,
        'd:coach',
        { to: '2026-11-21T09:00:00.000Z', reason: '等配件' },
        { actor: COACH },
      ),
    ).toEqual(['to extensionTooShort']);
    expect(
      step(desk, askForExtension, 'd:coach', { to, reason: '等配件' }, { actor: LEAD }, '高教练'),
    ).toEqual([]);
    expect(step(desk, askForExtension, 'd:coach', { to, reason: '又一次' }, { actor: COACH })).toEqual([
      'extensionPending',
    ]);
    const extension = orderOf(desk).body.extensions[0]!.id;
    expect(orderOf(desk).dueAt).toBe('2026-11-22T01:42:30.500Z');
    const decide = { id: 'o1', extension, approve: true, note: '' };
    expect(desk.codes(decideExtension, decide)).toEqual(['lead leadMustConfirm']);
    expect(desk.codes(decideExtension, decide, { actor: LEAD })).toEqual(['lead notOwnApproval']);
    const other = { ...LEAD, id: 'staff:1009' };
    expect(desk.codes(decideExtension, { ...decide, approve: false }, { actor: other })).toEqual([
      'note required',
    ]);
    expect(desk.codes(decideExtension, decide, { witnesses: [pinOf(other)] })).toEqual([]);
    expect(orderOf(desk)).toMatchObject({ dueAt: to, body: { due: to } });
    expect(partOf(desk, 'd:coach').due).toBe(to);
    expect(partOf(desk, 'd:greens').due).toBe('2026-11-22T01:42:30.500Z');
    expect(desk.codes(decideExtension, decide, { actor: other })).toEqual(['changedMeanwhile']);
  });
});

describe('the first-asked person', () => {
  it('alone confirms with the customer, or a lead; and only when every department is done', () => {
    const early = deskWith();
    expect(early.codes(confirmOrder, { id: 'o1', ...asked })).toEqual(['partsOpen']);
    expect(early.codes(closeOrder, { id: 'o1' })).toEqual(['notConfirmed']);
    const desk = doneDesk();
    expect(desk.codes(confirmOrder, { id: 'o1', ...asked }, { actor: COLLEAGUE })).toEqual([
      'onlyResponsible',
    ]);
    expect(desk.codes(confirmOrder, { id: 'o1', ...asked, way: '', result: '' })).toEqual([
      'way required',
      'result required',
    ]);
    expect(desk.codes(confirmOrder, { id: 'o1', ...asked })).toEqual([]);
    expect(desk.codes(confirmOrder, { id: 'o1', ...asked })).toEqual(['partsOpen']);
    expect(desk.codes(closeOrder, { id: 'o1' }, { actor: LEAD })).toEqual([]);
    expect(orderOf(desk)).toMatchObject({ status: 'closed', dueAt: '9999' });
    expect(
      desk.codes(escalateOrder, { id: 'o1', level: 'lead', to: '周立', department: '', reason: '晚' }),
    ).toEqual(['orderClosed']);
  });

  it('sends the work back when the customer is not satisfied', () => {
    const desk = doneDesk();
    const no = { ...asked, result: 'dissatisfied' as const };
    expect(desk.codes(confirmOrder, { id: 'o1', ...no })).toEqual(['note required', 'reopen chooseParts']);
    desk.now = '2026-11-22T02:00:00.000Z';
    const reopen = [partOf(desk, 'd:greens').id];
    expect(desk.codes(confirmOrder, { id: 'o1', ...no, note: '还在闪', reopen, close: true })).toEqual([]);
    expect(orderOf(desk)).toMatchObject({ status: 'open', dueAt: '2026-11-23T02:00:00.000Z' });
    expect(partOf(desk, 'd:greens')).toMatchObject({
      state: 'inProgress',
      result: '',
      due: '2026-11-23T02:00:00.000Z',
    });
    expect(partOf(desk, 'd:coach').state).toBe('done');
    expect(stageOf(orderOf(desk))).toBe('inProgress');
  });

  it('adds and withdraws departments, never the last', () => {
    const desk = deskWith(fields({ parts: [part('d:coach')] }));
    const withdraw = () =>
      desk.codes(withdrawPart, { id: 'o1', part: partOf(desk, 'd:coach').id, reason: '不用了' });
    expect(withdraw()).toEqual(['lastPart']);
    expect(desk.codes(addPart, { id: 'o1', ...part('d:coach') })).toEqual(['department departmentTwice']);
    expect(
      desk.codes(addPart, { id: 'o1', ...part('d:greens', { due: '2026-11-24T01:00:00.000Z' }) }),
    ).toEqual([]);
    expect(orderOf(desk).dueAt).toBe('2026-11-24T01:00:00.000Z');
    expect(withdraw()).toEqual([]);
    expect(stageOf(orderOf(desk))).toBe('dispatched');
    // A withdrawn department may be asked again.
    expect(desk.codes(addPart, { id: 'o1', ...part('d:coach') })).toEqual([]);
  });

  it('brings it to a named person', () => {
    const desk = deskWith();
    const up = { id: 'o1', level: 'manager' as const, to: '', department: 'd:coach', reason: '三天没接单' };
    expect(desk.codes(escalateOrder, up)).toEqual(['to required']);
    expect(desk.codes(escalateOrder, { ...up, to: '陈总' }, { actor: MANAGER })).toEqual([]);
    expect(orderOf(desk).body.escalations).toMatchObject([{ by: MANAGER.id, to: '陈总', at: desk.now }]);
  });

  it('corrects what was typed, with both values in the log', () => {
    const desk = deskWith();
    const { due: _due, parts: _parts, ...typed } = fields({ phone: '13900001111', category: '求助' });
    expect(desk.codes(correctOrder, { id: 'o1', fields: typed })).toEqual([]);
    expect(orderOf(desk).body.log?.at(-1)?.changes).toEqual([
      { field: 'phone', from: '13912345678', to: '13900001111' },
      { field: 'category', from: '报修', to: '求助' },
    ]);
  });

  it('voids only with a lead who did not dispatch it', () => {
    const desk = deskWith(fields(), { actor: LEAD });
    expect(desk.codes(voidOrder, { id: 'o1', reason: '重复' }, { actor: LEAD })).toEqual([
      'lead notOwnApproval',
    ]);
    expect(desk.codes(voidOrder, { id: 'o1', reason: '' }, { actor: { ...LEAD, id: 'x' } })).toEqual([
      'reason required',
    ]);
    expect(desk.codes(voidOrder, { id: 'o1', reason: '重复' }, { actor: { ...LEAD, id: 'x' } })).toEqual([]);
    expect(orderOf(desk)).toMatchObject({
      status: 'void',
      dueAt: '9999',
      body: { no: 'GD-A-20261121-0001' },
    });
    expect(dutiesOf(orderOf(desk))).toEqual([]);
  });
});
