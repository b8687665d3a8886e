/** A matter grows from another record: the child names its parent, the parent lists the child, in one act (DESIGN §2). */
import type { Context, Loaded, Read, Write } from '../core/command';
import type { Envelope } from '../core/envelope';
import { withLog } from '../core/log';
import type { Settings } from '../core/settings';
import { passedInto } from '../enquiries/state';
import { isFollowUp } from '../follow-up/schema';
import type { Sale } from '../ledger/entries/sales';
import { namedPerson, type Visit } from '../visits/schema';
import { identityOf } from './party';
import type { MatterBody, Origin, Party } from './schema';

/** What the child's form starts from. */
export interface Prefill {
  readonly customer: Party;
  readonly summary: string;
  /** Department id, or ''. */
  readonly department: string;
}

const isMatter = (doc: Envelope): doc is Envelope<string, string, MatterBody> =>
  'customer' in doc.body && 'children' in doc.body;

/** The customer and the matter of a record that another may grow from; null when it is none. */
export function prefillFrom(doc: Envelope, settings: Settings): Prefill | null {
  if (doc.kind === 'visit') {
    const { body } = doc as Visit;
    const customer: Party = {
      name: namedPerson(body),
      phone: body.phone,
      identity: identityOf(body.purpose, settings) || 'guest',
      memberNo: '',
    };
    return { customer, summary: body.details, department: body.transfer?.department ?? body.department };
  }
  if (doc.kind === 'sale') {
    const { customer, lines } = (doc as Sale).body;
    const party: Party = {
      name: customer.name,
      phone: customer.phone,
      identity: customer.memberNo === '' ? 'guest' : 'member',
      memberNo: customer.memberNo,
    };
    return { customer: party, summary: lines.map(({ name }) => name).join('、'), department: '' };
  }
  if (isFollowUp(doc)) {
    // What the customer brought up in the call is the new matter.
    const { customer, opinion, summary, department } = doc.body;
    return { customer, summary: opinion || summary, department };
  }
  if (!isMatter(doc)) return null;
  const { customer, summary, department } = doc.body;
  return { customer, summary, department };
}

/** How a child names `doc`. */
export const originOf = (collection: Origin['collection'], doc: Envelope): Origin => ({
  collection,
  kind: doc.kind,
  id: doc.id,
  no: doc.body.no ?? '',
});

/** Asks for the parent under the name `origin`. */
export const readOrigin = (origin: Pick<Origin, 'collection' | 'id'> | null): readonly Read[] =>
  origin ? [{ name: 'origin', collection: origin.collection, ids: [origin.id] }] : [];

/** The loaded parent, or undefined. */
export const originIn = (loaded: Loaded): Envelope | undefined => loaded.origin?.[0];

/**
 * The parent with the child in its list, to be written in the child's act; an open enquiry is closed by it. A visit has no such list: its child names it,
 * that is all.
 */
export function linkChild(
  parent: Envelope | undefined,
  child: Pick<Envelope, 'id' | 'kind'>,
  context: Context,
  act: string,
): readonly Write[] {
  if (!parent || !isMatter(parent) || parent.body.children.some(({ id }) => id === child.id)) return [];
  const children = [...parent.body.children, { id: child.id, kind: child.kind, at: context.now }];
  const changes = [{ field: 'children', from: null, to: child.kind }];
  const body = withLog({ ...parent.body, children }, context, act, { changes });
  return [{ collection: 'tickets', doc: passedInto({ ...parent, body }, child.kind, context) }];
}
