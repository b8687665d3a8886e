/** Words of a list's filter: as written, or as whole pinyin or its initials (`heisan`, `hs` find 黑伞). */
import { useMemo } from 'react';
import { pinyin } from 'pinyin-pro';
import type { Envelope } from '@shared/core/envelope';

interface Heard {
  readonly text: string;
  readonly whole: string;
  readonly initials: string;
}
const cache = new WeakMap<object, Heard>();

function heard(body: object, text: string): Heard {
  const known = cache.get(body);
  if (known) return known;
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true });
  const made = { text: text.toLowerCase(), whole: syllables.join('').toLowerCase(), initials: syllables.map((one) => one[0] ?? '').join('').toLowerCase() };
  cache.set(body, made);
  return made;
}

/** Records in which every word of the query stands. @param textOf stays the same between calls */
export function useWords<E extends Envelope>(records: readonly E[], query: string, textOf: (record: E) => string): readonly E[] {
  return useMemo(() => {
    const words = query.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean);
    if (words.length === 0) return records;
    return records.filter((record) => {
      const { text, whole, initials } = heard(record.body, textOf(record));
      return words.every((word) => text.includes(word) || (/^[a-z]+$/.test(word) && (whole.includes(word) || initials.includes(word))));
    });
  }, [records, query, textOf]);
}
