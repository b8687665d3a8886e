/** A list folded from change events equals the list read anew (the rule behind rows that show at once). */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Visit } from '@shared/visits/schema';
import { newestFirst, withChange } from '../../../../../renderer/features/visits/newest-first';

const PERIOD = { from: '2026-11-20', to: '2026-11-21' };
const visit = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    kind: fc.constantFrom('visit', 'visit', 'visit', 'starterCount'),
    day: fc.constantFrom('2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'),
    timeIn: fc.constantFrom(
      '2026-11-21T01:00:00.000Z',
      '2026-11-21T02:00:00.000Z',
      '2026-11-21T03:00:00.000Z',
    ),
  })
  // A record's kind and day never change.
  .map(
    ({ id, timeIn, ...fixed }) =>
      ({ id: `${id}-${fixed.kind}-${fixed.day}`, ...fixed, body: { timeIn } }) as Visit,
  );

it('ends where a new read would begin', () => {
  fc.assert(
    fc.property(fc.array(fc.array(visit, { maxLength: 3 }), { maxLength: 12 }), (changes) => {
      const folded = changes.reduce<readonly Visit[]>((list, docs) => withChange(list, docs, PERIOD), []);
      const stored = new Map(changes.flat().map((doc) => [doc.id, doc]));
      const read = [...stored.values()]
        .filter(({ kind, day }) => (kind as string) === 'visit' && day >= PERIOD.from && day <= PERIOD.to)
        .sort(newestFirst);
      expect(folded).toEqual(read);
    }),
  );
});

it('keeps the identity of rows that did not change', () => {
  const [first, second] = ['2026-11-21T01:00:00.000Z', '2026-11-21T02:00:00.000Z'].map(
    (timeIn, index) => ({ id: String(index), kind: 'visit', day: '2026-11-21', body: { timeIn } }) as Visit,
  );
  const list = withChange([], [first as Visit, second as Visit], PERIOD);
  const changed = withChange(list, [{ ...(first as Visit) }], PERIOD);
  expect(changed[0]).toBe(second);
  expect(changed[1]).not.toBe(first);
});
