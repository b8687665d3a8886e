/** What a desk may get wrong with a complaint, and edges of its times (issue 6, "Bad input"). */
import { afterEach, describe, expect, it } from 'vitest';
import { assignComplaint } from '@shared/complaints/assign';
import { monthEnd, runningClocks } from '@shared/complaints/clocks';
import { extendComplaint } from '@shared/complaints/extend';
import { followUpComplaint } from '@shared/complaints/follow-up';
import { inquireComplaint } from '@shared/complaints/inquire';
import { receiveComplaint } from '@shared/complaints/receive';
import { addDays, businessDay, instantOf } from '@shared/core/time';
import { dueAfter } from '@shared/service/clocks';
import { LEAD } from '../../../helpers/desk';
import { complained, newDesk, receive, stateOf, walk } from './complaint-desk';

describe('a follow-up of a complaint', () => {
  it.each([
    [null, 'determineFirst'],
    ['determine', 'gradeFirst'],
    ['grade', 'assignFirst'],
    ['assign', 'solveFirst'],
    ['handle', 'solveFirst'],
    ['answer', 'solveFirst'],
    ['solve', 'reviewFirst'],
    ['call', 'stepDone'],
    ['archive', 'complaintArchived'],
  ] as const)('is refused after %s: %s', (upTo, code) => {
    const desk = newDesk();
    receive(desk);
    if (upTo) walk(desk, upTo);
    const before = stateOf(desk);
    const input = { id: 'c1', result: 'satisfied' as const, note: '' };
    expect(desk.codes(followUpComplaint, input)).toEqual([code]);
    expect(stateOf(desk)).toBe(before);
  });
});

describe('a department that is not there', () => {
  it('is refused as scope, as handler and when asked', () => {
    const desk = newDesk();
    const fields = complained({ department: 'dep:none' });
    expect(desk.codes(receiveComplaint, { id: 'c0', fields, origin: null })).toEqual([
      'department departmentRetired',
    ]);
    receive(desk);
    walk(desk, 'grade');
    const given = {
      id: 'c1',
      kind: 'department' as const,
      department: 'dep:none',
      person: '',
      reason: '改派',
    };
    expect(desk.codes(assignComplaint, given, { actor: LEAD })).toEqual(['department departmentRetired']);
    expect(desk.codes(inquireComplaint, { id: 'c1', department: 'dep:none', question: '为何？' })).toEqual([
      'department departmentRetired',
    ]);
  });

  it('lets a complaint go on that named it before it went', () => {
    const desk = newDesk();
    receive(desk);
    desk.records.delete('dep:course');
    expect(walk(desk, 'archive').status).toBe('archived');
  });
});

describe('the last day of January', () => {
  it('leaves until the last of February, for the extension too', () => {
    const desk = newDesk(instantOf('2027-01-31T23:30'));
    const { body } = receive(desk);
    expect(monthEnd(body)).toBe(instantOf('2027-02-28T23:30'));
    const extend = (until: string): readonly string[] =>
      desk.codes(
        extendComplaint,
        { id: 'c1', until: instantOf(until), reason: '等配件', told: true, how: 'phone' },
        { actor: LEAD },
      );
    expect(extend('2027-03-01T00:00')).toEqual(['until pastMonth']);
    expect(extend('2027-02-28T23:30')).toEqual([]);
  });
});

describe('a PC set to a zone with daylight saving', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  // In the nights of these days the zone's clocks go back or ahead.
  it.each([
    ['America/New_York', '2026-10-31'],
    ['America/New_York', '2027-03-13'],
    ['Europe/Berlin', '2026-10-24'],
  ])('%s keeps the hours promised on %s', (name, day) => {
    process.env.TZ = name;
    const offsetOn = (at: string): number => new Date(`${at}T12:00:00Z`).getTimezoneOffset();
    expect(offsetOn(day)).not.toBe(offsetOn(addDays(day, 2)));
    const desk = newDesk(instantOf(`${day}T20:00`));
    const { body } = receive(desk);
    expect(runningClocks(body).map(({ name: clock, dueAt }) => [clock, dueAt])).toEqual([
      ['progress', instantOf(`${addDays(day, 1)}T20:00`)],
      ['solve', instantOf(`${addDays(day, 2)}T20:00`)],
      ['month', monthEnd(body)],
    ]);
    const hours = { from: '08:00', to: '18:00', days: [1, 2, 3, 4, 5, 6, 7] };
    expect(dueAfter(instantOf(`${day}T17:00`), { minutes: 120, mode: 'working' }, hours)).toBe(
      instantOf(`${addDays(day, 1)}T09:00`),
    );
    expect(businessDay(instantOf(`${addDays(day, 1)}T03:59`), 4)).toBe(day);
    expect(businessDay(instantOf(`${addDays(day, 1)}T04:00`), 4)).toBe(addDays(day, 1));
  });
});
