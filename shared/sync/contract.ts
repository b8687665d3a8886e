/** The HTTP contract between desks and the endpoint (DESIGN §4), version 1. */
import type { CollectionName, Envelope } from '../core/envelope';

/** Raised when desk and endpoint could no longer read each other's documents. */
export const SCHEMA_VERSION = 1;

/** A document as it travels: RxDB's own marks are left at home, deletions are refused. */
export type Travelling = Envelope & { readonly _deleted: false };

export interface EnrolRequest {
  /** One-time code, valid for 10 minutes. */
  readonly code: string;
  readonly deskName: string;
  /** Code of a desk that worked alone so far and brings its records; absent: the endpoint gives one. */
  readonly deskCode?: string;
}
export interface EnrolAnswer {
  readonly deskId: string;
  readonly deskCode: string;
  /** Shown once; the endpoint keeps its hash. */
  readonly token: string;
  readonly club: string;
  readonly epoch: string;
}

export interface PushRow {
  readonly newDocumentState: Travelling;
  readonly assumedMasterState?: Travelling;
}
export interface PushRequest {
  readonly epoch: string;
  readonly rows: readonly PushRow[];
}

export const REJECTIONS = [
  'malformed',
  'wrongCollection',
  'deleted',
  'foreignDesk',
  'foreignNumber',
  'unknownStaff',
  'roleNotAllowed',
  'tooLarge',
] as const;
export type Rejection = (typeof REJECTIONS)[number];

export interface PushAnswer {
  /** The endpoint's state of every row whose assumed state was not the current one. */
  readonly conflicts: readonly Travelling[];
  readonly rejected: readonly {
    readonly id: string;
    readonly reason: Rejection;
    readonly current?: Travelling;
  }[];
}

export interface Checkpoint {
  readonly epoch: string;
  readonly seq: number;
}
export interface PullAnswer {
  /** Exactly `limit` while more exist. */
  readonly documents: readonly Travelling[];
  readonly checkpoint: Checkpoint;
}

/** A desk of the club and when the endpoint last heard of it. */
export interface DeskSeen {
  readonly code: string;
  readonly name: string;
  readonly revoked: boolean;
  /** ISO instant, or null when it never called. */
  readonly seenAt: string | null;
  /** Whole seconds since then by the endpoint's own clock: a desk's may be a day wrong. Null as above. */
  readonly secondsAgo: number | null;
}

export interface DigestRequest {
  readonly collection: CollectionName;
}
export interface DigestAnswer {
  readonly months: Readonly<Record<string, { readonly count: number; readonly digest: string }>>;
}
