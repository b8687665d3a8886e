/** Talks by example and by property (DOMAIN §3.3). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordAttempt, voidFollowUp } from '@shared/follow-up/call';
import { emptyFollowUp, planFollowUp } from '@shared/follow-up/plan-call';
import { meet } from '@shared/sync/merge';
import { approveTalk, sendBackTalk } from '@shared/talks/decide';
import { emptyTalk, fieldsOf, type TalkFields } from '@shared/talks/fields';
import { archiveTalk, fileTalkPaper, solveTalk, voidTalk } from '@shared/talks/finish';
import { correctTalk, recordTalk } from '@shared/talks/record-talk';
import type { Talk } from '@shared/talks/schema';
import { TALK_STEPS, awaitsSignature, type TalkStep } from '@shared/talks/state';
import { CLERK, Desk, LEAD, pinOf, type Act } from '../../../helpers/desk';
import { PAPER, SIGNED } from '../lost-property/lost-desk';

const MORNING = '2026-11-21T01:42:30.500Z'; // 09:42 in Shanghai
const AGREED = '2026-11-24T07:00:00.000Z';
const COLLEAGUE = { ...CLERK, id: 'staff:1003', name: '赵一鸣' };
const OTHER_LEAD = { ...LEAD, id: 'staff:1009', name: '吴主管' };

const typed = (change: Partial<TalkFields> = {}): TalkFields => ({
  ...emptyTalk,
  name: '刘志远',
  phone: '13912345678',
  ground: 'compensation',
  place: '会员接待室',
  summary: '球包托运受损',
  request: '赔偿 800 元',
  customerSaid: '上周已说过两次',
  weSaid: '先行检测，三日内答复',
  agreedAt: AGREED,
  handler: '周立',
  ...change,
});

function deskWith(change: Partial<TalkFields> = {}, signature = SIGNED, act: Act = {}): Desk {
  const desk = new Desk(MORNING);
  expect(desk.codes(recordTalk, { id: 't1', fields: typed(change), signature, origin: null }, act)).toEqual(
    [],
  );
  return desk;
}
const talkOf = (desk: Desk): Talk => desk.get<Talk>('t1');
const approval = { id: 't1', handler: '周立', agreedAt: AGREED, note: '' };

describe('a talk', () => {
  it('is numbered, waits for the lead within the day, and is the writer’s matter', () => {
    const talk = talkOf(deskWith());
    expect(talk).toMatchObject({ status: 'open', key: CLERK.id, dueAt: '2026-11-21T15:59:00.000Z' });
    expect(talk.body.no).toBe('QT-A-20261121-0001');
    expect(talk.body.decision.state).toBe('waiting');
  });

  it.each([
    ['no customer', { name: '' }, ['name required']],
    ['no ground', { ground: '' as const }, ['ground required']],
    ['a talk still to come', { heldAt: '2026-11-22T01:00:00.000Z' }, ['heldAt inFuture']],
    ['no agreed time', { agreedAt: '' }, ['agreedAt required']],
    ['an agreed time before the talk', { agreedAt: '2026-11-21T01:00:00.000Z' }, ['agreedAt agreedTooEarly']],
    ['nothing we said', { weSaid: '', request: '' }, ['request required', 'weSaid required']],
    ['nobody to handle it', { handler: '' }, ['handler required']],
    ['a department of nowhere', { department: 'd:x' }, ['department departmentGone']],
  ])('is refused with %s', (_what, change, codes) => {
    const desk = new Desk(MORNING);
    const input = { id: 't1', fields: typed(change), signature: SIGNED, origin: null };
    expect(desk.codes(recordTalk, input)).toEqual(codes);
  });

  it('is refused without a signature', () => {
    const desk = new Desk(MORNING);
    const input = { id: 't1', fields: typed(), signature: null, origin: null };
    expect(desk.codes(recordTalk, input)).toEqual(['signature signatureMissing']);
  });

  it('is approved by a lead who did not write it, with a named handler and an agreed time still to come', () => {
    const desk = deskWith({}, SIGNED, { actor: LEAD });
    expect(desk.codes(approveTalk, approval)).toEqual(['lead leadMustConfirm']);
    expect(desk.codes(approveTalk, approval, { actor: LEAD })).toEqual(['lead notOwnApproval']);
    expect(
      desk.codes(approveTalk, { ...approval, handler: '', agreedAt: MORNING }, { actor: OTHER_LEAD }),
    ).toEqual(['handler required', 'agreedAt agreedTooEarly']);
    const later = '2026-11-25T07:00:00.000Z';
    expect(
      desk.codes(approveTalk, { ...approval, agreedAt: later }, { witnesses: [pinOf(OTHER_LEAD)] }),
    ).toEqual([]);
    expect(talkOf(desk)).toMatchObject({
      status: 'approved',
      dueAt: later,
      body: { decision: { lead: { staff: OTHER_LEAD.id } } },
    });
    expect(desk.codes(approveTalk, approval, { actor: OTHER_LEAD })).toEqual(['talkNotWaiting']);
    expect(desk.codes(correctTalk, { id: 't1', fields: typed(), signature: null })).toEqual(['talkDecided']);
  });

  it('sent back is corrected and waits anew; a changed text is signed again', () => {
    const desk = deskWith();
    expect(desk.codes(sendBackTalk, { id: 't1', reason: '' }, { actor: LEAD })).toEqual(['reason required']);
    expect(desk.codes(sendBackTalk, { id: 't1', reason: '金额没写依据' }, { actor: LEAD })).toEqual([]);
    expect(desk.codes(approveTalk, approval, { actor: LEAD })).toEqual(['talkNotWaiting']);
    const same = fieldsOf(talkOf(desk).body);
    expect(
      desk.codes(correctTalk, {
        id: 't1',
        fields: { ...same, request: '赔偿 800 元，附报价' },
        signature: null,
      }),
    ).toEqual(['signature signAgain']);
    // The handler is ours to name: the customer signed nothing about it.
    expect(
      desk.codes(correctTalk, { id: 't1', fields: { ...same, handler: '吴主管' }, signature: null }),
    ).toEqual([]);
    expect(talkOf(desk)).toMatchObject({
      status: 'open',
      body: { handler: '吴主管', decision: { state: 'waiting', lead: null } },
    });
    expect(
      desk.codes(correctTalk, { id: 't1', fields: { ...same, request: '换新' }, signature: SIGNED }),
    ).toEqual([]);
    expect(talkOf(desk).body.request).toBe('换新');
  });

  it('is solved by its responsible person, followed up, and archived when the signature is filed', () => {
    const desk = deskWith({}, PAPER);
    expect(desk.codes(solveTalk, { id: 't1', result: '已赔' })).toEqual(['talkNotApproved']);
    desk.codes(approveTalk, approval, { actor: LEAD });
    expect(desk.codes(solveTalk, { id: 't1', result: '已赔' }, { actor: COLLEAGUE })).toEqual([
      'onlyResponsible',
    ]);
    expect(desk.codes(solveTalk, { id: 't1', result: '已赔 800 元' })).toEqual([]);
    expect(talkOf(desk)).toMatchObject({
      status: 'solved',
      dueAt: '2026-11-24T15:59:00.000Z',
      body: { followUpDue: '2026-11-24T15:59:00.000Z' },
    });
    const archive = { id: 't1', archiveNo: 'QT-2026-018', unsignedReason: '' };
    expect(desk.codes(archiveTalk, archive)).toEqual(['unsignedReason required', 'lead leadMustConfirm']);
    expect(desk.codes(fileTalkPaper, { id: 't1', archiveNo: 'ZQ-118' })).toEqual([]);
    expect(desk.codes(fileTalkPaper, { id: 't1', archiveNo: 'ZQ-119' })).toEqual(['noSignatureDue']);
    expect(awaitsSignature(talkOf(desk))).toBe(false);
    expect(desk.codes(archiveTalk, { ...archive, archiveNo: '' })).toEqual(['archiveNo required']);
    expect(desk.codes(archiveTalk, archive)).toEqual([]);
    expect(talkOf(desk)).toMatchObject({ status: 'archived', dueAt: '9999' });
    expect(desk.codes(voidTalk, { id: 't1', reason: '重复' }, { actor: LEAD })).toEqual(['talkArchived']);
  });

  it('of a customer who will not sign is archived with the reason and a lead', () => {
    const desk = deskWith({}, PAPER);
    desk.codes(approveTalk, approval, { actor: LEAD });
    desk.codes(solveTalk, { id: 't1', result: '已赔' });
    const archive = { id: 't1', archiveNo: 'QT-2026-018', unsignedReason: '客户拒绝签字' };
    expect(desk.codes(archiveTalk, archive, { witnesses: [pinOf(LEAD)] })).toEqual([]);
    expect(talkOf(desk).body.unsignedReason).toBe('客户拒绝签字');
  });
});

describe('whatever is tried', () => {
  const steps: Readonly<Record<TalkStep, (desk: Desk) => readonly string[]>> = {
    correct: (desk) =>
      desk.codes(correctTalk, { id: 't1', fields: fieldsOf(talkOf(desk).body), signature: null }),
    approve: (desk) => desk.codes(approveTalk, approval, { actor: LEAD }),
    sendBack: (desk) => desk.codes(sendBackTalk, { id: 't1', reason: '再问' }, { actor: LEAD }),
    solve: (desk) => desk.codes(solveTalk, { id: 't1', result: '已办' }),
    archive: (desk) => desk.codes(archiveTalk, { id: 't1', archiveNo: 'A1', unsignedReason: '' }),
    void: (desk) => desk.codes(voidTalk, { id: 't1', reason: '重复' }, { actor: LEAD }),
  };
  it('no talk is archived without approval, result and signature, and steps stand in the table', () => {
    const reached = new Set<string>();
    const tries = fc.array(
      fc.constantFrom(
        ...(Object.keys(steps) as TalkStep[]).filter((step) => step !== 'void'),
        'approve' as const,
        'solve' as const,
        'void' as const,
      ),
      { maxLength: 14, size: 'max' },
    );
    fc.assert(
      fc.property(tries, (names) => {
        const desk = deskWith();
        for (const name of names) {
          const before = talkOf(desk).status;
          const codes = steps[name](desk);
          const { status, body, dueAt } = talkOf(desk);
          reached.add(status);
          const from: readonly string[] = TALK_STEPS[name].from;
          expect(codes.length === 0).toBe(from.includes(before));
          expect(status).toBe(codes.length === 0 ? TALK_STEPS[name].to : before);
          if (['approved', 'solved', 'archived'].includes(status))
            expect(body.decision).toMatchObject({ state: 'approved', lead: { staff: LEAD.id } });
          if (['solved', 'archived'].includes(status))
            expect(body.result !== '' && body.followUpDue !== '').toBe(true);
          expect(dueAt === '9999').toBe(status === 'archived' || status === 'void');
        }
      }),
    );
    expect([...reached].sort()).toEqual(['approved', 'archived', 'open', 'returned', 'solved', 'void']);
  });
});

describe('two desks at once', () => {
  const met = (onA: (desk: Desk) => void, onB: (desk: Desk) => void): ReturnType<typeof meet> => {
    const a = deskWith();
    const base = talkOf(a);
    const b = new Desk(MORNING, a.settings, 'B');
    b.records.set('t1', base);
    for (let index = 0; index < 20; index += 1) b.context();
    onA(a);
    onB(b);
    return meet('tickets', talkOf(b), base, talkOf(a), 'B');
  };
  it('a talk approved while it was being changed goes to a lead: nobody approved that text', () => {
    const meeting = met(
      (a) => a.codes(approveTalk, approval, { actor: LEAD }),
      (b) =>
        b.codes(correctTalk, { id: 't1', fields: typed({ request: '赔偿 8000 元' }), signature: SIGNED }),
    );
    expect(meeting.become === 'conflict' && meeting.fields).toContain('decision');
  });
  it('a void against an approval too', () => {
    const meeting = met(
      (a) => a.codes(approveTalk, approval, { actor: LEAD }),
      (b) => b.codes(voidTalk, { id: 't1', reason: '重复' }, { actor: OTHER_LEAD }),
    );
    expect(meeting.become).toBe('conflict');
  });
});

describe('the follow-up of a talk', () => {
  const staff = {
    id: CLERK.id,
    kind: 'staff',
    status: 'active',
    day: '2026-01-01',
    body: { v: 1, roles: ['clerk'] },
  };
  const origin = { collection: 'tickets', id: 't1' } as const;
  const plan = (desk: Desk, id = 'f1'): readonly string[] =>
    desk.codes(planFollowUp, {
      id,
      origin,
      fields: {
        ...emptyFollowUp(CLERK.id, '2026-11-21'),
        name: '刘志远',
        identity: 'member',
        summary: '球包受损',
      },
    });
  const said = {
    id: 'f1',
    origin,
    way: 'phone',
    satisfaction: 'satisfied',
    answer: '',
    opinion: '',
    note: '',
    nextAt: '',
  };
  function solved(): Desk {
    const desk = deskWith();
    desk.records.set(staff.id, staff as unknown as Talk);
    expect(plan(desk)).toEqual(['matterUnanswered']);
    desk.codes(approveTalk, approval, { actor: LEAD });
    desk.codes(solveTalk, { id: 't1', result: '已赔' });
    return desk;
  }

  it('is planned once it is solved, and closed by the call', () => {
    const desk = solved();
    expect(plan(desk)).toEqual([]);
    expect(plan(desk, 'f2')).toEqual(['alreadyFollowUp']);
    desk.now = '2026-11-22T02:00:00.000Z';
    expect(desk.codes(recordAttempt, { ...said, result: 'notReached', satisfaction: '' })).toEqual([]);
    expect(talkOf(desk)).toMatchObject({ dueAt: '2026-11-24T15:59:00.000Z' });
    expect(talkOf(desk).body).not.toHaveProperty('followedUpAt');
    expect(desk.codes(recordAttempt, { ...said, result: 'reached' })).toEqual([]);
    expect(talkOf(desk)).toMatchObject({
      status: 'solved',
      dueAt: '2026-11-23T15:59:00.000Z',
      body: { followedUpAt: desk.now },
    });
  });

  it('that is voided is to be made again', () => {
    const desk = solved();
    plan(desk);
    desk.codes(recordAttempt, { ...said, result: 'reached' });
    const gone = { id: 'f1', origin, reason: '打错电话' };
    expect(desk.codes(voidFollowUp, gone, { witnesses: [pinOf(LEAD)] })).toEqual([]);
    expect(talkOf(desk)).toMatchObject({ dueAt: '2026-11-24T15:59:00.000Z', body: { children: [] } });
    expect(talkOf(desk).body).not.toHaveProperty('followedUpAt');
    expect(plan(desk, 'f2')).toEqual([]);
  });

  it('meets the archiving at another desk', () => {
    const a = solved();
    plan(a);
    const before = talkOf(a);
    const b = new Desk(a.now, undefined, 'B');
    b.records.set('t1', before);
    a.codes(recordAttempt, { ...said, result: 'reached' });
    b.codes(archiveTalk, { id: 't1', archiveNo: 'QT-2026-018', unsignedReason: '' }, { actId: 'at-b' });
    const met = meet('tickets', talkOf(b), before, talkOf(a), 'B');
    expect(met).toMatchObject({
      become: 'merged',
      doc: { status: 'archived', dueAt: '9999', body: { archiveNo: 'QT-2026-018', followedUpAt: a.now } },
    });
  });
});
