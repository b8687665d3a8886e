import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, mostPressing, type TodayItem } from '../../../../renderer/ui/feature';

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

describe('the lines of one feature', () => {
  const plain = (index: number, level: TodayItem['level'], dueAt = ''): TodayItem =>
    asItem({ id: String(index), level, dueAt, mine: false });

  it('stand as the eight most late and the rest, with 100 matters due at once', () => {
    const matters = Array.from({ length: 100 }, (_, index) =>
      plain(index, index % 2 ? 'due' : 'overdue', `2026-11-21T0${index % 10}:00:00.000Z`),
    );
    const { shown, rest } = mostPressing(matters);
    expect(rest).toHaveLength(92);
    expect(shown.map(({ level, dueAt }) => `${level} ${dueAt.slice(11, 13)}`)).toEqual(
      new Array(8).fill('overdue 00'),
    );
  });

  it('never leave one behind: that one has its line', () => {
    const nine = Array.from({ length: 9 }, (_, index) => plain(index, 'open'));
    expect(mostPressing(nine).rest).toEqual([]);
    expect(mostPressing([...nine, plain(9, 'open')]).rest).toHaveLength(2);
  });

  it('lose none and keep their order', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), (parts) => {
        const items = parts.map(asItem);
        const { shown, rest } = mostPressing(items);
        expect([...shown, ...rest]).toEqual(inOrder(items));
      }),
    );
  });
});
