/** The workflow of a complaint by example, and what it refuses (DOMAIN §3.4; bad input of the plan). */
import { describe, expect, it } from 'vitest';
import { appointOnSite } from '@shared/complaints/appoint';
import { answerComplaint } from '@shared/complaints/answer';
import { reopenComplaint } from '@shared/complaints/archive';
import { assignComplaint, reassignComplaint } from '@shared/complaints/assign';
import { monthEnd, runningClocks } from '@shared/complaints/clocks';
import { correctComplaint } from '@shared/complaints/correct';
import { declineRequest } from '@shared/complaints/decline';
import { determineComplaint, redetermineComplaint } from '@shared/complaints/determine';
import { escalateComplaint } from '@shared/complaints/escalate';
import { explainComplaint } from '@shared/complaints/explain';
import { extendComplaint } from '@shared/complaints/extend';
import { followUpComplaint } from '@shared/complaints/follow-up';
import { gradeComplaint, regradeComplaint } from '@shared/complaints/grade';
import { gradeToReview, shownCriteria } from '@shared/complaints/grading';
import { handleComplaint } from '@shared/complaints/handle';
import { inquireComplaint } from '@shared/complaints/inquire';
import { instructOnComplaint } from '@shared/complaints/instruct';
import { tellProgress } from '@shared/complaints/notice';
import { pursueResponsibility } from '@shared/complaints/pursue';
import { receiveComplaint } from '@shared/complaints/receive';
import { sendBackComplaint } from '@shared/complaints/review';
import { solveComplaint } from '@shared/complaints/solve';
import { standingOf } from '@shared/complaints/standing';
import { voidComplaint } from '@shared/complaints/void';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { instantOf } from '@shared/core/time';
import { CLERK, LEAD, MANAGER, pinOf } from '../../../helpers/desk';
import { complained, HANDLER, hours, MORNING, newDesk, receive, stateOf, walk, WAY } from './complaint-desk';

describe('a complaint', () => {
  it('goes the whole way from receipt to archive', () => {
    const desk = newDesk();
    receive(desk);
    expect(stateOf(desk)).toMatchObject({ status: 'received', key: CLERK.id, dueAt: hours(MORNING, 24) });
    expect(walk(desk, 'archive').status).toBe('archived');
    const { archiveNo, satisfaction, round } = standingOf(stateOf(desk).body);
    expect({ archiveNo, satisfaction, round }).toEqual({
      archiveNo: 'TS-2026-001',
      satisfaction: 'satisfied',
      round: 0,
    });
    expect(stateOf(desk).dueAt).toBe('9999');
  });

  it('lets no duty be skipped', () => {
    const desk = newDesk();
    receive(desk);
    expect(WAY.grade(desk)).toEqual(['determineFirst']);
    expect(WAY.answer(desk)).toEqual(['determineFirst']);
    expect(WAY.call(desk)).toEqual(['determineFirst']);
    WAY.determine(desk);
    expect(WAY.assign(desk)).toEqual(['gradeFirst']);
    WAY.grade(desk);
    expect(WAY.handle(desk)).toEqual(['assignFirst']);
    WAY.assign(desk);
    expect(WAY.solve(desk)).toEqual(['nothingHandled']);
    WAY.handle(desk);
    expect(WAY.solve(desk)).toEqual(['notAnswered']);
    WAY.answer(desk);
    expect(WAY.call(desk)).toEqual(['solveFirst']);
    WAY.solve(desk);
    expect(WAY.call(desk)).toEqual(['reviewFirst']);
    WAY.review(desk);
    expect(WAY.archive(desk)).toEqual(['followUpFirst']);
    expect(WAY.determine(desk)).toEqual(['stepDone']);
  });

  it('of no responsibility needs no grade and no handling, but an answer', () => {
    const desk = newDesk();
    receive(desk);
    desk.run(determineComplaint, { id: 'c1', kind: 'notResponsible', ground: '天气原因，合同已写明' });
    expect(stateOf(desk).status).toBe('graded');
    expect(WAY.grade(desk)).toEqual(['stepDone']);
    expect(WAY.assign(desk)).toEqual([]);
    expect(WAY.solve(desk)).toEqual(['notAnswered']);
    expect(WAY.answer(desk)).toEqual([]);
    expect(WAY.solve(desk)).toEqual([]);
  });

  it('that cannot be determined now is looked at on site first', () => {
    const desk = newDesk();
    receive(desk);
    const when = hours(MORNING, 3);
    const on = (change: object): readonly string[] =>
      desk.codes(appointOnSite, { id: 'c1', when, place: '三号洞', who: '周立', ...change });
    expect(on({ when: MORNING })).toEqual(['when notAhead']);
    expect(on({ who: ' ' })).toEqual(['who required']);
    expect(on({})).toEqual([]);
    expect(stateOf(desk)).toMatchObject({ status: 'onSite', dueAt: when });
    desk.now = when;
    expect(WAY.determine(desk)).toEqual([]);
    expect(stateOf(desk).dueAt).toBe(hours(MORNING, 24));
  });

  it('is reopened when the customer is not satisfied, with new clocks', () => {
    const desk = newDesk();
    receive(desk);
    walk(desk, 'review');
    desk.now = hours(MORNING, 30);
    const call = (result: 'dissatisfied', note: string): readonly string[] =>
      desk.codes(followUpComplaint, { id: 'c1', result, note });
    expect(call('dissatisfied', '')).toEqual(['note required']);
    expect(call('dissatisfied', '费用还没有到账')).toEqual([]);
    expect(stateOf(desk)).toMatchObject({ status: 'reopened', dueAt: hours(MORNING, 54) });
    expect(standingOf(stateOf(desk).body)).toMatchObject({ round: 1, answer: null, handled: [] });
    for (const act of ['handle', 'answer', 'solve', 'review', 'call', 'archive'] as const)
      expect(WAY[act](desk), act).toEqual([]);
    expect(standingOf(stateOf(desk).body)).toMatchObject({ satisfaction: 'satisfied', round: 1 });
  });

  it('whose customer is not reached three times, or refuses, is archived without satisfaction', () => {
    const desk = newDesk();
    receive(desk);
    walk(desk, 'review');
    for (let tries = 1; tries <= DEFAULT_SETTINGS.followUpAttempts; tries += 1) {
      expect(stateOf(desk).status).toBe('reviewed');
      desk.run(followUpComplaint, { id: 'c1', result: 'notReached', note: '' });
    }
    expect(stateOf(desk).status).toBe('followedUp');
    expect(standingOf(stateOf(desk).body).satisfaction).toBeNull();
  });

  it('that a lead sends back runs on as if it had not been solved', () => {
    const desk = newDesk();
    receive(desk);
    walk(desk, 'answer');
    const before = runningClocks(stateOf(desk).body);
    WAY.solve(desk);
    expect(runningClocks(stateOf(desk).body)).toEqual([]);
    expect(desk.codes(sendBackComplaint, { id: 'c1', reason: '退款未到账' }, { actor: LEAD })).toEqual([]);
    expect(runningClocks(stateOf(desk).body)).toEqual(before);
    expect(stateOf(desk).status).toBe('handling');
  });

  it('takes no change after archiving but a reopening by a lead with a reason', () => {
    const desk = newDesk();
    receive(desk);
    walk(desk, 'archive');
    const archived = stateOf(desk);
    const refused = [
      desk.codes(redetermineComplaint, { id: 'c1', kind: 'assist', ground: '另有原因' }, { actor: LEAD }),
      desk.codes(correctComplaint, { id: 'c1', changed: { wanted: '道歉' }, reason: '漏填' }),
      desk.codes(voidComplaint, { id: 'c1', reason: '误登' }, { actor: LEAD }),
      desk.codes(pursueResponsibility, { id: 'c1', whom: '张', measure: '扣分' }, { actor: MANAGER }),
      desk.codes(followUpComplaint, { id: 'c1', result: 'mostly', note: '' }),
    ];
    for (const codes of refused) expect(codes).toEqual(['complaintArchived']);
    expect(stateOf(desk)).toEqual(archived);
    expect(desk.codes(reopenComplaint, { id: 'c1', reason: '' }, { actor: LEAD })).toEqual([
      'reason required',
    ]);
    expect(desk.codes(reopenComplaint, { id: 'c1', reason: '客户再次来电' }, { actor: LEAD })).toEqual([]);
    expect(stateOf(desk).status).toBe('reopened');
  });
});

describe('times of a complaint', () => {
  it('refuse an answer before the receipt and one in the future', () => {
    const desk = newDesk();
    receive(desk);
    walk(desk, 'handle');
    const answer = (when: string): readonly string[] =>
      desk.codes(answerComplaint, { id: 'c1', when, how: 'phone', text: '已致歉' });
    expect(answer(hours(MORNING, -1))).toEqual(['when beforeReceipt']);
    expect(answer(hours(MORNING, 1))).toEqual(['when inFuture']);
    desk.now = hours(MORNING, 5);
    expect(answer(hours(MORNING, 4))).toEqual([]);
    expect(desk.codes(solveComplaint, { id: 'c1', when: hours(MORNING, 3), result: '已退' })).toEqual([
      'when beforeAnswer',
    ]);
  });

  it('take now for no earlier than the receipt and the answer at a desk whose clock is slow', () => {
    const desk = newDesk();
    receive(desk);
    walk(desk, 'handle');
    WAY.answer(desk);
    desk.now = hours(MORNING, -1);
    expect(desk.codes(tellProgress, { id: 'c1', when: '', how: 'phone', text: '正在核实' })).toEqual([]);
    expect(WAY.solve(desk)).toEqual([]);
    expect(standingOf(stateOf(desk).body).solved?.when).toBe(MORNING);
  });

  it('go on with every progress notice, and an answer alone does not stop the 48 hours', () => {
    const desk = newDesk();
    receive(desk);
    desk.now = hours(MORNING, 20);
    expect(desk.codes(tellProgress, { id: 'c1', when: '', how: 'phone', text: '正在核实' })).toEqual([]);
    const due = (): readonly (readonly [string, string])[] =>
      runningClocks(stateOf(desk).body).map(({ name, dueAt }) => [name, dueAt]);
    expect(due()).toEqual([
      ['progress', hours(MORNING, 44)],
      ['solve', hours(MORNING, 48)],
      ['month', instantOf('2026-12-21T09:42')],
    ]);
    walk(desk, 'answer');
    expect(due()[1]).toEqual(['solve', hours(MORNING, 48)]);
    WAY.solve(desk);
    expect(due()).toEqual([]);
  });

  it('count working hours only where the setting says so, and keep what was promised', () => {
    const clocks = {
      ...DEFAULT_SETTINGS.clocks,
      complaintProgress: { minutes: 8 * 60, mode: 'working' as const },
    };
    const workingHours = { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5] };
    // 2026-11-20 is a Friday; 15:00 leaves two working hours, six stand on Monday.
    const desk = newDesk(instantOf('2026-11-20T15:00'), { ...DEFAULT_SETTINGS, clocks, workingHours });
    const { body } = receive(desk);
    expect(body.promises.progress).toEqual({
      minutes: 480,
      mode: 'working',
      dueAt: instantOf('2026-11-23T15:00'),
    });
  });

  it.each([
    ['2026-01-31T10:00', '2026-02-28T10:00'],
    ['2028-01-31T10:00', '2028-02-29T10:00'],
    ['2026-08-31T23:59', '2026-09-30T23:59'],
    ['2026-12-31T00:10', '2027-01-31T00:10'],
  ])('end the month of %s at %s', (from, to) => {
    const desk = newDesk(instantOf(from));
    expect(monthEnd(receive(desk).body)).toBe(instantOf(to));
  });

  it('may be corrected with a reason before archiving; the promises follow', () => {
    const desk = newDesk();
    receive(desk);
    const receivedAt = hours(MORNING, -5);
    expect(
      desk.codes(correctComplaint, { id: 'c1', changed: { receivedAt }, reason: '来电是早上五点' }),
    ).toEqual([]);
    expect(stateOf(desk)).toMatchObject({ dueAt: hours(receivedAt, 24), body: { receivedAt } });
    expect(stateOf(desk).body.log?.at(-1)).toMatchObject({ reason: '来电是早上五点' });
    walk(desk, 'answer');
    desk.now = hours(MORNING, 2);
    const later = { receivedAt: hours(MORNING, 1) };
    expect(desk.codes(correctComplaint, { id: 'c1', changed: later, reason: '写错' })).toEqual([
      'receivedAt afterAnswer',
    ]);
  });
});

describe('an extension', () => {
  const extend = (
    desk: ReturnType<typeof newDesk>,
    change: object,
    act: Parameters<typeof desk.codes>[2] = { actor: LEAD },
  ): readonly string[] =>
    desk.codes(
      extendComplaint,
      { id: 'c1', until: hours(MORNING, 96), reason: '等配件', told: true, how: 'phone', ...change },
      act,
    );

  it('needs a lead, a reason and that the customer was told, and never goes past the month', () => {
    const desk = newDesk();
    receive(desk);
    expect(extend(desk, {}, {})).toEqual(['lead leadMustConfirm']);
    expect(extend(desk, { told: false, reason: '' })).toEqual(['reason required', 'told customerNotTold']);
    expect(extend(desk, { until: hours(MORNING, 40) })).toEqual(['until notLater']);
    expect(extend(desk, { until: hours(MORNING, -1) })).toEqual(['until notAhead']);
    expect(extend(desk, { until: instantOf('2026-12-21T09:43') })).toEqual(['until pastMonth']);
    expect(extend(desk, { until: instantOf('2026-12-21T09:42') })).toEqual([]);
    expect(extend(desk, {}, { witnesses: [pinOf(LEAD)] })).toEqual(['until notLater']);
  });

  it('moves the limit and nothing else', () => {
    const desk = newDesk();
    receive(desk);
    expect(extend(desk, {}, { witnesses: [pinOf(LEAD)] })).toEqual([]);
    expect(runningClocks(stateOf(desk).body).map(({ name, dueAt }) => [name, dueAt])).toEqual([
      ['progress', hours(MORNING, 24)],
      ['solve', hours(MORNING, 96)],
      ['month', instantOf('2026-12-21T09:42')],
    ]);
  });
});

describe('the grade', () => {
  it('is proposed 重大 by what the record shows, and 一般 then needs a reason', () => {
    const desk = newDesk();
    const reference = { referenceKind: 'hotline12345' as const, referenceNo: '2026-7788' };
    receive(desk, reference);
    WAY.determine(desk);
    expect(shownCriteria(stateOf(desk), desk.now)).toEqual(['authority']);
    expect(WAY.grade(desk)).toEqual(['reason required']);
    const serious = { id: 'c1', grade: 'serious' as const, reason: '' };
    expect(desk.codes(gradeComplaint, { ...serious, criteria: [] }, { actor: LEAD })).toEqual([
      'criteria criterionMissing',
    ]);
    expect(desk.codes(gradeComplaint, { ...serious, criteria: ['authority'] }, { actor: LEAD })).toEqual([]);
  });

  it('comes up again when the month has passed', () => {
    const desk = newDesk();
    receive(desk);
    walk(desk, 'assign');
    desk.now = instantOf('2026-12-21T09:41');
    expect(gradeToReview(stateOf(desk), desk.now)).toEqual([]);
    desk.now = instantOf('2026-12-21T09:42');
    expect(gradeToReview(stateOf(desk), desk.now)).toEqual(['month']);
    const input = {
      id: 'c1',
      grade: 'serious' as const,
      criteria: ['month' as const],
      reason: '满一月未解决',
    };
    expect(desk.codes(regradeComplaint, input, { actor: LEAD })).toEqual([]);
    expect(gradeToReview(stateOf(desk), desk.now)).toEqual([]);
  });

  it('is none of a complaint without responsibility', () => {
    const desk = newDesk();
    receive(desk, { channel: 'authority' });
    desk.run(determineComplaint, { id: 'c1', kind: 'assist', ground: '外部道路施工' });
    expect(shownCriteria(stateOf(desk), desk.now)).toEqual([]);
    const input = { id: 'c1', grade: 'serious' as const, criteria: ['harm' as const], reason: '伤人' };
    expect(desk.codes(regradeComplaint, input, { actor: LEAD })).toEqual(['onlyResponsibleGraded']);
  });
});

describe('the handler', () => {
  it('is proposed by authority; another needs a lead and a reason', () => {
    const desk = newDesk();
    receive(desk, { department: 'dep:coach', summary: '教练迟到二十分钟' });
    walk(desk, 'grade');
    const give = (change: object, act = {}): readonly string[] =>
      desk.codes(
        assignComplaint,
        { id: 'c1', kind: 'service' as const, department: '', person: '周立', reason: '', ...change },
        act,
      );
    expect(give({})).toEqual(['reason required', 'lead leadMustConfirm']);
    expect(give({ reason: '教练部回避' })).toEqual(['lead leadMustConfirm']);
    expect(give({ kind: 'department', department: 'dep:gone', reason: '改派' }, { actor: LEAD })).toEqual([
      'department departmentRetired',
    ]);
    expect(give({ kind: 'department', department: 'dep:coach', person: '高教练' })).toEqual([]);
    const other = { id: 'c1', kind: 'manager' as const, department: '', person: '', reason: '影响大' };
    expect(desk.codes(reassignComplaint, other, { witnesses: [pinOf(LEAD)] })).toEqual([]);
  });

  it('of a department explains and adds steps there only', () => {
    const desk = newDesk();
    receive(desk);
    walk(desk, 'assign');
    const step = { id: 'c1', text: '已查教练日程', compensation: '', amount: '' };
    expect(desk.codes(handleComplaint, step, { actor: HANDLER })).toEqual(['notYourDepartment']);
    desk.run(inquireComplaint, { id: 'c1', department: 'dep:coach', question: '为何迟迟没有答复？' });
    const of = stateOf(desk).body.events.at(-1)?.id ?? '';
    const other = { ...HANDLER, departments: ['dep:course'] };
    const explain = { id: 'c1', of, text: '教练外出比赛', person: '高教练' };
    expect(desk.codes(explainComplaint, explain, { actor: other })).toEqual(['notYourDepartment']);
    expect(desk.codes(explainComplaint, explain, { actor: HANDLER })).toEqual([]);
    expect(desk.codes(explainComplaint, explain, { actor: HANDLER })).toEqual(['alreadyAnswered']);
  });

  it('is none that was retired, neither as scope nor when asked', () => {
    const desk = newDesk();
    expect(
      desk.codes(receiveComplaint, {
        id: 'c1',
        fields: complained({ department: 'dep:gone' }),
        origin: null,
      }),
    ).toEqual(['department departmentRetired']);
    receive(desk);
    expect(desk.codes(inquireComplaint, { id: 'c1', department: 'dep:gone', question: '为何？' })).toEqual([
      'department departmentRetired',
    ]);
  });
});

describe('records beside the way', () => {
  it('climb with every escalation', () => {
    const desk = newDesk();
    receive(desk);
    const up = (level: 'lead' | 'departmentHead' | 'manager', person = '周立'): readonly string[] =>
      desk.codes(escalateComplaint, { id: 'c1', level, person, reason: '二十四小时无进展' });
    expect(up('departmentHead', '')).toEqual(['person required']);
    expect(up('departmentHead')).toEqual([]);
    expect(up('lead')).toEqual(['level notHigher']);
    expect(up('departmentHead')).toEqual(['level notHigher']);
    expect(up('manager')).toEqual([]);
  });

  it('are the refusal of what breaks procedure, the manager’s word and the responsibility pursued', () => {
    const desk = newDesk();
    receive(desk);
    expect(desk.codes(declineRequest, { id: 'c1', what: '要求私下转账', rule: '' })).toEqual([
      'rule required',
    ]);
    expect(desk.codes(declineRequest, { id: 'c1', what: '要求私下转账', rule: '退款须原路退回' })).toEqual(
      [],
    );
    expect(desk.codes(instructOnComplaint, { id: 'c1', text: '本周内办结' }, { actor: MANAGER })).toEqual([]);
    expect(
      desk.codes(pursueResponsibility, { id: 'c1', whom: '出发台', measure: '' }, { actor: MANAGER }),
    ).toEqual(['measure required']);
    expect(instructOnComplaint.roles).toEqual(['manager']);
  });

  it('are voided by a lead who did not record them', () => {
    const desk = newDesk();
    receive(desk);
    const voided = (act: object): readonly string[] =>
      desk.codes(voidComplaint, { id: 'c1', reason: '重复登记' }, act);
    expect(voided({})).toEqual(['lead leadMustConfirm']);
    expect(voided({ witnesses: [pinOf(LEAD)] })).toEqual([]);
    expect(stateOf(desk)).toMatchObject({ status: 'void', dueAt: '9999' });
    expect(WAY.determine(desk)).toEqual(['recordVoid']);
    expect(desk.codes(receiveComplaint, { id: 'c1', fields: complained(), origin: null })).toEqual([
      'recordExists',
    ]);
  });
});
