/** Ranges of an index as commands ask for them. */
import { expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { isWithin } from '../../../../server/web/read-store';

const doc = { id: 'x', kind: 'monthClose', day: '2026-11-03', status: 'W-000000007' } as Envelope;
const within = (index: 'kind' | 'day' | 'status', from: readonly string[], to: readonly string[]): boolean =>
  isWithin(doc, { name: 'r', collection: 'ledger', index, from, to });

it.each([
  ['kind', ['monthClose'], ['monthClose'], true],
  ['kind', ['monthClose', '2026-11-01'], ['monthClose'], true],
  ['kind', ['monthClose', '2026-11-04'], ['monthClose'], false],
  ['kind', ['monthClose', '2026-11-01'], ['monthClose', '2026-11-02'], false],
  ['kind', ['monthReopen'], ['monthReopen'], false],
  ['day', ['2026-11'], ['2026-11-99'], true],
  ['day', ['2026-10'], ['2026-10-99'], false],
  ['day', ['0'], ['9'], true],
  ['status', ['W-000000007'], ['W-:'], true],
  ['status', ['W-000000008'], ['W-:'], false],
  ['status', ['A-000000001'], ['A-:'], false],
] as const)('%s from %j to %j: %s', (index, from, to, expected) => {
  expect(within(index, from, to)).toBe(expected);
});
