/** Calls of complaints as follow-up's figures count them, from what the commands write (DOMAIN §3.4, §3.7). */
import { describe, expect, it } from 'vitest';
import { followUpComplaint } from '@shared/complaints/follow-up';
import { voidComplaint } from '@shared/complaints/void';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { instantOf } from '@shared/core/time';
import { callsOfComplaint, type CountedCall } from '@shared/follow-up/counted';
import { LEAD, type Desk } from '../../../helpers/desk';
import { hours, newDesk, receive, stateOf, walk, WAY } from '../complaints/complaint-desk';

const callsOf = (desk: Desk): readonly CountedCall[] =>
  callsOfComplaint(stateOf(desk), DEFAULT_SETTINGS.cutOffHour);

describe('calls of a complaint', () => {
  it('are none before the review, and one to be made after it, of the department it is about', () => {
    const desk = newDesk();
    receive(desk);
    walk(desk, 'solve');
    expect(callsOf(desk)).toEqual([]);
    expect(WAY.review(desk)).toEqual([]);
    expect(callsOf(desk)).toMatchObject([
      { of: { kind: 'complaint', id: 'c1' }, month: '2026-11', department: 'dep:course', status: 'planned' },
    ]);
  });

  it('belong to the month of the review, made a month later or not', () => {
    // Two o'clock in the first night of December still is business of November.
    const desk = newDesk(instantOf('2026-12-01T02:00'));
    receive(desk);
    walk(desk, 'review');
    desk.now = instantOf('2026-12-01T10:00');
    expect(WAY.call(desk)).toEqual([]);
    expect(callsOf(desk)).toMatchObject([
      { month: '2026-11', status: 'done', outcome: 'reached', satisfaction: 'satisfied' },
    ]);
  });

  it('are two where a dissatisfied customer is called again, each with what was said then', () => {
    const desk = newDesk();
    receive(desk);
    walk(desk, 'review');
    desk.run(followUpComplaint, { id: 'c1', result: 'dissatisfied', note: '费用还没有到账' });
    desk.now = hours(desk.now, 20);
    for (const act of ['handle', 'answer', 'solve', 'review', 'call'] as const)
      expect(WAY[act](desk), act).toEqual([]);
    const calls = callsOf(desk);
    expect(calls.map(({ satisfaction, opinion }) => [satisfaction, opinion])).toEqual([
      ['dissatisfied', '费用还没有到账'],
      ['satisfied', ''],
    ]);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(2);
  });

  it('stay to be made after a try in vain, and end as 未接通 after the last', () => {
    const desk = newDesk();
    receive(desk);
    walk(desk, 'review');
    for (let tries = 1; tries < DEFAULT_SETTINGS.followUpAttempts; tries += 1) {
      desk.run(followUpComplaint, { id: 'c1', result: 'notReached', note: '' });
      expect(callsOf(desk)).toMatchObject([{ status: 'planned', outcome: '' }]);
    }
    desk.run(followUpComplaint, { id: 'c1', result: 'notReached', note: '' });
    expect(callsOf(desk)).toMatchObject([{ status: 'done', outcome: 'notReached', satisfaction: '' }]);
  });

  it('of a void complaint count nowhere', () => {
    const desk = newDesk();
    receive(desk);
    walk(desk, 'review');
    expect(desk.codes(voidComplaint, { id: 'c1', reason: '误登' }, { actor: LEAD })).toEqual([]);
    expect(callsOf(desk)).toEqual([]);
  });
});
