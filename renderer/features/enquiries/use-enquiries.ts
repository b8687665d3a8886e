/** The enquiries of a period, newest first, kept current from change events. */
import type { Envelope } from '@shared/core/envelope';
import type { Period } from '@shared/core/period';
import { isEnquiry, type Enquiry } from '@shared/enquiries/schema';
import { useLive, type LiveState } from '../../data/live';
import { range } from '../../data/read';

/** Latest received first; of one minute the latest registered first. */
export const newestFirst = (a: Enquiry, b: Enquiry): number =>
  b.body.receivedAt.localeCompare(a.body.receivedAt) || b.id.localeCompare(a.id);

/** Puts changed enquiries in their places; unchanged rows keep their identity, so only changed ones are drawn. */
export function withChange(
  list: readonly Enquiry[],
  docs: readonly Envelope[],
  { from, to }: Period,
): readonly Enquiry[] {
  const changed = docs.filter(isEnquiry).filter(({ day }) => day >= from && day <= to);
  if (changed.length === 0) return list;
  const ids = new Set(changed.map(({ id }) => id));
  return [...list.filter(({ id }) => !ids.has(id)), ...changed].sort(newestFirst);
}

/** Newest first. */
export async function enquiriesOf({ from, to }: Period): Promise<readonly Enquiry[]> {
  const found = await range('tickets', 'kind', ['enquiry', from], ['enquiry', to]);
  return found.filter(isEnquiry).sort(newestFirst);
}

export function useEnquiries(period: Period): LiveState<readonly Enquiry[]> {
  const { from, to } = period;
  return useLive<readonly Enquiry[]>(
    () => enquiriesOf(period),
    ['tickets'],
    [from, to],
    (list, { docs }) => withChange(list, docs, period),
  );
}
