import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, type TodayItem } from '../../../../renderer/ui/feature';

const item = fc.record({
  id: fc.uuid(),
  level: fc.constantFrom('overdue', 'due', 'open'),
  dueAt: fc.constantFrom('9999', '2026-11-21T01:00:00.000Z', '2026-11-20T09:30:00.000Z'),
  mine: fc.boolean(),
});
const asItem = (part: Pick<TodayItem, 'id' | 'level' | 'dueAt' | 'mine'>): TodayItem => ({
  ...part,
  title: '',
  detail: '',
  until: '',
  action: { label: '', path: '/' },
});
const RANK = ['overdue', 'due', 'open'];

describe('Today’s list', () => {
  it('loses and adds nothing, and never puts a later line above an earlier one, nor another’s above one’s own', () => {
    fc.assert(
      fc.property(fc.array(item), (parts) => {
        const items = parts.map(asItem);
        const ordered = inOrder(items);
        expect([...ordered].map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort());
        const keys = ordered.map(
          ({ level, mine, dueAt }) => `${RANK.indexOf(level)} ${mine ? 0 : 1} ${dueAt}`,
        );
        expect(keys).toEqual([...keys].sort());
      }),
    );
  });
});
