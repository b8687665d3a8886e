/** How often a standard reply was used: counted from the enquiries that name it, so that no desk's count is lost. */
import type { Enquiry } from '../enquiries/schema';

/** Uses by id of the reply; an enquiry counts a reply once, a void one not at all. */
export function usageOf(enquiries: readonly Enquiry[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { status, body } of enquiries)
    if (status !== 'void') for (const id of new Set(body.replies)) uses.set(id, (uses.get(id) ?? 0) + 1);
  return uses;
}
