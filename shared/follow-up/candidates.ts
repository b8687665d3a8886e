/** Whom a month's call list may hold: customers of matters that are answered and were not followed up yet (DOMAIN §3.7). */
import type { CollectionName, Envelope } from '../core/envelope';
import type { Settings } from '../core/settings';
import { prefillFrom, type Prefill } from '../service/origin';
import { collectionOf } from '../service/schema';
import { isFollowUp } from './schema';
import { whyNot } from './state';

export interface Candidate extends Prefill {
  readonly id: string;
  readonly kind: string;
  readonly collection: CollectionName;
  readonly no: string;
  /** Business day of the matter. */
  readonly day: string;
}

/**
 * Candidates of a department ('' takes all), newest first, each phone once: nobody is called twice about one visit.
 * @param records matters of the period and every follow-up that may be about them
 */
export function candidatesOf(
  records: readonly Envelope[],
  department: string,
  settings: Settings,
): readonly Candidate[] {
  const followUps = records.filter(isFollowUp).filter(({ status }) => status !== 'void');
  const about = new Set(followUps.map(({ body }) => body.origin?.id));
  const phones = new Set(
    followUps.filter(({ status }) => status === 'planned').map(({ body }) => body.customer.phone),
  );
  const found: Candidate[] = [];
  for (const doc of [...records].sort((a, b) => b.day.localeCompare(a.day) || b.id.localeCompare(a.id))) {
    // An archived complaint had its call: another one is somebody's choice, not the list's.
    if (isFollowUp(doc) || doc.kind === 'complaint' || about.has(doc.id) || whyNot(doc) !== null) continue;
    const prefill = prefillFrom(doc, settings);
    if (!prefill || prefill.customer.name === '' || prefill.customer.phone === '') continue;
    if (department !== '' && prefill.department !== department) continue;
    if (phones.has(prefill.customer.phone)) continue;
    phones.add(prefill.customer.phone);
    const { id, kind, day, body } = doc;
    found.push({ ...prefill, id, kind, collection: collectionOf(kind), no: body.no ?? '', day });
  }
  return found;
}
