/** Finds the record of a register number and where it is shown: for the scanner and the search box. */
import type { Envelope } from '@shared/core/envelope';
import { parseNumber } from '@shared/core/numbers';
import { range } from '../data/read';
import { t } from '../ui/first-words';
import { loadPresents, shownAs, type Shown } from '../ui/record-path';
import { toast } from '../ui/toast';
import { FEATURES } from './features';

/** A record in the search box. */
export interface Found extends Shown {
  readonly id: string;
}

/** The record as a line of the search box, once `loadPresents` is through; null when no feature shows it. */
export function found(doc: Envelope): Found | null {
  const shown = shownAs(doc);
  return shown && { id: doc.id, ...shown };
}

/** Null when no feature has a record of this number. */
export async function byNumber(number: string): Promise<Found | null> {
  const parsed = parseNumber(number);
  if (!parsed) return null;
  await loadPresents();
  for (const collection of new Set(FEATURES.flatMap(({ collections }) => collections)))
    for (const doc of await range(collection, 'day', [parsed.day], [parsed.day])) {
      if (doc.body.no !== number) continue;
      const line = found(doc);
      if (line) return line;
    }
  return null;
}

/** Opens the record whose label was scanned or number typed; scanning twice opens it twice, which is once. */
export async function openNumber(number: string): Promise<void> {
  const shown = await byNumber(number);
  if (shown) window.location.hash = shown.path;
  else toast(t('app.scanUnknown', { no: number }), { level: 'error' });
}
