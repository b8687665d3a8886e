/** Figures of follow-up from random calls equal a recount by hand (DOMAIN §3.7, §7). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Complaint, ComplaintEvent } from '@shared/complaints/schema';
import { instantOf } from '@shared/core/time';
import { callOfList, callsOfComplaint } from '@shared/follow-up/counted';
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
/** How a call may end; the last three reached the customer. */
const ENDS = ['planned', 'refused', 'notReached', 'satisfied', 'mostly', 'dissatisfied'] as const;
type End = (typeof ENDS)[number];

/** One call as it was told, wherever it stands. */
interface Told {
  readonly month: string;
  readonly department: string;
  readonly end: End;
}
interface ToldMatter {
  readonly department: string;
  readonly isVoid: boolean;
  /** One call of a list; of a complaint one for each review. */
  readonly calls: readonly { readonly month: string; readonly end: End; readonly inVain: number }[];
}

const month = fc.constantFrom(...MONTHS);
const department = fc.constantFrom(...DEPARTMENTS);
const listed = fc.record({
  department,
  isVoid: fc.boolean(),
  calls: fc.tuple(fc.record({ month, end: fc.constantFrom(...ENDS), inVain: fc.nat(2) })),
});
const complained = fc
  .record({
    department,
    isVoid: fc.constantFrom(true, false, false, false),
    calls: fc.array(fc.record({ month, end: fc.constantFrom(...ENDS), inVain: fc.nat(2) }), { maxLength: 3 }),
  })
  // A round follows the one before; only the last may still wait for its call.
  .map(({ calls, ...rest }) => ({
    ...rest,
    calls: [...calls]
      .sort((a, b) => a.month.localeCompare(b.month))
      .map((call, at, all) =>
        call.end === 'planned' && at < all.length - 1 ? { ...call, end: 'dissatisfied' as const } : call,
      ),
  }));

const reached = (end: End): FollowUp['body']['satisfaction'] =>
  end === 'satisfied' || end === 'mostly' || end === 'dissatisfied' ? end : '';

function listDoc({ department: of, isVoid, calls }: ToldMatter, index: number): FollowUp {
  const { month: planned, end } = calls[0] ?? { month: '', end: 'planned' };
  const outcome = end === 'planned' ? '' : reached(end) === '' ? end : 'reached';
  return {
    id: `f${index}`,
    kind: 'followUp',
    status: isVoid ? 'void' : end === 'planned' ? 'planned' : 'done',
    body: {
      plannedFor: `${planned}-15`,
      department: of,
      outcome,
      satisfaction: reached(end),
      customer: { name: '' },
      opinion: '',
    },
  } as unknown as FollowUp;
}

/** A complaint whose rounds were reviewed and called about as told; calls are made in the month after. */
function complaintDoc({ department: of, isVoid, calls }: ToldMatter, index: number): Complaint {
  const events: object[] = [{ type: 'received', at: '2026-09-01T00:00:00.000Z' }];
  for (const { month: planned, end, inVain } of calls) {
    const at = instantOf(`${planned}-30T20:00`);
    const later = instantOf(`${planned}-30T23:00`);
    events.push({ type: 'handled', at }, { type: 'solved', at }, { type: 'reviewed', at });
    for (let tries = 0; tries < inVain; tries += 1)
      events.push({ type: 'followedUp', at: later, result: 'notReached', gaveUp: false, note: '' });
    if (end === 'planned') continue;
    events.push({ type: 'followedUp', at: later, result: end, gaveUp: end === 'notReached', note: '' });
    if (end !== 'dissatisfied') events.push({ type: 'reopened', at: later });
  }
  const named = events.map((event, at) => ({ ...event, id: `c${index}-${at}` }) as ComplaintEvent);
  return {
    id: `c${index}`,
    kind: 'complaint',
    status: isVoid ? 'void' : 'reviewed',
    body: { department: of, events: named, customer: { name: '' } },
  } as unknown as Complaint;
}

const planOf = (of: string, calls: number): FollowUpPlan =>
  ({
    kind: 'followUpPlan',
    body: { year: '2026', department: of, months: [{ id: '11', calls }] },
  }) as unknown as FollowUpPlan;

function recount(
  told: readonly Told[],
  months: readonly string[],
  planned: number | null,
): readonly PaperFigures[] {
  const rows: PaperFigures[] = [];
  for (const of of DEPARTMENTS) {
    let [due, done, answered, satisfied, mostly, dissatisfied, any] = [0, 0, 0, 0, 0, 0, 0];
    const hasPlan = of === 'd1' && planned !== null;
    if (hasPlan && months.includes('2026-11')) due = planned;
    for (const one of told) {
      if (one.department !== of || !months.includes(one.month)) continue;
      any += 1;
      if (!hasPlan) due += 1;
      if (one.end !== 'planned') done += 1;
      if (one.end === 'satisfied') satisfied += 1;
      if (one.end === 'mostly') mostly += 1;
      if (one.end === 'dissatisfied') dissatisfied += 1;
      if (one.end === 'satisfied' || one.end === 'mostly' || one.end === 'dissatisfied') answered += 1;
    }
    if (any > 0 || hasPlan)
      rows.push({ department: of, planned: due, done, reached: answered, satisfied, mostly, dissatisfied });
  }
  return rows;
}

describe('figures of follow-up', () => {
  it('equal a recount of the calls of lists and of complaints', () => {
    fc.assert(
      fc.property(
        fc.array(listed, { maxLength: 30 }),
        fc.array(complained, { maxLength: 15 }),
        fc.subarray(MONTHS, { minLength: 1 }),
        fc.option(fc.nat(20), { nil: null }),
        (lists, complaints, months, planned) => {
          const plans = planned === null ? [] : [planOf('d1', planned)];
          const calls = [
            ...lists.map(listDoc).flatMap(callOfList),
            ...complaints.map(complaintDoc).flatMap((one) => callsOfComplaint(one, 4)),
          ];
          const told = [...lists, ...complaints]
            .filter(({ isVoid }) => !isVoid)
            .flatMap((matter) => matter.calls.map((call) => ({ ...call, department: matter.department })));
          const recounted = recount(told, months, planned);
          const rows = figuresOf(calls, plans, months);
          expect(rows.map(countsOf)).toEqual(recounted);
          const total = totalOf(rows);
          expect(new Set(total.calls).size).toBe(told.filter((one) => months.includes(one.month)).length);
          expect(total.reached).toHaveLength(
            total.satisfied.length + total.mostly.length + total.dissatisfied.length,
          );
          expect(total.done).toHaveLength(recounted.reduce((sum, row) => sum + row.done, 0));
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
