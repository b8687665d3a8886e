/** Which tickets still want something from their responsible person. */
import type { Envelope } from '../core/envelope';
import type { Responsible } from './schema';

/** By kind the statuses in which nothing is left to do; a kind that stands nowhere here has no responsible person. */
export const CLOSED: Readonly<Record<string, readonly string[]>> = {
  enquiry: ['closed', 'void'],
  talk: ['archived', 'void'],
  complaint: ['archived', 'void'],
  workOrder: ['closed', 'void'],
  followUp: ['done', 'void'],
  task: ['confirmed', 'withdrawn'],
};

/** True for a ticket whose responsible person still has to do something. */
export function isOpenMatter(doc: Envelope): doc is Responsible {
  const closed = Object.hasOwn(CLOSED, doc.kind) ? CLOSED[doc.kind] : undefined;
  return closed !== undefined && !closed.includes(doc.status);
}
