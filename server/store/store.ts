/** What the endpoint keeps, behind one interface for both databases (DESIGN §4). */
import type { CollectionName } from '../../shared/core/envelope';
import type { Columns, IndexRange, RangeCursor } from './index-columns';
import type { WebStore } from './web-store';

/** A document as stored: canonical text, never altered. */
export interface StoredDoc {
  readonly id: string;
  /** Position in its collection's order of acceptance. */
  readonly seq: number;
  /** Canonical JSON. */
  readonly text: string;
}

/** A row to accept when `assumed` still is the current text. */
export interface WriteRow {
  readonly id: string;
  /** `YYYY-MM` of the business day. */
  readonly month: string;
  readonly text: string;
  readonly columns: Columns;
  /** Text the desk saw last, or null when it knew none. */
  readonly assumed: string | null;
  /** Rules it broke although it is accepted. */
  readonly flags: readonly string[];
  /** Personal data was erased: the states before go out of the history with it. */
  readonly forget?: true;
}

export interface Desk {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly enrolledAt: string;
  readonly revoked: boolean;
}

/** Who calls, as of now. */
export interface Caller {
  readonly desk: Desk;
  readonly epoch: string;
}

export interface MonthDigest {
  readonly id: string;
  readonly month: string;
  readonly digest: string;
}

/** An act of the web view: sent again, it is answered with what it wrote. */
export interface WebAct {
  readonly id: string;
  /** Staff id of whoever did it. */
  readonly staff: string;
  readonly command: string;
  readonly at: string;
  readonly docs: readonly { readonly collection: CollectionName; readonly id: string }[];
}

export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  /** Passwords and sessions of the web view. */
  readonly web: WebStore;
  /** Random; new after every restore, so that desks begin sync anew. */
  epoch(): Promise<string>;
  /** Instant of the last restore, or null when there never was one. */
  restoredAt(): Promise<string | null>;
  /**
   * Writes a batch in one transaction and one step of the collection's order; returns the current text of
   * every row whose assumption did not hold. A row equal to what is stored is a success that writes nothing.
   */
  write(
    collection: CollectionName,
    rows: readonly WriteRow[],
    desk: string,
    at: string,
  ): Promise<readonly string[]>;
  /**
   * Writes the rows of one act over several collections, all or none. False, and nothing written, when the act is known,
   * a row's assumption does not hold, or a collection is no longer at the position the act was decided on.
   */
  writeAct(
    act: WebAct,
    rows: ReadonlyMap<CollectionName, readonly WriteRow[]>,
    positions: ReadonlyMap<CollectionName, number>,
    desk: string,
  ): Promise<boolean>;
  actOf(id: string): Promise<WebAct | null>;
  /** Documents accepted after `seq`, in order: exactly `limit` while more exist. */
  pull(collection: CollectionName, seq: number, limit: number): Promise<readonly StoredDoc[]>;
  /**
   * Like `pull`, but only what may be current: dated since a day, due some time, or in one of the statuses. What was
   * passed over need not be told, so it is for the first load up to a known position alone.
   */
  pullCurrent(
    collection: CollectionName,
    seq: number,
    limit: number,
    current: { readonly since: string; readonly statuses: readonly string[] },
  ): Promise<readonly StoredDoc[]>;
  /** Texts of the documents in a range of an index, in its order; `after` goes on behind a document. */
  range(
    collection: CollectionName,
    range: IndexRange,
    page?: { readonly limit: number; readonly after: RangeCursor | null },
  ): Promise<readonly string[]>;
  /** How many documents stand in a range. */
  count(collection: CollectionName, range: IndexRange): Promise<number>;
  /** Position of the newest accepted document, or 0. */
  newest(collection: CollectionName): Promise<number>;
  get(collection: CollectionName, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Every state a document ever had since its personal data was erased, if it was; oldest first. */
  history(collection: CollectionName, id: string): Promise<readonly string[]>;
  digests(collection: CollectionName): Promise<readonly MonthDigest[]>;
  /** Rows of one collection that broke a rule. */
  flags(collection: CollectionName): Promise<readonly { readonly id: string; readonly flag: string }[]>;

  addCode(hash: string, expiresAt: string): Promise<void>;
  /** Uses a code up. False when it is unknown, used or too old. */
  takeCode(hash: string, at: string): Promise<boolean>;
  /** False when another desk has the code. */
  addDesk(desk: Desk, tokenHash: string): Promise<boolean>;
  desks(): Promise<readonly Desk[]>;
  /** Notes that a desk has called. */
  see(deskId: string, at: string): Promise<void>;
  /** When each desk called last, by its id. */
  seen(): Promise<ReadonlyMap<string, string>>;
  /** The desk of a token, and the epoch it has to speak of. */
  callerOf(tokenHash: string): Promise<Caller | null>;
  /** A new token; a desk that had been revoked is in again. */
  setToken(deskId: string, tokenHash: string): Promise<void>;
  revoke(deskId: string): Promise<void>;

  putBlob(sha: string, bytes: Uint8Array): Promise<void>;
  getBlob(sha: string): Promise<Uint8Array | null>;
  dropBlob(sha: string): Promise<void>;

  /** Calls back with a collection whenever something was accepted into it, by whichever process. */
  onChanged(listener: (collection: CollectionName) => void): () => void;
  close(): Promise<void>;
}
