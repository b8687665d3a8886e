/** What the lists of opening and closing may be (DOMAIN §3.8). */
import { atMost, wholeNumber } from '../core/checks';
import type { Refusal } from '../core/command';
import type { Settings } from '../core/settings';

/** Longest item and most items of a list. */
const ITEM = { text: 40, items: 40 } as const;

/** Refusals of the given settings alone. A list without items is one the club does not use. */
export function faultsOfChecklists(input: Partial<Settings>): readonly (Refusal | null)[] {
  return (['openingItems', 'closingItems'] as const).flatMap((field) => {
    const items = input[field];
    if (!items) return [];
    return [
      wholeNumber(field, items.length, 0, ITEM.items),
      new Set(items.map(({ text }) => text)).size === items.length ? null : { field, code: 'nameTaken' },
      ...items.map(({ text }) =>
        text === '' ? { field, code: 'required' } : atMost(field, text, ITEM.text),
      ),
    ];
  });
}
