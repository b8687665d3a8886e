/** Words within the listed period: every word must stand in one of a visit's fields. */
import { useMemo } from 'react';
import { namedPerson, type Visit } from '@shared/visits/schema';

export function useWordFilter(visits: readonly Visit[], query: string): readonly Visit[] {
  return useMemo(() => {
    const words = query.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean);
    if (words.length === 0) return visits;
    return visits.filter(({ body }) => {
      const text = [body.no, namedPerson(body), body.phone, body.company, body.plate, body.host, body.details].join('\n').toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }, [visits, query]);
}
