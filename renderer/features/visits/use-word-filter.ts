/** Words within the listed period, found by the search index: fields, digits of numbers, pinyin. */
import { useEffect, useMemo, useState } from 'react';
import type { Period } from '@shared/core/period';
import type { Visit } from '@shared/visits/schema';
import { search } from '../../data/search';

/** The visits that match; while a new answer is awaited the last one stands. */
export function useWordFilter(
  visits: readonly Visit[],
  typed: string,
  { from, to }: Period,
): readonly Visit[] {
  const query = typed.trim();
  const [found, setFound] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (query === '') {
      setFound(null);
      return undefined;
    }
    let gone = false;
    void search(query, { limit: Number.POSITIVE_INFINITY, within: { collection: 'visits', from, to } }).then(
      (hits) => {
        if (!gone) setFound(new Set(hits.map(({ id }) => id)));
      },
    );
    return () => {
      gone = true;
    };
  }, [query, from, to, visits]);
  return useMemo(() => (found ? visits.filter(({ id }) => found.has(id)) : visits), [visits, found]);
}
