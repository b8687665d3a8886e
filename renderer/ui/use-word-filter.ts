/** Words within the listed period, found by the search index: fields, digits of numbers, pinyin. */
import { useEffect, useMemo, useState } from 'react';
import type { Period } from '@shared/core/period';
import type { CollectionName } from '@shared/core/envelope';
import { beginRead, useDrawn } from '../data/live';
import { search } from '../data/search';

/** The records, or rows with a record's id, that match; while a new answer is awaited the last one stands. */
export function useWordFilter<R extends { readonly id: string }>(
  records: readonly R[],
  typed: string,
  collection: CollectionName,
  { from, to }: Period,
): readonly R[] {
  const query = typed.trim();
  const [found, setFound] = useState<ReadonlySet<string> | null>(null);
  const endsDrawn = useDrawn(found);
  useEffect(() => {
    if (query === '') {
      setFound(null);
      return undefined;
    }
    let gone = false;
    const endRead = beginRead();
    void search(query, { limit: Number.POSITIVE_INFINITY, within: { collection, from, to } }).then(
      (hits) => {
        if (gone) return;
        endsDrawn(endRead);
        setFound(new Set(hits.map(({ id }) => id)));
      },
      (error: unknown) => {
        endRead();
        throw error;
      },
    );
    return () => {
      gone = true;
      endRead();
    };
  }, [query, collection, from, to, records, endsDrawn]);
  return useMemo(() => (found ? records.filter(({ id }) => found.has(id)) : records), [records, found]);
}
