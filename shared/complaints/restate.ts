/** What becomes of a complaint that two desks acted on without knowing of each other (DESIGN §4, "Merging"). */
import type { Envelope } from '../core/envelope';
import { restated } from './clocks';
import type { Complaint } from './schema';
import { replay } from './standing';

/** State and due time by the events of both desks; null when they cannot all have happened. */
export function restateComplaint(doc: Envelope): Envelope | null {
  const complaint = doc as Complaint;
  return replay(complaint.body) ? restated(complaint) : null;
}
