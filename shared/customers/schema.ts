/** What a lead said about who is one person, kind `customer` of the `directory` (DOMAIN §3.10). People themselves stand in the registers. */
import type { BodyBase, Envelope } from '../core/envelope';
import { canonical, digestOf } from '../sync/canonical';

/** Somebody by name and phone: a phone is not a person, a name alone not either. */
export interface Who {
  readonly name: string;
  /** As `normalizePhone` writes it, or ''. */
  readonly phone: string;
}

export interface CustomerBody extends BodyBase, Who {
  /** Merged into this person; null: a person of their own. */
  readonly into: (Who & { readonly id: string }) | null;
}
/** The id is `personId` of name and phone, so that two desks mean one person by one document. */
export type Customer = Envelope<'customer', 'active', CustomerBody>;

export const isCustomer = (doc: { readonly kind: string }): doc is Customer => doc.kind === 'customer';

/** Id of a person by name and phone. */
export function personId({ name, phone }: Who): string {
  const text = canonical([phone, name]);
  return `customer:${digestOf(text)}${digestOf(`${text} `)}`;
}
