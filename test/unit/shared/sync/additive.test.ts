/** Lists that two desks added to stand together after a merge. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { bothEntries } from '@shared/sync/additive';
import { canonical } from '@shared/sync/canonical';
import { meet } from '@shared/sync/merge';

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const report = (contacts: readonly object[], ver: Envelope['ver']): Envelope => ({
  id: 'r1',
  kind: 'lossReport',
  status: 'open',
  day: '2026-11-21',
  dueAt: '9999',
  desk: 'A',
  by: 's1',
  at: '2026-11-21T01:00:00.000Z',
  ver,
  key: '',
  body: { v: 1, contacts } as unknown as Envelope['body'],
});
const call = (id: string, at: string, note = ''): object => ({ id, at, note });

describe('entries of two desks', () => {
  const base = report([call('1', '2026-11-21T01:00:00.000Z')], { A: 1 });

  it('stand together in the order of their time', () => {
    const here = report([call('1', '2026-11-21T01:00:00.000Z'), call('3', '2026-11-21T03:00:00.000Z')], {
      A: 1,
      B: 1,
    });
    const there = report([call('1', '2026-11-21T01:00:00.000Z'), call('2', '2026-11-21T02:00:00.000Z')], {
      A: 2,
    });
    const met = meet('lostItems', here, base, there, 'B');
    if (met.become !== 'merged') throw new Error(met.become);
    expect(met.doc.body).toMatchObject({ contacts: [{ id: '1' }, { id: '2' }, { id: '3' }] });
  });

  it('are a conflict when both changed one entry', () => {
    const here = report([call('1', '2026-11-21T01:00:00.000Z', 'here')], { A: 1, B: 1 });
    const there = report([call('1', '2026-11-21T01:00:00.000Z', 'there')], { A: 2 });
    expect(meet('lostItems', here, base, there, 'B')).toEqual({ become: 'conflict', fields: ['contacts'] });
  });

  it('are all there whoever meets whom, and none stands twice', () => {
    const entries = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1, maxLength: 3 }), at: fc.constantFrom('1', '2', '3') }),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    fc.assert(
      fc.property(entries, entries, entries, (before, mine, theirs) => {
        const added = (list: typeof before): typeof before =>
          [...before, ...list].filter(({ id }, at, all) => all.findIndex((one) => one.id === id) === at);
        const [local, master] = [added(mine), added(theirs)];
        const clash = local.some((one) => master.some((other) => other.id === one.id && !same(one, other)));
        const both = bothEntries(before, local, master, same);
        if (clash) {
          expect(both).toBeNull();
          return;
        }
        const ids = [...new Set([...local, ...master].map(({ id }) => id))].sort();
        expect(both?.map(({ id }) => id).sort()).toEqual(ids);
        expect(both).toEqual(bothEntries(before, master, local, same));
      }),
    );
  });
});
