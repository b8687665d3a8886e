/** Planning, publishing and changing the roster (DOMAIN §3.8). */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { copied, turned } from '@shared/roster/plan-many';
import { publishRoster } from '@shared/roster/publish';
import { onDuty, rosterOf } from '@shared/roster/roster';
import { REST, dutyId, periodId, type Duty, type RosterPeriod } from '@shared/roster/schema';
import { setPlans } from '@shared/roster/set-plans';
import { nextSpan, spanOf } from '@shared/roster/spans';
import { warningsOf } from '@shared/roster/warnings';
import { CLERK, HR, LEAD } from '../../../helpers/desk';
import { MONDAY, SECOND, THIRD, plan, publish, rosterDesk, settingsWith } from './roster-desk';

const TUESDAY = '2026-11-24';
const cell = (day: string, staff: string, ...shifts: readonly string[]) => ({ day, staff, plan: shifts });

describe('planning', () => {
  it('keeps one record per person and day with what it was before', () => {
    const desk = rosterDesk();
    plan(desk, MONDAY, CLERK, 'early');
    plan(desk, MONDAY, CLERK, 'late');
    const duty = desk.get<Duty>(dutyId(MONDAY, CLERK.id));
    expect(duty).toMatchObject({ day: MONDAY, key: CLERK.id, body: { plan: ['late'] } });
    expect(duty.body.log?.map(({ changes }) => changes?.[0]?.to)).toEqual([['early'], ['late']]);
  });

  it('puts shifts in the order of the club and lets a shift win over the day off', () => {
    const desk = rosterDesk();
    plan(desk, MONDAY, CLERK, 'late', REST, 'early');
    expect(desk.get<Duty>(dutyId(MONDAY, CLERK.id)).body.plan).toEqual(['early', 'late']);
  });

  it('is the business of lead and HR', () => {
    expect(setPlans.roles).toEqual(['lead', 'hr']);
    expect(publishRoster.roles).toEqual(['lead', 'hr']);
  });

  it('refuses unknown people and shifts, and saving nothing', () => {
    const desk = rosterDesk();
    const run = (...cells: readonly ReturnType<typeof cell>[]) =>
      desk.codes(setPlans, { cells, reason: '' }, { actor: LEAD });
    expect(run(cell(MONDAY, 'staff:none', 'early'))).toEqual(['notFound']);
    expect(run(cell(MONDAY, CLERK.id, 'night'))).toEqual(['shiftGone']);
    expect(run(cell(MONDAY, CLERK.id))).toEqual(['nothingChanged']);
  });

  it('changes a published roster only by a lead with a reason, which the log keeps', () => {
    const desk = rosterDesk();
    plan(desk, MONDAY, CLERK, 'early');
    publish(desk);
    const cells = [cell(MONDAY, CLERK.id, 'late')];
    expect(desk.codes(setPlans, { cells, reason: '培训' }, { actor: HR })).toEqual(['leadChangesPublished']);
    expect(desk.codes(setPlans, { cells, reason: ' ' }, { actor: LEAD })).toEqual(['reason required']);
    expect(desk.codes(setPlans, { cells, reason: '培训' }, { actor: LEAD })).toEqual([]);
    expect(desk.get<Duty>(dutyId(MONDAY, CLERK.id)).body.log?.at(-1)).toMatchObject({ reason: '培训' });
  });

  it('treats days gone by like published ones', () => {
    const desk = rosterDesk();
    const cells = [cell('2026-11-20', CLERK.id, 'late')];
    expect(desk.codes(setPlans, { cells, reason: '' }, { actor: LEAD })).toEqual(['reason required']);
  });
});

describe('publishing', () => {
  it('needs a reason where a shift is short, and keeps what was short', () => {
    const desk = rosterDesk({
      shifts: DEFAULT_SETTINGS.shifts.map((shift) => ({ ...shift, least: 2 })),
    });
    for (const day of ['23', '24', '25', '26', '27', '28', '29']) {
      plan(desk, `2026-11-${day}`, CLERK, 'early');
      plan(desk, `2026-11-${day}`, LEAD, 'early');
      plan(desk, `2026-11-${day}`, SECOND, 'late');
    }
    const input = { unit: 'week' as const, day: TUESDAY, reason: '' };
    expect(desk.codes(publishRoster, input, { actor: HR })).toEqual(['reason gapsNeedReason']);
    expect(desk.codes(publishRoster, { ...input, reason: '新员工周三到岗' }, { actor: HR })).toEqual([]);
    const { body } = desk.get<RosterPeriod>(periodId('week', MONDAY));
    expect(body.warnings).toHaveLength(7);
    expect(body.warnings[0]).toEqual({ type: 'gap', day: MONDAY, shift: 'late', have: 1, least: 2 });
    expect(body).toMatchObject({ from: MONDAY, to: '2026-11-29', reason: '新员工周三到岗' });
  });

  it('is done once, and never for an empty span', () => {
    const desk = rosterDesk();
    const input = { unit: 'week' as const, day: MONDAY, reason: '已协调' };
    expect(desk.codes(publishRoster, input, { actor: LEAD })).toEqual(['rosterEmpty']);
    plan(desk, MONDAY, CLERK, 'early');
    publish(desk);
    expect(desk.codes(publishRoster, input, { actor: LEAD })).toEqual(['rosterPublished']);
  });

  it('has nobody on duty by a draft', () => {
    const desk = rosterDesk();
    plan(desk, MONDAY, CLERK, 'early');
    const duty = () => onDuty([...desk.records.values()], MONDAY, 'early');
    expect(duty()).toEqual([]);
    publish(desk);
    expect(duty()).toEqual([CLERK.id]);
    expect(onDuty([...desk.records.values()], MONDAY, 'late')).toEqual([]);
  });
});

describe('warnings', () => {
  it('names gaps, double bookings and too short a rest, across the edge of the week too', () => {
    const desk = rosterDesk();
    plan(desk, '2026-11-22', CLERK, 'late');
    plan(desk, MONDAY, CLERK, 'early', 'late');
    plan(desk, MONDAY, SECOND, 'late');
    const roster = rosterOf([...desk.records.values()]);
    expect(warningsOf(roster, MONDAY, MONDAY, settingsWith())).toEqual([
      { type: 'double', day: MONDAY, staff: CLERK.id },
      { type: 'rest', day: MONDAY, staff: CLERK.id, hours: 8 },
    ]);
    expect(warningsOf(roster, TUESDAY, TUESDAY, settingsWith())).toEqual([
      { type: 'gap', day: TUESDAY, shift: 'early', have: 0, least: 1 },
      { type: 'gap', day: TUESDAY, shift: 'late', have: 0, least: 1 },
    ]);
    expect(warningsOf(roster, MONDAY, MONDAY, settingsWith({ restHours: 8 }))).toHaveLength(1);
  });
});

describe('many cells at once', () => {
  it('copies the week before, day for day, and leaves what is the same', () => {
    const desk = rosterDesk();
    plan(desk, '2026-11-16', CLERK, 'early');
    plan(desk, '2026-11-17', SECOND, REST);
    plan(desk, TUESDAY, SECOND, REST);
    const roster = rosterOf([...desk.records.values()]);
    expect(copied(roster, [CLERK.id, SECOND.id], MONDAY, '2026-11-29')).toEqual([
      { day: MONDAY, staff: CLERK.id, plan: ['early'] },
    ]);
  });

  it('lays a turn over people, each one step further', () => {
    const template = { name: '四班两运转', turn: ['early', 'late', 'rest', ''] };
    const people = [CLERK, SECOND, THIRD, LEAD].map(({ id }) => id);
    const cells = turned(template, people, MONDAY, TUESDAY);
    expect(cells.map(({ plan: [shift = ''] }) => shift)).toEqual([
      ...['early', 'late', 'rest', ''],
      ...['late', 'rest', '', 'early'],
    ]);
  });
});

describe('spans', () => {
  it('begins weeks on Monday and knows the length of months', () => {
    expect(spanOf('week', '2026-11-29')).toEqual({ from: MONDAY, to: '2026-11-29' });
    expect(spanOf('month', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(nextSpan('month', spanOf('month', '2026-12-31'), 1)).toEqual({
      from: '2027-01-01',
      to: '2027-01-31',
    });
    expect(nextSpan('week', spanOf('week', MONDAY), -1)).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  });
});
