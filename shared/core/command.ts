/** Commands: pure functions from loaded state and input to the documents of one act (DESIGN §1). */
import type { CollectionName, Envelope, IndexName } from './envelope';
import type { Register } from './numbers';
import type { Role } from './roles';
import type { Books } from '../ledger/books';
import type { Settings } from './settings';

/** Who stands behind an act: the signed-in person as the directory knew them at that moment. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Departments (ids) a handler answers for. */
  readonly departments: readonly string[];
}

/** A second member of staff who confirmed by PIN (DOMAIN §2). */
export interface Witness {
  readonly staff: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** ISO instant of the PIN check. */
  readonly at: string;
}

/** When, where and who. `now` is the only clock a command sees. */
export interface Context {
  /** The act's id; commands use it for log entries and child ids. */
  readonly actId: string;
  /** ISO instant with milliseconds, UTC. */
  readonly now: string;
  /** Business day of `now`. */
  readonly day: string;
  /** This desk's code. */
  readonly desk: string;
  readonly actor: Actor;
  readonly witnesses: readonly Witness[];
  readonly settings: Settings;
  /** Sums of the ledger as of this act, for commands that ask for them. */
  readonly books?: Books;
}

/** What a command asks the gateway to load before it decides. */
export type Read =
  | { readonly name: string; readonly collection: CollectionName; readonly ids: readonly string[] }
  | {
      readonly name: string;
      readonly collection: CollectionName;
      readonly index: IndexName;
      readonly from: readonly string[];
      readonly to: readonly string[];
    };

/** Loaded documents by the read's name. */
export type Loaded = Readonly<Record<string, readonly Envelope[]>>;

/** A document to write: its whole new state without `ver`; the gateway sets `ver` and the number. */
export interface Write {
  readonly collection: CollectionName;
  readonly doc: Omit<Envelope, 'ver'>;
  /** Register whose next running number goes into `body.no` (only when the document is new). */
  readonly number?: Register;
}

/** Why an act is refused; `code` names the message `refusal.<code>` in the catalogue. */
export interface Refusal {
  /** Input field the message stands under; absent: it concerns the whole form. */
  readonly field?: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Decision =
  | { readonly ok: true; readonly writes: readonly Write[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** One operation of a feature. */
export interface Command<I> {
  /** `<feature>.<operation>`, e.g. `visit.register`. */
  readonly type: string;
  /** Roles that may run it; the gateway refuses others with `notAllowed`. */
  readonly roles: readonly Role[];
  /** The command decides on balances, stock or the open till: it reads `booksOf(context)`. */
  readonly books?: true;
  /** Every document the command may write stands among its reads (a repeated act is found there). */
  readonly reads: (input: I, context: Context) => readonly Read[];
  readonly decide: (input: I, loaded: Loaded, context: Context) => Decision;
}

/** One act as it stands in the journal: all its documents with their new `ver`. */
export interface Act {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly by: string;
  readonly desk: string;
  readonly docs: readonly { readonly collection: CollectionName; readonly doc: Envelope }[];
}

/** Shorthand for a refusal decision. */
export const refuse = (...refusals: readonly Refusal[]): Decision => ({ ok: false, refusals });

/** Shorthand for an accepted decision. */
export const accept = (...writes: readonly Write[]): Decision => ({ ok: true, writes });
