/** What the desk's side of sync works with: its records and the endpoint, both behind an interface. */
import type { CollectionName, Envelope } from '../../core/envelope';
import type { RuleReads } from '../rules/reads';
import type { Checkpoint, DigestAnswer, PullAnswer, PushAnswer, PushRow, Rejection } from '../contract';

/** A record that the endpoint does not have as it stands here. */
export interface Outgoing {
  readonly collection: CollectionName;
  readonly id: string;
  /** The endpoint's state this one grew from; null: none, or not known. */
  readonly base: Envelope | null;
  /** Why the endpoint refused it; it waits for a change or for somebody to send it again. */
  readonly refused: { readonly reason: Rejection; readonly at: string } | null;
}

/** Where a collection's sync stands. */
export interface Progress {
  readonly epoch: string;
  /** Position of the last pulled document. */
  readonly seq: number;
  /** While all of the desk's own records still have to be offered: the last id that was; null: all were. */
  readonly offeredTo: string | null;
}

/** The desk's records. Everything but `exclusive` and what the rules read is called inside `exclusive`. */
export interface DeskPort extends RuleReads {
  readonly desk: string;
  /** Business day. */
  readonly today: () => string;
  /** Sums that were found broken and looked into, for as long as the program runs. */
  readonly looked: Map<string, number>;
  /** Runs while no act is being written. */
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>;
  /** Records in the order of their ids. */
  readonly after: (collection: CollectionName, id: string, limit: number) => Promise<readonly Envelope[]>;
  /** Stores states that the endpoint gave. */
  readonly take: (collection: CollectionName, docs: readonly Envelope[]) => Promise<void>;
  /**
   * Stores what this desk made of two states, as an act of its own, which is to go out. What waits already keeps its
   * base. False: it could not be kept.
   */
  readonly keep: (
    docs: readonly { readonly collection: CollectionName; readonly doc: Envelope }[],
  ) => Promise<boolean>;
  /** True when a state satisfies its kind's schema. */
  readonly fits: (collection: CollectionName, doc: Envelope) => Promise<boolean>;
  readonly outgoing: (collection: CollectionName) => Promise<readonly Outgoing[]>;
  /** What of these records goes out. */
  readonly outgoingOf: (collection: CollectionName, ids: readonly string[]) => Promise<readonly Outgoing[]>;
  readonly putOutgoing: (entries: readonly Outgoing[]) => Promise<void>;
  readonly dropOutgoing: (collection: CollectionName, ids: readonly string[]) => Promise<void>;
  readonly progress: (collection: CollectionName) => Promise<Progress | null>;
  readonly setProgress: (collection: CollectionName, progress: Progress) => Promise<void>;
  readonly now: () => string;
}

/** Why a call to the endpoint brought nothing. */
export type LinkFault = 'offline' | 'refusedToken' | 'schemaVersion' | 'epoch' | 'tooLarge' | 'failed';

/** Thrown by the endpoint's port. */
export class LinkError extends Error {
  constructor(
    readonly fault: LinkFault,
    /** The endpoint's epoch, where that is the matter; '' while nobody has asked it. */
    readonly epoch = '',
  ) {
    super(fault);
  }
}

/** The endpoint. Every call throws `LinkError`. */
export interface EndpointPort {
  readonly push: (collection: CollectionName, epoch: string, rows: readonly PushRow[]) => Promise<PushAnswer>;
  readonly pull: (collection: CollectionName, from: Checkpoint, limit: number) => Promise<PullAnswer>;
  readonly digests: (collection: CollectionName) => Promise<DigestAnswer['months']>;
  /** What must be there before a record is, e.g. the file of a photo. */
  readonly before: (collection: CollectionName, docs: readonly Envelope[]) => Promise<void>;
}
