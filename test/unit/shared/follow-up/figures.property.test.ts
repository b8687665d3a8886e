/** Figures of follow-up from random calls equal a recount by hand (DOMAIN §3.7, §7). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countsOf,
  doneRate,
  figuresOf,
  monthsOf,
  rateText,
  satisfactionRate,
  totalOf,
} from '@shared/follow-up/figures';
import type { FollowUp, FollowUpPlan, PaperFigures } from '@shared/follow-up/schema';

const MONTHS = ['2026-10', '2026-11', '2026-12'];
const DEPARTMENTS = ['', 'd1', 'd2'];

interface Told {
  readonly month: string;
  readonly department: string;
  readonly status: 'planned' | 'done' | 'void';
  readonly outcome: '' | 'reached' | 'refused' | 'notReached';
  readonly satisfaction: '' | 'satisfied' | 'mostly' | 'dissatisfied';
}

const told = fc.record({
  month: fc.constantFrom(...MONTHS),
  department: fc.constantFrom(...DEPARTMENTS),
  end: fc.constantFrom('planned', 'void', 'refused', 'notReached', 'satisfied', 'mostly', 'dissatisfied'),
});

function tellOf({ month, department, end }: { month: string; department: string; end: string }): Told {
  const said = ['satisfied', 'mostly', 'dissatisfied'].find((one) => one === end);
  return {
    month,
    department,
    status: end === 'planned' ? 'planned' : end === 'void' ? 'void' : 'done',
    outcome: said ? 'reached' : end === 'refused' || end === 'notReached' ? end : '',
    satisfaction: (said ?? '') as Told['satisfaction'],
  };
}

const docOf = ({ month, department, status, outcome, satisfaction }: Told, index: number): FollowUp =>
  ({
    id: `f${index}`,
    kind: 'followUp',
    status,
    body: { plannedFor: `${month}-15`, department, outcome, satisfaction },
  }) as FollowUp;

const planOf = (department: string, calls: number): FollowUpPlan =>
  ({
    kind: 'followUpPlan',
    body: { year: '2026', department, months: [{ id: '11', calls }] },
  }) as unknown as FollowUpPlan;

describe('figures of follow-up', () => {
  it('equal a recount', () => {
    fc.assert(
      fc.property(
        fc.array(told, { maxLength: 40 }),
        fc.subarray(['2026-10', '2026-11', '2026-12'], { minLength: 1 }),
        fc.option(fc.nat(20), { nil: null }),
        (given, months, planned) => {
          const calls = given.map(tellOf);
          const plans = planned === null ? [] : [planOf('d1', planned)];
          const rows = figuresOf(calls.map(docOf), plans, months).map(countsOf);
          const recounted: PaperFigures[] = [];
          for (const department of DEPARTMENTS) {
            let [due, done, reached, satisfied, mostly, dissatisfied, any] = [0, 0, 0, 0, 0, 0, 0];
            const hasPlan = department === 'd1' && planned !== null;
            if (hasPlan && months.includes('2026-11')) due = planned;
            for (const one of calls) {
              if (one.department !== department || one.status === 'void') continue;
              if (!months.includes(one.month)) continue;
              any += 1;
              if (!hasPlan) due += 1;
              if (one.status === 'done') done += 1;
              if (one.outcome === 'reached') reached += 1;
              if (one.satisfaction === 'satisfied') satisfied += 1;
              if (one.satisfaction === 'mostly') mostly += 1;
              if (one.satisfaction === 'dissatisfied') dissatisfied += 1;
            }
            if (any > 0 || hasPlan)
              recounted.push({ department, planned: due, done, reached, satisfied, mostly, dissatisfied });
          }
          expect(rows).toEqual(recounted);
          const total = countsOf(totalOf(figuresOf(calls.map(docOf), plans, months)));
          expect(total.reached).toBe(total.satisfied + total.mostly + total.dissatisfied);
          expect(total.done).toBe(recounted.reduce((sum, row) => sum + row.done, 0));
        },
      ),
    );
  });

  it('count 基本满意 by setting and show no rate of nothing', () => {
    const row = { department: '', planned: 4, done: 3, reached: 3, satisfied: 1, mostly: 1, dissatisfied: 1 };
    expect(rateText(doneRate(row))).toBe('75.0%');
    expect(rateText(satisfactionRate(row, true))).toBe('66.7%');
    expect(rateText(satisfactionRate(row, false))).toBe('33.3%');
    expect(rateText(doneRate({ ...row, planned: 0 }))).toBe('–');
    expect(satisfactionRate({ ...row, reached: 0 }, true)).toBeNull();
  });

  it('know the months of a period', () => {
    expect(monthsOf('2026-Q4')).toEqual(MONTHS);
    expect(monthsOf('2026-11')).toEqual(['2026-11']);
    expect(monthsOf('2026')).toHaveLength(12);
    expect([monthsOf('2026-13'), monthsOf('2026-Q5'), monthsOf('')]).toEqual([[], [], []]);
  });
});
