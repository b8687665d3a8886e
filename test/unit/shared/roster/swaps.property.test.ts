/** Swaps conserve shifts: whatever is swapped, every shift of every day has as many people as before. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { daysBetween } from '@shared/roster/roster';
import { REST, type Duty, type Swap } from '@shared/roster/schema';
import { setPlans } from '@shared/roster/set-plans';
import { askSwap, decideSwap } from '@shared/roster/swap-commands';
import type { Actor } from '@shared/core/command';
import { CLERK, LEAD, pinOf, type Desk } from '../../../helpers/desk';
import { MONDAY, OTHER_LEAD, SECOND, THIRD, publish, rosterDesk } from './roster-desk';

const DAYS = daysBetween(MONDAY, '2026-11-25');
const STAFF = [CLERK, SECOND, THIRD] as const;
const SHIFTS = ['early', 'late'] as const;

/** How many work each shift of each day, and how many shifts everybody has in all. */
function shiftsOf(desk: Desk): readonly string[] {
  const duties = [...desk.records.values()].filter((doc): doc is Duty => doc.kind === 'duty');
  return DAYS.flatMap((day) =>
    SHIFTS.map(
      (shift) =>
        `${day} ${shift} ${duties.filter((duty) => duty.day === day && duty.body.plan.includes(shift)).length}`,
    ),
  );
}

it('whoever swaps what with whom', () => {
  const plan = fc.constantFrom<readonly string[]>(
    [REST],
    ['early'],
    ['late'],
    ['early'],
    ['late'],
    ['early', 'late'],
  );
  const term = fc.record({
    applicant: fc.constantFrom<Actor>(...STAFF),
    colleague: fc.constantFrom<Actor>(...STAFF),
    day: fc.constantFrom(...DAYS),
    shift: fc.constantFrom(...SHIFTS),
    back: fc.option(fc.record({ day: fc.constantFrom(...DAYS), shift: fc.constantFrom(...SHIFTS) })),
  });
  let approved = 0;
  fc.assert(
    fc.property(
      fc.array(plan, { minLength: STAFF.length * DAYS.length, maxLength: STAFF.length * DAYS.length }),
      fc.array(term, { minLength: 1, maxLength: 12 }),
      (plans, terms) => {
        const desk = rosterDesk();
        const cells = DAYS.flatMap((day, at) =>
          STAFF.map(({ id }, person) => ({ day, staff: id, plan: plans[at * STAFF.length + person] ?? [] })),
        );
        cells.push({ day: MONDAY, staff: LEAD.id, plan: ['late'] });
        desk.codes(setPlans, { cells, reason: '' }, { actor: LEAD });
        publish(desk);
        const before = shiftsOf(desk);
        terms.forEach(({ applicant, colleague, day, shift, back }, at) => {
          const input = {
            id: `s${at}`,
            applicant: applicant.id,
            colleague: colleague.id,
            day,
            shift,
            returnDay: back?.day ?? '',
            returnShift: back?.shift ?? '',
            reason: '调班',
          };
          const asked = desk.codes(askSwap, input, { actor: applicant, witnesses: [pinOf(colleague)] });
          if (asked.length > 0) return;
          const swap = desk.get<Swap>(`s${at}`);
          const codes = desk.codes(decideSwap, { swap, approve: true, note: '' }, { actor: OTHER_LEAD });
          expect(codes).toEqual([]);
          approved += 1;
        });
        expect(shiftsOf(desk)).toEqual(before);
      },
    ),
    { numRuns: 150 },
  );
  // The property means nothing when everything was refused.
  expect(approved).toBeGreaterThan(30);
});
