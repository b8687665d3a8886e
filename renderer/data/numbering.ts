/**
 * Running numbers per register, desk and day: one above the highest that database and journal know
 * (DESIGN §2). The journal's tail is replayed before anything is written, so the database knows all.
 * Ledger entries of a desk are numbered densely besides.
 */
import type { CollectionName } from '@shared/core/envelope';
import { formatNumber, parseNumber } from '@shared/core/numbers';
import { placeOf } from '@shared/ledger/entry';
import type { LedgerEntry } from '@shared/ledger/schema';
import { last, range } from './read';

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

let highestEntry: number | null = null;

/** The running number of this desk's next ledger entry, and `keep` once its act stands in the journal. */
export async function nextEntry(
  desk: string,
  ahead: number,
): Promise<{ readonly n: number; readonly keep: () => void }> {
  if (highestEntry === null) {
    // ':' sorts right after the digits.
    const newest = await last<LedgerEntry>('ledger', 'status', [placeOf(desk, 0)], [`${desk}-:`]);
    highestEntry = newest?.body.n ?? 0;
  }
  const n = highestEntry + 1 + ahead;
  return { n, keep: () => void (highestEntry = Math.max(n, highestEntry ?? 0)) };
}

/** Looks into the database anew, after lost records came back. */
export function forgetNumbers(): void {
  highest.clear();
  highestEntry = null;
}

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
