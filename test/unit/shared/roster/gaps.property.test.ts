/** No published roster hides a gap: whatever was planned and whoever is away, every short shift stands in the publication. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { publishRoster } from '@shared/roster/publish';
import { daysBetween } from '@shared/roster/roster';
import { REST, periodId, type Duty, type RosterPeriod } from '@shared/roster/schema';
import { setPlans } from '@shared/roster/set-plans';
import { LEAD } from '../../../helpers/desk';
import { MONDAY, PEOPLE, rosterDesk } from './roster-desk';

const DAYS = daysBetween(MONDAY, '2026-11-29');
const cells = fc.array(
  fc.record({
    day: fc.constantFrom(...DAYS),
    staff: fc.constantFrom(...PEOPLE.map(({ id }) => id)),
    plan: fc.subarray(['early', 'late', REST], { minLength: 1 }),
  }),
  { minLength: 1, maxLength: 40 },
);

it('lists every shift with too few people, and is refused without a reason', () => {
  fc.assert(
    fc.property(cells, fc.integer({ min: 0, max: 3 }), (planned, least) => {
      const desk = rosterDesk({ shifts: DEFAULT_SETTINGS.shifts.map((shift) => ({ ...shift, least })) });
      const saved = desk.codes(setPlans, { cells: planned, reason: '' }, { actor: LEAD });
      expect(saved).toEqual([]);
      const duties = [...desk.records.values()].filter((doc): doc is Duty => doc.kind === 'duty');
      const short = DAYS.flatMap((day) =>
        ['early', 'late']
          .filter(
            (shift) =>
              duties.filter((duty) => duty.day === day && duty.body.plan.includes(shift)).length < least,
          )
          .map((shift) => `${day} ${shift}`),
      );
      const input = { unit: 'week' as const, day: MONDAY };
      const bare = desk.codes(publishRoster, { ...input, reason: '' }, { actor: LEAD });
      if (duties.every(({ body }) => body.plan.join() === REST)) {
        expect(bare).toEqual(['rosterEmpty']);
        return;
      }
      expect(bare).toEqual(short.length > 0 ? ['reason gapsNeedReason'] : []);
      if (short.length > 0)
        expect(desk.codes(publishRoster, { ...input, reason: '已协调' }, { actor: LEAD })).toEqual([]);
      const { warnings } = desk.get<RosterPeriod>(periodId('week', MONDAY)).body;
      expect(warnings.flatMap((one) => (one.type === 'gap' ? [`${one.day} ${one.shift}`] : []))).toEqual(
        short,
      );
    }),
    { numRuns: 60 },
  );
});
