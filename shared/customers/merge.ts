/** `customer.merge` and `customer.split`: a lead says that two people of the registers are one, or takes it back (DOMAIN §3.10). */
import { accept, refuse, type Command } from '../core/command';
import { changed, newRecord } from '../core/documents';
import { Checks } from '../core/field-checks';
import { linksOf, wouldRing } from './links';
import { isCustomer, personId, type Customer, type CustomerBody, type Who } from './schema';

export const REASON_LENGTH = 200;

export interface MergeCustomers {
  readonly from: Who;
  readonly into: Who;
  readonly reason: string;
}

/** Reads every merge there is: a chain may close into a ring. */
const MERGES = {
  name: 'customers',
  collection: 'directory',
  index: 'kind',
  from: ['customer'],
  to: ['customer'],
} as const;

/** Both stay; the first points at the second. No record is changed. */
export const mergeCustomers: Command<MergeCustomers> = {
  type: 'customer.merge',
  roles: ['lead'],
  reads: () => [MERGES],
  decide: ({ from, into, reason: typed }, loaded, context) => {
    const checks = new Checks();
    const reason = checks.text('reason', typed, { max: REASON_LENGTH, required: true });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const [id, target] = [personId(from), personId(into)];
    const all = loaded.customers ?? [];
    if (from.name === '' || into.name === '') return refuse({ code: 'notFound' });
    if (id === target || wouldRing(linksOf(all), id, target)) return refuse({ code: 'sameCustomer' });
    const pointer = { into: { id: target, name: into.name, phone: into.phone } };
    const known = all.filter(isCustomer).find((one) => one.id === id);
    // Somebody merged before is split first: their other merge would be lost without a word.
    if (known?.body.into) return refuse({ code: 'alreadyMerged' });
    const doc = known
      ? changed(known, 'customer.merge', pointer, context, { reason })
      : withReason(
          newRecord<'customer', CustomerBody>(
            id,
            'customer',
            'customer.merge',
            { name: from.name, phone: from.phone, ...pointer },
            context,
          ),
          reason,
        );
    return accept({ collection: 'directory', doc });
  },
};

/** A new document whose first act has a reason. */
function withReason(doc: Omit<Customer, 'ver'>, reason: string): Omit<Customer, 'ver'> {
  const log = (doc.body.log ?? []).map((entry) => ({ ...entry, reason }));
  return { ...doc, body: { ...doc.body, log } };
}

export interface SplitCustomer {
  /** Id of the person who was merged into another. */
  readonly id: string;
}

/** Takes a merge back. */
export const splitCustomer: Command<SplitCustomer> = {
  type: 'customer.split',
  roles: ['lead'],
  reads: ({ id }) => [{ name: 'customer', collection: 'directory', ids: [id] }],
  decide: (_input, loaded, context) => {
    const customer = (loaded.customer ?? []).find(isCustomer);
    if (!customer) return refuse({ code: 'notFound' });
    if (!customer.body.into) return refuse({ code: 'notMerged' });
    return accept({
      collection: 'directory',
      doc: changed(customer, 'customer.split', { into: null }, context),
    });
  },
};
