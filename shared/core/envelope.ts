/** The fixed envelope every record travels in, and the ten collections (DESIGN §2). */

/** Edit counter per desk, e.g. `{A: 3, B: 1}`; orders edits without any clock. Units: number of acts. */
export type Ver = Readonly<Record<string, number>>;

/** One line of a workflow record's own log: what changed, by whom, when, why (DOMAIN §2). */
export interface LogEntry {
  /** The act's id; the same act never stands in a log twice. */
  readonly id: string;
  /** The command that wrote it, e.g. `visit.signOut`. */
  readonly act: string;
  /** ISO instant. */
  readonly at: string;
  /** Staff id. */
  readonly by: string;
  readonly desk: string;
  readonly reason?: string;
  readonly changes?: readonly FieldChange[];
}

/** A field before and after a correction. */
export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What every body carries beside its own fields. */
export interface BodyBase {
  /** Version of the body's own schema, for upcasting on read. */
  readonly v: number;
  /** Register number such as `LF-A-20261121-0003`; absent where the kind has none. */
  readonly no?: string;
  readonly log?: readonly LogEntry[];
}

/** Fields every stored record has; indexed ones are always present (sentinels, never undefined). */
export interface Envelope<
  K extends string = string,
  S extends string = string,
  B extends BodyBase = BodyBase,
> {
  /** UUID v7 fixed by the draft (so a double Enter is the same act), or a slug for singletons. */
  readonly id: string;
  readonly kind: K;
  /** State; of the ledger, whose entries have none, the entry's place `A-000000123`. */
  readonly status: S;
  /** Business day `YYYY-MM-DD` of the record's number; never changes after creation. */
  readonly day: string;
  /** ISO instant by which something must happen, or `NEVER_DUE`. */
  readonly dueAt: string;
  /** Desk code of the creating desk. */
  readonly desk: string;
  /** Staff id of who created it. */
  readonly by: string;
  /** ISO instant of creation. */
  readonly at: string;
  readonly ver: Ver;
  /** Extra indexed keys of the collection (see COLLECTIONS); always strings. */
  readonly key: string;
  readonly body: B;
}

/** Sorts after every ISO instant: nothing is due. */
export const NEVER_DUE = '9999';

/**
 * The ten collections. `key` is the one extra indexed field; what it holds is fixed for good:
 * visits: phone digits · tickets: first-asked staff id · lostItems: '' · products: barcode ·
 * stockDocuments: count id of a counted line, else '' · ledger: till session id · roster: staff id · directory: '' ·
 * attachments: owner record id · auditEvents: subject record id.
 */
export const COLLECTIONS = [
  'visits',
  'tickets',
  'lostItems',
  'products',
  'stockDocuments',
  'ledger',
  'roster',
  'directory',
  'attachments',
  'auditEvents',
] as const;

export type CollectionName = (typeof COLLECTIONS)[number];

/** Compound indexes every collection has, without RxDB's leading `_deleted`. */
export const INDEXES = {
  day: ['day', 'id'],
  status: ['status', 'day'],
  kind: ['kind', 'day'],
  due: ['dueAt', 'id'],
  key: ['key', 'day'],
} as const;

export type IndexName = keyof typeof INDEXES;
