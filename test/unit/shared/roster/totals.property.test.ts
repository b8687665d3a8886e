/** The month's totals equal a brute-force recount of the cells, whatever was planned, signed, excused or corrected. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NEVER_DUE, type Envelope } from '@shared/core/envelope';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { addDays } from '@shared/core/time';
import { attendanceRecords, attendanceTotals } from '@shared/roster/attendance';
import { daysBetween, rosterOf } from '@shared/roster/roster';
import { REST } from '@shared/roster/schema';

const FROM = '2026-11-01';
const DAYS = daysBetween(FROM, '2026-11-14');
const STAFF = 'staff:1001';
const HOURS = { early: [0, 8], late: [8, 16] } as const;
const NOW = '2026-12-01T00:00:00.000Z';
type ShiftId = keyof typeof HOURS;

const base = {
  status: 'recorded',
  dueAt: NEVER_DUE,
  desk: 'A',
  by: STAFF,
  at: NOW,
  ver: { A: 1 },
  key: STAFF,
};

interface Told {
  readonly plan: readonly string[];
  /** Minutes after the begin of signing in, and before the end of signing off; null: forgotten. */
  readonly came: number | null;
  readonly went: number | null;
  readonly explained: boolean;
  readonly mark: 'present' | 'leftPost' | '';
  readonly leave: boolean;
}

const told = fc.record<Told>({
  plan: fc.constantFrom([], [REST], ['early'], ['late'], ['early', 'late']),
  came: fc.option(fc.constantFrom(-10, 0, 5, 6, 60, 61, 200)),
  went: fc.option(fc.constantFrom(-10, 0, 5, 6, 60, 61)),
  explained: fc.boolean(),
  mark: fc.constantFrom('present', 'leftPost', '', '', '', ''),
  leave: fc.constantFrom(true, false, false, false),
});

const instant = (day: string, hours: number, minutes: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + (hours * 60 + minutes) * 60_000).toISOString();

function documents(all: readonly Told[]): readonly Envelope[] {
  const docs: Envelope[] = [
    {
      ...base,
      id: 'roster:month:2026-11-01',
      kind: 'rosterPeriod',
      status: 'published',
      day: FROM,
      body: { v: 1, from: FROM, to: '2026-11-30', warnings: [], reason: '' } as never,
    },
  ];
  all.forEach((one, at) => {
    const day = addDays(FROM, at);
    const put = (id: string, kind: string, body: object, status = 'recorded'): void => {
      docs.push({ ...base, id: `${id}:${day}`, kind, status, day, body: { v: 1, ...body } });
    };
    put('duty', 'duty', { plan: one.plan });
    docs[docs.length - 1] = { ...(docs.at(-1) as Envelope), id: `duty:${day}:${STAFF}` };
    if (one.leave) put('leave', 'leave', { from: day, to: day, shift: '' }, 'approved');
    for (const shift of Object.keys(HOURS) as ShiftId[]) {
      const [begin, end] = HOURS[shift];
      const times = {
        in: one.came === null ? null : instant(day, begin, one.came),
        out: one.went === null ? null : instant(day, end, -one.went),
      };
      for (const type of ['in', 'out'] as const) {
        const own = times[type];
        if (own) put(`p${shift}${type}`, 'punch', { shift, type, at: own });
        else if (one.explained)
          put(
            `e${shift}${type}`,
            'explanation',
            { shift, type, at: instant(day, type === 'in' ? begin : end, 0) },
            'approved',
          );
      }
      if (one.mark) put(`m${shift}`, 'attendanceMark', { shift, mark: one.mark });
    }
  });
  return docs;
}

/** The rules of the month sheet once more, day by day, on what was told rather than on records. */
function recount(all: readonly Told[]): Record<string, number> {
  const sum: Record<string, number> = {};
  const add = (name: string): void => {
    sum[name] = (sum[name] ?? 0) + 1;
  };
  for (const { plan, came, went, explained, mark, leave } of all) {
    const shifts = plan.filter((id) => id !== REST);
    if (shifts.length === 0) {
      if (leave) add('leave');
      else if (plan.includes(REST)) add('rest');
    }
    for (const _ of shifts) {
      if (leave) {
        add('leave');
        continue;
      }
      add('planned');
      const late = came ?? 0;
      const early = went ?? 0;
      const none = came === null && went === null && !explained;
      const absent = mark === 'leftPost' || (mark === '' && (none || late > 60 || early > 60));
      if (absent) {
        add('absent');
        continue;
      }
      add('worked');
      if (mark === 'present') {
        add('present');
        continue;
      }
      const missing = !explained && (came === null || went === null);
      const stands = explained && (came === null || went === null);
      if (late > 5) add('late');
      if (early > 5) add('early');
      if (missing) add('missing');
      if (stands) add('explained');
      if (late <= 5 && early <= 5 && !missing && !stands) add('present');
    }
  }
  return sum;
}

it('counts shift by shift', () => {
  fc.assert(
    fc.property(fc.array(told, { minLength: DAYS.length, maxLength: DAYS.length }), (all) => {
      const docs = documents(all);
      const totals = attendanceTotals(
        rosterOf(docs),
        attendanceRecords(docs),
        STAFF,
        DAYS,
        DEFAULT_SETTINGS,
        NOW,
      );
      const counted = Object.fromEntries(Object.entries(totals).filter(([, count]) => count > 0));
      expect(counted).toEqual(recount(all));
    }),
  );
});
