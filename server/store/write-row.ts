/** A document as the row that a store writes. */
import type { Envelope } from '../../shared/core/envelope';
import { isErased } from '../../shared/erasure/personal';
import { columnValues } from './index-columns';
import type { WriteRow } from './store';

/** @param text canonical text of the document; `assumed` that of the state it grew from, or null */
export const writeRow = (
  doc: Envelope,
  text: string,
  assumed: string | null = null,
  flags: readonly string[] = [],
): WriteRow => ({
  id: doc.id,
  month: doc.day.slice(0, 7),
  text,
  columns: columnValues(doc),
  assumed,
  flags,
  ...(isErased(doc) ? { forget: true as const } : {}),
});
