import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold, termsOf } from '@shared/search/fold';
import { find, pack, unpack, type Row } from '@shared/search/segment';

const word = fc.stringMatching(/^[ab1鲁张]{1,4}$/);
const row: fc.Arbitrary<Row> = fc.record({
  id: fc.uuid(),
  at: fc
    .date({ min: new Date('2026-11-01'), max: new Date('2026-11-30'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  latin: fc.array(fc.stringMatching(/^[ab1]{1,4}$/), { maxLength: 3 }).map((fields) => fields.join('\n')),
  han: fc
    .array(fc.stringMatching(/^[ab1]{0,2}[鲁张][ab1鲁张]{0,3}$/), { maxLength: 3 })
    .map((fields) => fields.join('\n')),
});

it('finds exactly the rows a plain scan finds, newest first, up to the limit', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 30 }),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 8 }),
      (rows, words, limit) => {
        const terms = termsOf(words.join(' '));
        const has = (text: Row, term: string): boolean =>
          (/[鲁张]/.test(term) ? text.han : text.latin).includes(term);
        const expected = rows
          .filter((candidate) => terms.every((term) => has(candidate, term)))
          .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
          .slice(0, limit)
          .map(({ id }) => id);
        expect(find(pack(rows), terms, limit).map(({ id }) => id)).toEqual(expected);
      },
    ),
  );
});

it('unpacks to the rows it packed, a changed row in place of the earlier one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ id }) => id, minLength: 1, maxLength: 20 }), (rows) => {
      const again = unpack(pack(rows));
      expect([...again].sort((a, b) => a.id.localeCompare(b.id))).toEqual(
        [...rows].sort((a, b) => a.id.localeCompare(b.id)),
      );
      const first = { ...rows[0]!, latin: 'changed' };
      expect(unpack(pack([...again, first])).find(({ id }) => id === first.id)).toEqual(first);
      expect(unpack(pack([...again, first]))).toHaveLength(rows.length);
    }),
  );
});

it('folds what a clerk types to what is stored', () => {
  expect(fold('鲁B·１２３')).toBe('鲁b123');
  expect(fold('LF-A-20261121-0003')).toBe('lfa202611210003');
  expect(termsOf('  张伟   ZW 张伟 ')).toEqual(['张伟', 'zw']);
  expect(termsOf('—— ')).toEqual([]);
});
