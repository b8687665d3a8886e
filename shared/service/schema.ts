/** What all matters of the service side share (DOMAIN §3.2–3.7): whose it is, who asked, where it came from and what came of it. */
import type { BodyBase, CollectionName, Envelope } from '../core/envelope';

export const IDENTITIES = ['member', 'guest', 'supplier', 'other'] as const;
export type Identity = (typeof IDENTITIES)[number];

/** The customer of a matter as they gave themselves. */
export interface Party {
  readonly name: string;
  /** As `normalizePhone` writes it, or ''. */
  readonly phone: string;
  readonly identity: Identity;
  /** Member number, or ''. */
  readonly memberNo: string;
}

/** The record a matter grew from: the child names its parent. */
export interface Origin {
  readonly collection: CollectionName;
  readonly kind: string;
  readonly id: string;
  /** Register number of the parent. */
  readonly no: string;
}

/** A matter that grew from this one. */
export interface Child {
  /** The child's id; the same child never stands here twice. */
  readonly id: string;
  readonly kind: string;
  /** ISO instant. */
  readonly at: string;
}

/** The collection a matter or an order of this kind stands in. */
export const collectionOf = (kind: string): CollectionName =>
  kind === 'customerOrder'
    ? 'stockDocuments'
    : kind === 'visit'
      ? 'visits'
      : kind === 'sale'
        ? 'ledger'
        : 'tickets';

/** The responsible person changed (首问负责制, DOMAIN §2). */
export interface HandOver {
  /** The act's id. */
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** Staff ids: who did it, whose it was, whose it is. */
  readonly by: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** A ticket with a responsible person, whose staff id is the envelope's `key`. */
export interface ResponsibleBody extends BodyBase {
  readonly handOvers: readonly HandOver[];
}
export type Responsible = Envelope<string, string, ResponsibleBody>;

/** A customer's matter. */
export interface MatterBody extends ResponsibleBody {
  readonly customer: Party;
  /** What it is about, in the customer's sense. */
  readonly summary: string;
  /** Department id it concerns, or ''. */
  readonly department: string;
  readonly origin: Origin | null;
  readonly children: readonly Child[];
}

/** Longest text per field, in characters. */
export const LIMITS = {
  name: 40,
  memberNo: 30,
  summary: 2_000,
  reason: 300,
} as const;
