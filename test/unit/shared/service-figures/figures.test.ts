/** Service figures equal a plain recount; sums of the reception report lose nobody (DOMAIN §7). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import type { Enquiry } from '@shared/enquiries/schema';
import type { FollowUp } from '@shared/follow-up/schema';
import { kpisOf, meetsGoal, type KpiKey } from '@shared/service-figures/kpis';
import { receptionOf } from '@shared/service-figures/reception';
import { spanAfter, spanOf, yearBeforeSpan } from '@shared/core/period';
import type { Visit } from '@shared/visits/schema';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const NOW = '2026-12-15T04:00:00.000Z';

interface Drawn {
  readonly day: number;
  readonly answered: 'inTime' | 'late' | 'never' | 'passedOn';
  readonly said: 'satisfied' | 'mostly' | 'dissatisfied' | '';
  readonly isVoid: boolean;
}
const drawn = fc.record<Drawn>({
  // Days of October to December: some lie outside the period.
  day: fc.integer({ min: -20, max: 45 }),
  answered: fc.constantFrom('inTime', 'late', 'never', 'passedOn'),
  said: fc.constantFrom('satisfied', 'mostly', 'dissatisfied', ''),
  isVoid: fc.boolean(),
});

const dayOf = (offset: number): string =>
  new Date(Date.parse('2026-11-01T00:00:00Z') + offset * 86_400_000).toISOString().slice(0, 10);

function enquiry({ day, answered, isVoid }: Drawn, index: number): Enquiry {
  const date = dayOf(day);
  const receivedAt = `${date}T02:00:00.000Z`;
  const answeredAt = {
    inTime: `${date}T03:00:00.000Z`,
    late: `${dayOf(day + 2)}T03:00:00.000Z`,
    never: '',
    passedOn: '',
  }[answered];
  const outcome = answered === 'passedOn' ? 'workOrder' : answeredAt ? 'answered' : 'pending';
  const body = { v: 1, receivedAt, answeredAt, outcome };
  const status = isVoid ? 'void' : answered === 'never' ? 'open' : 'closed';
  return { id: `e${index}`, kind: 'enquiry', status, day: date, body } as unknown as Enquiry;
}

function followUp({ said }: Drawn, index: number): FollowUp {
  const body = {
    v: 1,
    origin: { id: `e${index}` },
    satisfaction: said,
    doneAt: `2026-12-0${1 + (index % 9)}T02:00:00.000Z`,
  };
  return {
    id: `f${index}`,
    kind: 'followUp',
    status: said === '' ? 'planned' : 'done',
    body,
  } as unknown as FollowUp;
}

describe('service figures', () => {
  it('equal a plain recount, whatever the records', () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 40 }), fc.boolean(), (all, mostlyCounts) => {
        const records = {
          visits: [],
          enquiries: all.map(enquiry),
          complaints: [],
          followUps: all.map(followUp),
        };
        const settings = { ...DEFAULT_SETTINGS, mostlyCountsSatisfied: mostlyCounts };
        const kpis = kpisOf(records, NOVEMBER, NOW, settings);
        const counts = (key: KpiKey): readonly [number, number] => {
          const share = kpis.find((one) => one.key === key)?.share;
          return [share?.met.length ?? -1, (share?.met.length ?? 0) + (share?.missed.length ?? 0)];
        };
        const mine = all.filter(({ day, isVoid }) => !isVoid && day >= 0 && day < 30);
        const good = mine.filter(({ said }) => said === 'satisfied' || (mostlyCounts && said === 'mostly'));
        // Closed is not answered: what became a work order without a word to the customer has no reply.
        expect(counts('enquiryReply')).toEqual([
          mine.filter(({ answered }) => answered === 'inTime' || answered === 'late').length,
          mine.length,
        ]);
        expect(counts('enquiryOnTime')).toEqual([
          mine.filter(({ answered }) => answered === 'inTime').length,
          mine.filter(({ answered }) => answered !== 'passedOn').length,
        ]);
        expect(counts('enquirySatisfied')).toEqual([good.length, mine.length]);
        const asked = kpis.find(({ key }) => key === 'enquirySatisfied')?.asked;
        expect(asked?.met.length).toBe(mine.filter(({ said }) => said !== '').length);
      }),
    );
  });

  it('say nothing where nobody is counted, and know which way a goal lies', () => {
    const empty = { visits: [], enquiries: [], complaints: [], followUps: [] };
    for (const { share } of kpisOf(empty, NOVEMBER, NOW, DEFAULT_SETTINGS)) expect(share.rate).toBeNull();
    expect(meetsGoal('repeats', 0.01)).toBe(true);
    expect(meetsGoal('repeats', 0.02)).toBe(false);
    expect(meetsGoal('enquirySatisfied', 0.9)).toBe(true);
    expect(meetsGoal('enquirySatisfied', 0.89)).toBe(false);
    expect(meetsGoal('notices', null)).toBeNull();
  });
});

describe('the reception report', () => {
  const visit = (index: number, day: string, timeIn: string, people: number, purpose = '咨询'): Visit =>
    ({
      id: `v${index}`,
      kind: 'visit',
      status: 'left',
      day,
      body: { v: 1, timeIn, people, purpose, department: '', transfer: null },
    }) as unknown as Visit;

  it('counts every visit once by purpose, hour, weekday and kind', () => {
    const visits = [
      visit(1, '2026-11-23', '2026-11-23T01:10:00.000Z', 2),
      visit(2, '2026-11-29', '2026-11-29T15:59:00.000Z', 1, '投诉'),
      visit(3, '2026-11-30', '2026-11-30T01:00:00.000Z', 5),
    ];
    const week = receptionOf(visits, [], spanOf('week', '2026-11-25'));
    expect(week.purposes.map(({ key, ids, people }) => [key, ids.length, people])).toEqual([
      ['咨询', 1, 2],
      ['投诉', 1, 1],
    ]);
    expect(week.hours[9]).toBe(1);
    expect(week.hours[23]).toBe(1);
    expect(week.weekdays).toEqual([1, 0, 0, 0, 0, 0, 1]);
    expect(week.kinds[0]).toMatchObject({ key: 'visit', ids: ['v1', 'v2'] });
  });

  it('parts all matters of a period without leaving one out', () => {
    const kinds = ['enquiry', 'talk', 'complaint', 'workOrder', 'task'] as const;
    fc.assert(
      fc.property(
        fc.array(fc.record({ kind: fc.constantFrom(...kinds), department: fc.constantFrom('', 'd1', 'd2') })),
        (all) => {
          const tickets = all.map(
            ({ kind, department }, index) =>
              ({
                id: `t${index}`,
                kind,
                status: 'open',
                day: '2026-11-10',
                body: { v: 1, department, category: 'help', channel: 'phone' },
              }) as unknown as Envelope,
          );
          const { kinds: byKind, departments } = receptionOf([], tickets, NOVEMBER);
          const matters = all.filter(({ kind }) => kind !== 'task').length;
          const sum = (lines: typeof byKind): number =>
            lines.reduce((total, { ids }) => total + ids.length, 0);
          expect([sum(byKind), sum(departments)]).toEqual([matters, matters]);
        },
      ),
    );
  });
});

describe('spans', () => {
  it.each([
    ['week', '2026-11-29', '2026-11-23', '2026-11-29', '2026-11-16', '2025-11-24'],
    ['month', '2026-01-31', '2026-01-01', '2026-01-31', '2025-12-01', '2025-01-01'],
    ['quarter', '2026-02-28', '2026-01-01', '2026-03-31', '2025-10-01', '2025-01-01'],
  ] as const)('%s of %s', (unit, day, from, to, before, lastYear) => {
    const span = spanOf(unit, day);
    expect(span).toEqual({ from, to });
    expect(spanAfter(unit, span, -1).from).toBe(before);
    expect(yearBeforeSpan(unit, span).from).toBe(lastYear);
    expect(spanAfter(unit, spanAfter(unit, span, -1), 1)).toEqual(span);
  });
});
