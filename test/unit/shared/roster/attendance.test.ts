/** Signing in and off, what it comes to, leave and its clock (DOMAIN §3.8). */
import { describe, expect, it } from 'vitest';
import { attendanceRecords, daySymbols, shiftAttendance } from '@shared/roster/attendance';
import { askLeave, decideLeave, endLeave, toldLate } from '@shared/roster/leave';
import { decideExplanation, explainPunch, markAttendance, punch } from '@shared/roster/punch';
import { gapsOn } from '@shared/roster/warnings';
import { onDuty, rosterOf } from '@shared/roster/roster';
import { staffPresent } from '@shared/roster/present';
import { explanationId, type Leave } from '@shared/roster/schema';
import type { Actor } from '@shared/core/command';
import { CLERK, HR, LEAD, pinOf, type Desk } from '../../../helpers/desk';
import { MONDAY, OTHER_LEAD, SECOND, plan, publish, rosterDesk, settingsWith } from './roster-desk';

/** 08:00 of the Monday in Shanghai plus minutes. */
const at = (minutes: number): string =>
  new Date(Date.parse('2026-11-23T00:00:00.000Z') + minutes * 60_000).toISOString();
const END = 480;

function planned(): Desk {
  const desk = rosterDesk();
  plan(desk, MONDAY, CLERK, 'early');
  plan(desk, MONDAY, SECOND, 'late');
  publish(desk);
  return desk;
}

let punches = 0;
const sign = (desk: Desk, minutes: number, type: 'in' | 'out', who: Actor = CLERK, actor: Actor = who) => {
  desk.now = at(minutes);
  punches += 1;
  const place = { day: MONDAY, shift: 'early', staff: who.id };
  const witnesses = who === actor ? [] : [pinOf(who)];
  return desk.codes(punch, { id: `p${punches}`, ...place, type }, { actor, witnesses });
};
const symbols = (desk: Desk, minutes: number, who: Actor = CLERK) => {
  const docs = [...desk.records.values()];
  const place = { day: MONDAY, staff: who.id };
  return daySymbols(rosterOf(docs), attendanceRecords(docs), place, settingsWith(), at(minutes)).join();
};

describe('signing in and off', () => {
  it('is in time within the grace minutes', () => {
    const desk = planned();
    expect(sign(desk, 5, 'in')).toEqual([]);
    expect(sign(desk, END - 5, 'out')).toEqual([]);
    expect(symbols(desk, END + 1)).toBe('present');
  });

  it.each([
    [6, END, 'late'],
    [0, END - 6, 'early'],
    [6, END - 6, 'late,early'],
    [61, END, 'absent'],
    [0, END - 61, 'absent'],
  ])('in at minute %i and off at %i is %s', (came, went, expected) => {
    const desk = planned();
    sign(desk, came, 'in');
    sign(desk, went, 'out');
    expect(symbols(desk, END + 1)).toBe(expected);
  });

  it('misses one punch two hours after the end, both an hour after the begin', () => {
    const desk = planned();
    expect(symbols(desk, 60)).toBe('');
    expect(symbols(desk, 61)).toBe('absent');
    sign(desk, 0, 'in');
    expect(symbols(desk, END + 119)).toBe('');
    expect(symbols(desk, END + 120)).toBe('missing');
  });

  it('is one’s own: at somebody else’s session by PIN', () => {
    const desk = planned();
    expect(sign(desk, 0, 'in', CLERK, SECOND)).toEqual([]);
    desk.now = at(10);
    const place = { day: MONDAY, shift: 'late', staff: SECOND.id };
    expect(desk.codes(punch, { id: 'x', ...place, type: 'in' })).toContain('staff ownPinMissing');
  });

  it('is refused without a published shift, twice, too soon and too late', () => {
    const desk = planned();
    expect(sign(desk, 0, 'in', LEAD)).toEqual(['notRostered']);
    expect(sign(desk, -121, 'in')).toEqual(['punchTooSoon']);
    expect(sign(desk, -120, 'in')).toEqual([]);
    expect(sign(desk, 1, 'in')).toEqual(['alreadyIn']);
    expect(sign(desk, END + 361, 'out')).toEqual(['punchTooLate']);
  });

  it('counts the first of two sign-ins of two desks', () => {
    const desk = planned();
    sign(desk, 20, 'in');
    const first = desk.get('p' + String(punches));
    desk.records.set('other', { ...first, id: 'other', body: { ...first.body, at: at(2) } as never });
    const docs = [...desk.records.values()];
    const [early] = settingsWith().shifts;
    if (!early) throw new Error('no shift');
    const place = { day: MONDAY, staff: CLERK.id };
    const of = shiftAttendance(rosterOf(docs), attendanceRecords(docs), place, early, settingsWith(), at(30));
    expect(of).toMatchObject({ in: at(2), state: 'working' });
  });
});

describe('the staff on the premises', () => {
  const present = (desk: Desk, minutes: number) =>
    staffPresent([...desk.records.values()], at(minutes), settingsWith());

  it('are those on duty by the roster until they sign off, signed in or not', () => {
    const desk = planned();
    expect(present(desk, 10)).toEqual([CLERK.id]);
    sign(desk, 0, 'in');
    sign(desk, 300, 'out');
    expect(present(desk, 310)).toEqual([]);
    expect(present(desk, END + 10)).toEqual([SECOND.id]);
  });

  it('are those who stay after their shift, until a forgotten sign-in is too old', () => {
    const desk = planned();
    sign(desk, 0, 'in');
    expect(present(desk, END + 60)).toEqual([CLERK.id, SECOND.id]);
    expect(present(desk, 16 * 60 + 1)).toEqual([]);
  });
});

describe('a forgotten punch', () => {
  const explain = (desk: Desk, change = {}) =>
    desk.codes(explainPunch, {
      day: MONDAY,
      shift: 'early',
      staff: CLERK.id,
      type: 'out' as const,
      at: at(END),
      reason: '忙着交接，忘了签退',
      ...change,
    });
  it('counts as 补 once lead or HR has approved the explanation, never one’s own', () => {
    const desk = planned();
    sign(desk, 0, 'in');
    desk.now = at(END + 200);
    expect(explain(desk)).toEqual([]);
    expect(symbols(desk, END + 200)).toBe('missing');
    const id = explanationId(MONDAY, 'early', 'out', CLERK.id);
    const decide = (actor: Actor) =>
      desk.codes(decideExplanation, { id, approve: true, note: '' }, { actor });
    expect(decide(CLERK)).toEqual(['approval leadMustConfirm']);
    expect(decide(HR)).toEqual([]);
    expect(symbols(desk, END + 200)).toBe('explained');
    expect(decide(LEAD)).toEqual(['explanationDone']);
  });

  it('is explained with a time near the shift that is not in the future, and only where none stands', () => {
    const desk = planned();
    sign(desk, 0, 'in');
    desk.now = at(END + 200);
    expect(explain(desk, { type: 'in', at: at(0) })).toEqual(['type alreadyIn']);
    expect(explain(desk, { at: at(END + 300) })).toContain('at inFuture');
    expect(explain(desk, { at: at(-200) })).toEqual(['at explainOutside']);
    expect(explain(desk, { reason: '' })).toEqual(['reason required']);
  });

  it('may be explained again after a refusal; the log keeps both', () => {
    const desk = planned();
    sign(desk, 0, 'in');
    desk.now = at(END + 200);
    explain(desk);
    const id = explanationId(MONDAY, 'early', 'out', CLERK.id);
    desk.codes(decideExplanation, { id, approve: false, note: '监控里没有' }, { actor: LEAD });
    expect(explain(desk, { at: at(END - 30) })).toEqual([]);
    expect(desk.get(id).body.log?.map(({ act }) => act)).toEqual([
      'attendance.explain',
      'attendance.decideExplanation',
      'attendance.explain',
    ]);
  });
});

describe('a correction', () => {
  it('is a lead’s or HR’s with a reason, never about oneself, and can be taken back', () => {
    const desk = planned();
    plan(desk, MONDAY, LEAD, 'early');
    const mark = (staff: string, value: 'present' | 'leftPost' | '', actor: Actor, reason = '巡查时不在岗') =>
      desk.codes(markAttendance, { day: MONDAY, shift: 'early', staff, mark: value, reason }, { actor });
    sign(desk, 0, 'in');
    sign(desk, END, 'out');
    expect(mark(CLERK.id, 'leftPost', LEAD)).toEqual([]);
    expect(symbols(desk, END + 1)).toBe('absent');
    expect(mark(LEAD.id, 'present', LEAD)).toEqual(['approval notOwnApproval']);
    expect(mark(CLERK.id, '', OTHER_LEAD, '核实后撤回')).toEqual([]);
    expect(symbols(desk, END + 1)).toBe('present');
  });
});

describe('leave', () => {
  const leave = (desk: Desk, change = {}, actor: Actor = CLERK) =>
    desk.codes(
      askLeave,
      {
        id: 'l1',
        staff: CLERK.id,
        type: 'personal' as const,
        emergency: false,
        from: MONDAY,
        to: MONDAY,
        shift: '',
        reason: '家里有事',
        toldAt: '',
        ...change,
      },
      { actor },
    );
  const decide = (desk: Desk, actor: Actor, approve = true, note = '') =>
    desk.codes(decideLeave, { id: 'l1', approve, note }, { actor });

  it('frees the shift once approved, which is then short, and gives it back when cancelled', () => {
    const desk = planned();
    expect(leave(desk)).toEqual([]);
    const duty = () => onDuty([...desk.records.values()], MONDAY, 'early');
    expect(duty()).toEqual([CLERK.id]);
    expect(decide(desk, HR)).toEqual([]);
    expect(duty()).toEqual([]);
    const roster = rosterOf([...desk.records.values()]);
    expect(gapsOn(roster, MONDAY, settingsWith()).map(({ shift }) => shift)).toEqual(['early']);
    expect(symbols(desk, 100)).toBe('leave');
    expect(desk.codes(endLeave, { id: 'l1', reason: '提前回来' }, { actor: LEAD })).toEqual([]);
    expect(duty()).toEqual([CLERK.id]);
  });

  it('is asked for in advance by the person, decided by somebody else', () => {
    const desk = planned();
    expect(leave(desk, {}, SECOND)).toEqual(['staff ownPinMissing']);
    expect(leave(desk, { from: '2026-11-20' })).toEqual(['from leaveInAdvance']);
    expect(leave(desk, { to: '2026-11-22' })).toEqual(['to leaveBackwards']);
    expect(leave(desk, { to: '2026-11-24', shift: 'early' })).toEqual(['shift leaveOneDay']);
    leave(desk, { staff: LEAD.id }, LEAD);
    expect(decide(desk, LEAD)).toEqual(['approval notOwnApproval']);
    expect(decide(desk, OTHER_LEAD, false)).toEqual(['note required']);
    expect(leave(desk, { id: 'l2', staff: LEAD.id }, LEAD)).toEqual(['from leaveOverlaps']);
  });

  it.each([
    [60, 0],
    [75, 15],
    [-30, 0],
  ])('told %i minutes after the shift began is %i minutes too late', (minutes, late) => {
    const desk = planned();
    desk.now = at(120);
    expect(leave(desk, { emergency: true, toldAt: at(minutes) }, SECOND)).toEqual([]);
    const roster = rosterOf([...desk.records.values()]);
    expect(toldLate(desk.get<Leave>('l1'), roster, settingsWith())).toBe(late);
  });
});
