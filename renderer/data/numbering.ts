/**
 * Running numbers per register, desk and day: one above the highest that database and journal know
 * (DESIGN §2). The journal's tail is replayed before anything is written, so the database knows all.
 */
import type { CollectionName } from '@shared/core/envelope';
import { formatNumber, parseNumber } from '@shared/core/numbers';
import { range } from './read';

const highest = new Map<string, number>();

async function highestStored(
  collection: CollectionName,
  prefix: string,
  desk: string,
  day: string,
): Promise<number> {
  let top = 0;
  for (const doc of await range(collection, 'day', [day], [day])) {
    const number = doc.body.no ? parseNumber(doc.body.no) : null;
    if (number && number.prefix === prefix && number.desk === desk) top = Math.max(top, number.running);
  }
  return top;
}

/** Looks into the database anew, after lost records came back. */
export const forgetNumbers = (): void => highest.clear();

/** A number not given yet, and `keep` to make it final once its act stands in the journal. */
export async function nextNumber(
  collection: CollectionName,
  prefix: string,
  desk: string,
  day: string,
  ahead: number,
): Promise<{ readonly no: string; readonly keep: () => void }> {
  const key = `${prefix}-${desk}-${day}`;
  if (!highest.has(key)) highest.set(key, await highestStored(collection, prefix, desk, day));
  const running = (highest.get(key) ?? 0) + 1 + ahead;
  const keep = (): void => void highest.set(key, Math.max(running, highest.get(key) ?? 0));
  return { no: formatNumber(prefix, desk, day, running), keep };
}
