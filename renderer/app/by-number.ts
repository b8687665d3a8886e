/** Finds the record of a register number and where it is shown: for the scanner and the search box. */
import { parseNumber } from '@shared/core/numbers';
import { range } from '../data/read';
import { t } from '../ui/i18n';
import { toast } from '../ui/toast';
import { FEATURES } from './features';

export interface Shown {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly path: string;
}

/** Null when no feature has a record of this number. */
export async function byNumber(number: string): Promise<Shown | null> {
  const parsed = parseNumber(number);
  if (!parsed) return null;
  for (const collection of new Set(FEATURES.flatMap(({ collections }) => collections)))
    for (const doc of await range(collection, 'day', [parsed.day], [parsed.day])) {
      if (doc.body.no !== number) continue;
      for (const feature of FEATURES) {
        const shown = feature.present?.(doc);
        if (shown) return { id: doc.id, ...shown };
      }
    }
  return null;
}

/** Opens the record whose label was scanned or number typed; scanning twice opens it twice, which is once. */
export async function openNumber(number: string): Promise<void> {
  const shown = await byNumber(number);
  if (shown) window.location.hash = shown.path;
  else toast(t('app.scanUnknown', { no: number }), { level: 'error' });
}
