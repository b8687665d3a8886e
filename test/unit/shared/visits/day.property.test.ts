/** A day at the desk in any order: states never skip, on site = registered − left, totals add up. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { correctVisit } from '@shared/visits/correct';
import { emptyFields } from '@shared/visits/fields';
import { isVisit, onSiteNow } from '@shared/visits/on-site';
import { registerVisit } from '@shared/visits/register';
import { NEXT_STATUSES } from '@shared/visits/rules';
import { visitRow } from '@shared/visits/rows';
import type { Visit } from '@shared/visits/schema';
import { signOut } from '@shared/visits/sign-out';
import { sweepVisits } from '@shared/visits/sweep';
import { totalsByPurpose } from '@shared/visits/totals';
import { undoSignOut } from '@shared/visits/undo-sign-out';
import { voidVisit } from '@shared/visits/void';
import { CLERK, Desk, LEAD } from '../../../helpers/desk';

const START = Date.parse('2026-11-21T01:00:00.000Z');
const PURPOSES = ['咨询', '供应商', '面试'];

const step = fc.record({
  op: fc.constantFrom(
    'register',
    'signOut',
    'undo',
    'clearTimeOut',
    'correct',
    'void',
    'sweepLeft',
    'sweepHere',
    'sweepUnrecorded',
  ),
  on: fc.nat(5),
  minutes: fc.integer({ min: -30, max: 40 }),
  people: fc.integer({ min: 0, max: 5 }),
  purpose: fc.constantFrom(...PURPOSES),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function perform(desk: Desk, { op, on, minutes, people, purpose }: Step): void {
  const id = `v${on}`;
  const time = new Date(Date.parse(desk.now) + minutes * 60_000).toISOString();
  const fields = { ...emptyFields(CLERK.id, purpose), name: id, people };
  switch (op) {
    case 'register':
      return void desk.run(registerVisit, { id, fields: { ...fields, timeIn: minutes < 0 ? time : '' } });
    case 'signOut':
      return void desk.run(signOut, { id, timeOut: minutes < 0 ? time : '' });
    case 'undo':
      return void desk.run(undoSignOut, { id });
    case 'clearTimeOut':
      return void desk.run(correctVisit, { id, changed: { timeOut: '' }, reason: '没走' });
    case 'correct':
      return void desk.run(correctVisit, { id, changed: { people, purpose, timeOut: time }, reason: '看错' });
    case 'void':
      return void desk.run(voidVisit, { id, reason: '误登' }, { actor: LEAD });
    case 'sweepLeft':
      return void desk.run(sweepVisits, { answers: [{ id, answer: 'left', timeOut: time }] });
    case 'sweepHere':
      return void desk.run(sweepVisits, { answers: [{ id, answer: 'stillHere' }] });
    case 'sweepUnrecorded':
      return void desk.run(sweepVisits, { answers: [{ id, answer: 'unrecorded' }] });
  }
}

const visitsOf = (desk: Desk): readonly Visit[] => [...desk.records.values()].filter(isVisit);

it('never skips a state, never loses a person, a number or a log entry', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const desk = new Desk(new Date(START).toISOString());
      for (const [index, each] of steps.entries()) {
        const before = new Map(desk.records);
        desk.now = new Date(START + index * 5 * 60_000).toISOString();
        perform(desk, each);
        for (const visit of visitsOf(desk)) {
          const old = before.get(visit.id) as Visit | undefined;
          if (old && old.status !== visit.status) expect(NEXT_STATUSES[old.status]).toContain(visit.status);
          if (old) expect(visit.body.log?.slice(0, old.body.log?.length)).toEqual(old.body.log);
          if (old) expect([visit.body.no, visit.day]).toEqual([old.body.no, old.day]);
          expect(visit.status === 'left').toBe(visit.body.timeOut !== '' && visit.status !== 'void');
          if (visit.body.timeOut !== '') expect(visit.body.timeOut >= visit.body.timeIn).toBe(true);
        }
      }
      const visits = visitsOf(desk);
      const people = (wanted: (visit: Visit) => boolean): number =>
        visits.filter(wanted).reduce((sum, { body }) => sum + body.people, 0);
      const gone = people(({ status }) => status !== 'onSite');
      expect(onSiteNow(visits, '2026-11-21').visitors).toBe(people(() => true) - gone);

      const rows = visits.map((visit) =>
        visitRow(visit, { nameOf: (id) => id, showPhones: false, cutOffHour: 4 }),
      );
      const totals = totalsByPurpose(rows);
      expect(totals.reduce((sum, total) => sum + total.people, 0)).toBe(
        people(({ status }) => status !== 'void'),
      );
      expect(totals.reduce((sum, total) => sum + total.visits, 0)).toBe(
        visits.filter(({ status }) => status !== 'void').length,
      );
      expect(new Set(visits.map(({ body }) => body.no)).size).toBe(visits.length);
    }),
    { numRuns: 300 },
  );
});
