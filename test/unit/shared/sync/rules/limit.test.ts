/** What two desks break together, out of the records in whatever order they came. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEVER_DUE, type Envelope } from '@shared/core/envelope';
import { beyond, limitTicket, limitTicketId, type Taker } from '@shared/sync/rules/limit';

const doc = (id: string, at: string): Envelope => ({
  id,
  kind: 'refund',
  status: 'A-000000001',
  day: '2026-11-21',
  dueAt: NEVER_DUE,
  desk: 'A',
  by: 's1',
  at,
  ver: { A: 1 },
  key: '',
  body: { v: 1 },
});
const taker = (id: string, minute: number, amount: number): Taker => ({
  doc: doc(id, `2026-11-21T01:${String(minute).padStart(2, '0')}:00.000Z`),
  amount,
});
const ids = (left: number, takers: readonly Taker[]): readonly string[] =>
  beyond(left, takers, null).map(({ over }) => over.id);

describe('of what was taken', () => {
  it('the latest that did not fit is over, beside the one before it', () => {
    const [a, b] = [taker('a', 1, 60), taker('b', 2, 60)];
    expect(beyond(-20, [b, a], null)).toEqual([{ before: a.doc, over: b.doc }]);
    expect(beyond(0, [a, b], null)).toEqual([]);
  });

  it('each that did not fit is over', () => {
    expect(ids(-140, [taker('a', 1, 80), taker('b', 2, 80), taker('c', 3, 80)])).toEqual(['b', 'c']);
  });

  it('a single one stands beside what it takes from', () => {
    const source = doc('sale', '2026-11-21T00:00:00.000Z');
    const only = taker('a', 1, 60);
    expect(beyond(-1, [only], source)).toEqual([{ before: source, over: only.doc }]);
  });

  it('what is over to somebody who knows less is over to whoever knows all', () => {
    const amounts = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 50 }), fc.boolean()), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.nat({ max: 120 }), amounts, (whole, given) => {
        const all = given.map(([minute, amount], at) => ({
          known: given[at]?.[2],
          ...taker(`t${at}`, minute, amount),
        }));
        const left = (takers: readonly Taker[]): number =>
          takers.reduce((sum, { amount }) => sum - amount, whole);
        const some = all.filter(({ known }) => known);
        const overAll = ids(left(all), all);
        // The first has nobody before it: it is over only beside its source.
        const first = [...all].sort((a, b) =>
          a.doc.at === b.doc.at ? (a.doc.id < b.doc.id ? -1 : 1) : a.doc.at < b.doc.at ? -1 : 1,
        )[0]?.doc.id;
        expect(ids(left(some), some).filter((id) => !overAll.includes(id) && id !== first)).toEqual([]);
        if (left(all) >= 0) expect(overAll).toEqual([]);
        else
          expect(
            overAll.length + (all.length === 1 || overAll.length === all.length - 1 ? 1 : 0),
          ).toBeGreaterThan(0);
      }),
    );
  });
});

describe('its ticket', () => {
  const broken = {
    rule: 'refund',
    ref: 'sale',
    before: doc('a', '2026-11-21T01:00:00.000Z'),
    over: doc('b', '2026-11-21T02:00:00.000Z'),
  } as const;
  it('is the same one at every desk', () => {
    const [one, two] = [
      limitTicket(broken, 'A', '2026-11-21T03:00:00.000Z'),
      limitTicket(broken, 'B', '2026-11-21T04:00:00.000Z'),
    ];
    expect([one.id, one.day, one.by, one.body]).toEqual([two.id, two.day, two.by, two.body]);
    expect(one.id).toMatch(/^[\w:.-]{1,80}$/);
  });
  it('is another one for another rule, matter or record', () => {
    const other = [
      { ...broken, rule: 'debt' as const },
      { ...broken, ref: 'x' },
      { ...broken, over: doc('c', '2026-11-21T02:00:00.000Z') },
    ];
    expect(new Set([broken, ...other].map(limitTicketId)).size).toBe(4);
  });
});
