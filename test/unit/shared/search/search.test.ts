import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold, termsOf } from '@shared/search/fold';
import type { Envelope } from '@shared/core/envelope';
import { find, pack, unpack, type Row } from '@shared/search/segment';
import { rowOf } from '@shared/search/sources';

const typed = fc.stringMatching(/^[ab1鲁张]{1,4}$/);
const lines = (part: RegExp): fc.Arbitrary<string> =>
  fc.array(fc.stringMatching(part), { maxLength: 3 }).map((fields) => fields.join('\n'));
const row: fc.Arbitrary<Row> = fc.record({
  id: fc.uuid(),
  at: fc.integer({ min: 1, max: 9 }),
  exact: lines(/^[ab1]{1,4}$/),
  words: fc.array(
    fc.record({
      han: fc.stringMatching(/^([ab1]{0,2}[鲁张][ab1鲁张]{0,3})?$/),
      latin: lines(/^(?:[ab1]{1,4}|(?:[AB][ab]{0,2}){1,3})$/),
    }),
    { maxLength: 3 },
  ),
});
const rowsOf = (min: number): fc.Arbitrary<Row[]> =>
  fc.uniqueArray(row, { selector: ({ id }) => id, minLength: min, maxLength: 30 });

function stands(term: string, { exact, words }: Row): boolean {
  if (/[鲁张]/.test(term)) return words.some(({ han }) => han.includes(term));
  return (
    exact.includes(term) || words.some(({ latin }) => latin.split('\n').some((line) => sounds(term, line)))
  );
}

/** Pinyin is found from the beginning of a syllable on; other text anywhere. */
function sounds(term: string, line: string): boolean {
  const starts = /^[AB]/.test(line)
    ? [...line.matchAll(/[AB]/g)].map(({ index }) => index)
    : [...line].keys();
  return [...starts].some((start) => line.toLowerCase().startsWith(term, start));
}

it('finds exactly the rows a plain scan finds, newest first, up to the limit', () => {
  fc.assert(
    fc.property(
      rowsOf(0),
      fc.array(typed, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 8 }),
      (rows, words, limit) => {
        const terms = termsOf(words.join(' '));
        const expected = rows
          .filter((candidate) => terms.every((term) => stands(term, candidate)))
          .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
          .slice(0, limit)
          .map(({ id }) => id);
        expect(find(pack(rows), terms, limit).map(({ id }) => id)).toEqual(expected);
      },
    ),
  );
});

it('unpacks to the rows it packed, a changed row in place of the earlier one', () => {
  fc.assert(
    fc.property(rowsOf(1), (rows) => {
      const byId = (some: readonly Row[]): Row[] => [...some].sort((a, b) => a.id.localeCompare(b.id));
      const again = unpack(pack(rows));
      expect(byId(again)).toEqual(byId(rows));
      const first: Row = { ...rows[0]!, exact: 'changed' };
      expect(byId(unpack(pack([...again, first])))).toEqual(byId([first, ...rows.slice(1)]));
    }),
  );
});

it('folds what a clerk types to what is stored', () => {
  expect(fold('鲁B·１２３')).toBe('鲁b123');
  expect(fold('LF-A-20261121-0003')).toBe('lfa202611210003');
  expect(termsOf('  张伟   ZW 张伟 ')).toEqual(['张伟', 'zw']);
  expect(termsOf('—— ')).toEqual([]);
});

it('finds a visit by its number, phone, plate, company and names, also typed in pinyin', () => {
  const pinyin = (text: string): readonly string[] => (text === '李雪桐' ? ['LiXueTong', 'lxt'] : []);
  const visit = {
    id: 'v1',
    kind: 'visit',
    at: '2026-11-21T02:00:00.000Z',
    body: {
      no: 'LF-A-20261121-0003',
      name: '李雪桐',
      phone: '13812345678',
      company: 'ABC海运',
      host: '',
      plate: '鲁B·86X20',
      badge: 'C-07',
      guardian: null,
    },
  } as unknown as Envelope;
  const segment = pack([rowOf(visit, pinyin)!]);
  const found = (query: string): boolean => find(segment, termsOf(query), 5).length === 1;
  for (const query of [
    '李雪',
    'lxt',
    'xuet',
    '5678',
    '138 lxt',
    '鲁B86',
    'b86x',
    '86x20',
    '海运',
    'abc',
    'c07',
  ])
    expect(found(query), query).toBe(true);
  for (const query of ['LF-A-20261121-0003', '20261121-0003', '1121 李'])
    expect(found(query), query).toBe(true);
  for (const query of ['李桐', 'ixue', 'uetong', 'lt', '5679', '李雪 139', '鲁A'])
    expect(found(query), query).toBe(false);
});
