/** What follows from a record's fields is worked out again once two states of it are one; a result that breaks its rule is none. */
import type { Envelope } from '../../core/envelope';
import type { Settings } from '../../core/settings';
import { restateComplaint } from '../../complaints/restate';
import { isEnquiry } from '../../enquiries/schema';
import { enquiryDueAt } from '../../enquiries/state';
import { isFollowUp } from '../../follow-up/schema';
import { followUpDueAt } from '../../follow-up/state';
import { custodyOf, restated } from '../../lost-property/custody';
import type { FoundItem } from '../../lost-property/schema';
import { isTalk } from '../../talks/access';
import { talkDueAt } from '../../talks/state';
import type { Visit } from '../../visits/schema';
import { visitDueAt } from '../../visits/rules';

/** Fields beside the body that follow from it; that both sides changed them is no clash. */
export const DERIVED: Readonly<Record<string, readonly string[]>> = {
  foundItem: ['status', 'dueAt'],
  visit: ['dueAt'],
  complaint: ['status', 'dueAt'],
  enquiry: ['dueAt'],
  followUp: ['dueAt'],
  talk: ['dueAt'],
};

/** Of an item nobody may get more than was found, and a void one nothing. */
function ruledItem(item: FoundItem, settings: Settings): Envelope | { readonly broken: readonly string[] } {
  const { over, voided, claimed, handedOver } = custodyOf(item.body);
  if (over > 0 || (voided && claimed + handedOver > 0)) return { broken: ['events'] };
  return restated(item, item.body, settings);
}

/** The merged state as its own rule has it, or the fields in which two ends of one workflow went apart. */
export function ruled(doc: Envelope, settings: Settings): Envelope | { readonly broken: readonly string[] } {
  if (doc.kind === 'foundItem') return ruledItem(doc as FoundItem, settings);
  if (doc.kind === 'complaint') return restateComplaint(doc) ?? { broken: ['events'] };
  if (doc.kind === 'visit') {
    const visit = doc as Visit;
    return { ...visit, dueAt: visitDueAt(visit.status, visit.day, visit.body, settings) };
  }
  if (isEnquiry(doc)) return { ...doc, dueAt: enquiryDueAt(doc.status, doc.body, settings) };
  if (isFollowUp(doc)) return { ...doc, dueAt: followUpDueAt(doc.status, doc.body) };
  if (isTalk(doc)) return { ...doc, dueAt: talkDueAt(doc.status, doc.body) };
  return doc;
}
