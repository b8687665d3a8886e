/** Follow-up (DOMAIN §3.7): planning, attempts, closing, what is refused, the plan, and what two desks make of it. */
import { describe, expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { instantOf } from '@shared/core/time';
import { emptyEnquiry } from '@shared/enquiries/fields';
import { registerEnquiry } from '@shared/enquiries/register';
import type { Enquiry } from '@shared/enquiries/schema';
import { candidatesOf } from '@shared/follow-up/candidates';
import {
  correctFollowUp,
  giveUpFollowUp,
  recordAttempt,
  voidFollowUp,
  type RecordAttempt,
} from '@shared/follow-up/call';
import { savePaper } from '@shared/follow-up/paper';
import { savePlan } from '@shared/follow-up/plan';
import { emptyFollowUp, makeCallList, planFollowUp, type FollowUpFields } from '@shared/follow-up/plan-call';
import { planId, type FollowUp, type FollowUpPlan, type ServicePaper } from '@shared/follow-up/schema';
import { meet } from '@shared/sync/merge';
import { CLERK, Desk, LEAD, pinOf } from '../../../helpers/desk';

const MORNING = instantOf('2026-11-21T09:42');
const staff = {
  id: CLERK.id,
  kind: 'staff',
  status: 'active',
  day: '2026-01-01',
  body: { v: 1, name: '林晓彤', roles: ['clerk'] },
};
const department = {
  id: 'd1',
  kind: 'department',
  status: 'active',
  day: '2026-01-01',
  body: { v: 1, name: '工程部' },
};

function newDesk(now = MORNING, code = 'A'): Desk {
  const desk = new Desk(now, undefined, code);
  for (const doc of [staff, department]) desk.records.set(doc.id, doc as unknown as Envelope);
  return desk;
}

const FIELDS: FollowUpFields = {
  ...emptyFollowUp(CLERK.id, '2026-11-21'),
  name: '王建国',
  phone: '138 1234 5678',
  identity: 'member',
  summary: '淋浴维修',
};

const plan = (desk: Desk, changed: Partial<FollowUpFields> = {}): readonly string[] =>
  desk.codes(planFollowUp, { id: 'f1', fields: { ...FIELDS, ...changed }, origin: null });
const call = (desk: Desk): FollowUp => desk.get<FollowUp>('f1');
const REACHED: RecordAttempt = {
  id: 'f1',
  origin: null,
  way: 'phone',
  result: 'reached',
  satisfaction: 'satisfied',
  answer: '已修好',
  opinion: '',
  note: '',
  nextAt: '',
};
const MISSED: RecordAttempt = { ...REACHED, result: 'notReached', satisfaction: '', answer: '' };

/** An enquiry in the state its fields give. */
function enquiry(desk: Desk, id: string, changed: object): void {
  const fields = {
    ...emptyEnquiry(CLERK.id),
    name: '王建国',
    phone: '13812345678',
    identity: 'guest',
    category: 'question',
    summary: '几点关门',
    department: 'd1',
    ...changed,
  };
  expect(desk.codes(registerEnquiry, { id, fields, origin: null })).toEqual([]);
}

describe('a follow-up', () => {
  it('is due by the end of the planned working day and has a number', () => {
    const desk = newDesk();
    expect(plan(desk)).toEqual([]);
    expect(call(desk)).toMatchObject({
      status: 'planned',
      key: CLERK.id,
      dueAt: instantOf('2026-11-21T22:00'),
      body: { no: 'HF-A-20261121-0001', customer: { phone: '13812345678' } },
    });
  });

  it('ends when the customer was reached, and only once', () => {
    const desk = newDesk();
    plan(desk);
    expect(desk.codes(recordAttempt, REACHED)).toEqual([]);
    expect(call(desk)).toMatchObject({
      status: 'done',
      dueAt: '9999',
      body: { outcome: 'reached', satisfaction: 'satisfied', doneBy: CLERK.id, doneAt: MORNING },
    });
    expect(desk.codes(recordAttempt, REACHED)).toEqual(['followUpDone']);
  });

  it('asks a dissatisfied customer why, and a reached one for the satisfaction', () => {
    const desk = newDesk();
    plan(desk);
    expect(desk.codes(recordAttempt, { ...REACHED, satisfaction: 'dissatisfied' })).toEqual([
      'opinion required',
    ]);
    expect(desk.codes(recordAttempt, { ...REACHED, satisfaction: '' })).toEqual(['satisfaction required']);
    expect(call(desk).status).toBe('planned');
  });

  it('comes back when nobody was reached: the next working day, or the agreed time', () => {
    const desk = newDesk();
    plan(desk);
    desk.run(recordAttempt, MISSED);
    expect(call(desk).dueAt).toBe(instantOf('2026-11-22T22:00'));
    desk.run(recordAttempt, { ...MISSED, nextAt: instantOf('2026-11-21T15:00') });
    expect(call(desk)).toMatchObject({ status: 'planned', dueAt: instantOf('2026-11-21T15:00') });
    expect(desk.codes(recordAttempt, { ...MISSED, nextAt: instantOf('2026-11-21T09:00') })).toEqual([
      'nextAt callBackInPast',
    ]);
  });

  it('is closed as 未接通 only after as many attempts as the setting says', () => {
    const desk = newDesk();
    plan(desk);
    desk.run(recordAttempt, MISSED);
    desk.run(recordAttempt, MISSED);
    expect(desk.codes(giveUpFollowUp, { id: 'f1', origin: null, note: '' })).toEqual(['triesLeft']);
    desk.run(recordAttempt, MISSED);
    expect(desk.codes(giveUpFollowUp, { id: 'f1', origin: null, note: '' })).toEqual([]);
    expect(call(desk)).toMatchObject({ status: 'done', body: { outcome: 'notReached', satisfaction: '' } });
  });

  it.each<readonly [string, Partial<FollowUpFields>, string]>([
    ['nobody', { name: ' ' }, 'name required'],
    ['nothing', { summary: '' }, 'summary required'],
    ['a day long gone', { plannedFor: '2026-11-13' }, 'plannedFor plannedTooEarly'],
    ['a day too far ahead', { plannedFor: '2027-01-23' }, 'plannedFor plannedTooLate'],
    ['a deleted department', { department: 'd9' }, 'department departmentGone'],
    ['a caller who is none', { responsible: 'staff:9' }, 'responsible colleagueGone'],
  ])('is refused for %s', (_of, changed, code) => {
    expect(plan(newDesk(), changed)).toEqual([code]);
  });

  it('is corrected with a reason; the planned day stays once it is done', () => {
    const desk = newDesk();
    plan(desk);
    desk.run(recordAttempt, REACHED);
    const { customer, summary, plannedFor } = call(desk).body;
    const input = {
      id: 'f1',
      ...customer,
      summary,
      department: '',
      plannedFor,
      satisfaction: 'mostly',
      answer: '',
      opinion: '',
      reason: '听错',
    };
    expect(desk.codes(correctFollowUp, { ...input, plannedFor: '2026-11-22' })).toEqual([
      'plannedFor plannedIsPast',
    ]);
    expect(desk.codes(correctFollowUp, { ...input, reason: '' })).toEqual(['reason required']);
    expect(desk.codes(correctFollowUp, input)).toEqual([]);
    expect(call(desk).body.satisfaction).toBe('mostly');
  });

  it('is void by a lead alone, keeps its number, and not once something grew from it', () => {
    const desk = newDesk();
    plan(desk);
    expect(desk.codes(voidFollowUp, { id: 'f1', origin: null, reason: '重复' })).toEqual([
      'approval leadMustConfirm',
    ]);
    const other = newDesk();
    plan(other);
    other.run(registerEnquiry, {
      id: 'e1',
      fields: { ...emptyEnquiry(CLERK.id), identity: 'guest', category: 'help', summary: '问', answer: '答' },
      origin: { collection: 'tickets', id: 'f1' },
    });
    expect(call(other).body.children).toMatchObject([{ id: 'e1', kind: 'enquiry' }]);
    expect(
      other.codes(voidFollowUp, { id: 'f1', origin: null, reason: '重复' }, { witnesses: [pinOf(LEAD)] }),
    ).toEqual(['reason followUpHasChildren']);
    expect(
      desk.codes(voidFollowUp, { id: 'f1', origin: null, reason: '重复' }, { witnesses: [pinOf(LEAD)] }),
    ).toEqual([]);
    expect(call(desk)).toMatchObject({ status: 'void', body: { no: 'HF-A-20261121-0001' } });
  });
});

describe('a follow-up of a matter', () => {
  const of = (desk: Desk, id: string, followUp = 'f1'): readonly string[] =>
    desk.codes(planFollowUp, { id: followUp, fields: FIELDS, origin: { collection: 'tickets', id } });

  it('is refused while the matter is unanswered, and for a second time', () => {
    const desk = newDesk();
    enquiry(desk, 'e1', { outcome: 'callBack' });
    expect(of(desk, 'e1')).toEqual(['matterUnanswered']);
    enquiry(desk, 'e2', { answer: '21:30' });
    expect(of(desk, 'e2')).toEqual([]);
    expect(desk.get<Enquiry>('e2').body.children).toMatchObject([{ id: 'f1', kind: 'followUp' }]);
    expect(of(desk, 'e2', 'f2')).toEqual(['alreadyFollowUp']);
  });

  it.each([
    ['handling', 'matterUnanswered'],
    ['reopened', 'matterUnanswered'],
    ['solved', 'complaintFollowsOwn'],
    ['reviewed', 'complaintFollowsOwn'],
    ['followedUp', 'complaintFollowsOwn'],
    ['void', 'recordVoid'],
  ])('is none of a complaint that is %s', (status, code) => {
    const desk = newDesk();
    desk.records.set('c1', { id: 'c1', kind: 'complaint', status, body: { v: 1 } } as Envelope);
    expect(of(desk, 'c1')).toEqual([code]);
  });

  it('may be a later one of an archived complaint, by choice and never by the list', () => {
    const desk = newDesk();
    const complaint = { id: 'c1', kind: 'complaint', status: 'archived', body: { v: 1 } } as Envelope;
    desk.records.set('c1', complaint);
    expect(candidatesOf([complaint], '', DEFAULT_SETTINGS)).toEqual([]);
    expect(of(desk, 'c1')).toEqual([]);
  });

  it('is made for all ticked customers in one act, or for none', () => {
    const desk = newDesk();
    enquiry(desk, 'e1', { answer: '21:30' });
    enquiry(desk, 'e2', { answer: '21:30', phone: '13900000000', name: '李梅' });
    enquiry(desk, 'e3', { outcome: 'callBack', phone: '13700000000' });
    const offered = candidatesOf([...desk.records.values()], 'd1', DEFAULT_SETTINGS).map(({ id }) => id);
    expect([...offered].sort()).toEqual(['e1', 'e2']);
    expect(candidatesOf([...desk.records.values()], 'd2', DEFAULT_SETTINGS)).toEqual([]);
    const list = { department: '', plannedFor: '2026-11-25', responsible: CLERK.id };
    const item = (origin: string): { id: string; collection: 'tickets'; origin: string } => ({
      id: `of-${origin}`,
      collection: 'tickets',
      origin,
    });
    expect(desk.codes(makeCallList, { ...list, items: [item('e1'), item('e3')] })).toEqual([
      'items matterUnanswered',
    ]);
    expect(desk.codes(makeCallList, { ...list, items: [] })).toEqual(['items nobodyTicked']);
    expect(desk.codes(makeCallList, { ...list, items: [item('e1'), item('e2')] })).toEqual([]);
    expect(desk.get<FollowUp>('of-e2').body).toMatchObject({
      department: 'd1',
      customer: { name: '李梅' },
      origin: { id: 'e2' },
    });
    expect(desk.get<FollowUp>('of-e1').body.no).not.toBe(desk.get<FollowUp>('of-e2').body.no);
    expect(candidatesOf([...desk.records.values()], '', DEFAULT_SETTINGS)).toEqual([]);
  });
});

describe('two desks and one follow-up', () => {
  function apart(): { readonly base: FollowUp; readonly a: Desk; readonly b: Desk } {
    const a = newDesk();
    plan(a);
    const base = call(a);
    const b = newDesk(instantOf('2026-11-21T10:10'), 'B');
    b.records.set('f1', base);
    return { base, a, b };
  }

  it('keep both attempts; the one that reached the customer ends it', () => {
    const { base, a, b } = apart();
    a.run(recordAttempt, MISSED, { actId: 'from-a' });
    b.run(recordAttempt, REACHED, { actId: 'from-b' });
    expect(meet('tickets', call(a), base, call(b), 'A')).toMatchObject({
      become: 'merged',
      doc: {
        status: 'done',
        dueAt: '9999',
        body: { satisfaction: 'satisfied', attempts: [{ id: 'from-a' }, { id: 'from-b' }] },
      },
    });
  });

  it('leave it to a lead when the customer told each desk another thing', () => {
    const { base, a, b } = apart();
    a.run(recordAttempt, REACHED, { actId: 'from-a' });
    b.run(recordAttempt, { ...REACHED, satisfaction: 'mostly' }, { actId: 'from-b' });
    const met = meet('tickets', call(a), base, call(b), 'A');
    expect(met.become === 'conflict' && met.fields).toContain('satisfaction');
  });

  it('plan different months of a department both', () => {
    const months = Array.from({ length: 12 }, () => 5);
    const save = (desk: Desk, at: number, calls: number): void => {
      const rows = [
        { department: 'd1', whom: '', months: months.map((old, one) => (one === at ? calls : old)) },
      ];
      desk.run(savePlan, { year: '2026', rows }, { actor: LEAD, actId: `${desk.desk}-${calls}` });
    };
    const a = newDesk();
    save(a, 0, 5);
    const id = planId('2026', 'd1');
    const base = a.get<FollowUpPlan>(id);
    const b = newDesk(instantOf('2026-11-21T10:10'), 'B');
    b.records.set(id, base);
    save(a, 0, 9);
    save(b, 1, 7);
    const met = meet('tickets', a.get(id), base, b.get(id), 'A');
    const merged = met.become === 'merged' ? (met.doc as FollowUpPlan).body.months : [];
    expect(merged.slice(0, 3).map(({ calls }) => calls)).toEqual([9, 7, 5]);
  });
});

describe('plan and papers', () => {
  it('refuse a number that is none beside its department, and a plan as it was', () => {
    const desk = newDesk();
    const rows = [{ department: 'd1', whom: '', months: [Number.NaN] }];
    expect(desk.codes(savePlan, { year: '2026', rows }, { actor: LEAD })).toContain('d1 badNumber');
    const blank = [{ department: 'd1', whom: '', months: Array.from({ length: 12 }, () => 0) }];
    expect(desk.codes(savePlan, { year: '2026', rows: blank }, { actor: LEAD })).toEqual(['planUnchanged']);
  });

  it('keep every version of a paper in its log', () => {
    const desk = newDesk();
    const paper = {
      type: 'measures',
      period: '2026-Q4',
      department: '',
      figures: [],
      mostlyCounts: true,
      texts: { summary: '完成 3 个', findings: '', measures: '', opinion: '' },
      measures: [{ id: 'm1', text: '检修热水', to: CLERK.id, due: instantOf('2026-12-01T18:00') }],
    };
    expect(desk.codes(savePaper, paper, { actor: LEAD })).toEqual([]);
    expect(desk.codes(savePaper, paper, { actor: LEAD })).toEqual(['paperUnchanged']);
    const texts = { ...paper.texts, summary: '完成 4 个' };
    expect(desk.codes(savePaper, { ...paper, texts }, { actor: LEAD })).toEqual([]);
    const { body } = desk.get<ServicePaper>('paper:measures:2026-Q4:all');
    expect(body.log).toHaveLength(2);
    expect(body.sections[0]?.text).toBe('完成 4 个');
    expect(desk.codes(savePaper, { ...paper, period: '2026-13' }, { actor: LEAD })).toEqual([
      'period required',
    ]);
    const nameless = [{ id: 'm1', text: ' ', to: CLERK.id, due: '' }];
    expect(desk.codes(savePaper, { ...paper, measures: nameless }, { actor: LEAD })).toEqual([
      'measureLines required',
    ]);
  });
});
