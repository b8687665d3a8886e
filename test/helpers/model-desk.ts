/** A desk without a page: the real rules of sync over records in memory, with crashes at any step. */
/* oxlint-disable typescript/require-await -- the port answers later; the model at once */
import { INDEXES, type CollectionName, type Envelope } from '@shared/core/envelope';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { faultsOf } from '@shared/core/validate';
import { nextVer } from '@shared/core/ver';
import { EMPTY_BOOKS, withEntries, type Books } from '@shared/ledger/books';
import type { LedgerEntry } from '@shared/ledger/schema';
import type { DeskPort, Outgoing, Progress } from '@shared/sync/desk/ports';

/** The process died: what was stored stays, the rest of the round does not happen. */
export class Crash extends Error {}

const NOW = '2026-11-21T01:00:00.000Z';

export class ModelDesk implements DeskPort {
  readonly records = new Map<CollectionName, Map<string, Envelope>>();
  readonly waiting = new Map<string, Outgoing>();
  readonly positions = new Map<CollectionName, Progress>();
  /** States of this desk's own acts: what survives the loss of the database. */
  readonly journal = new Map<string, { readonly collection: CollectionName; readonly doc: Envelope }>();
  /** Steps until the next crash. */
  crashIn = Number.POSITIVE_INFINITY;

  constructor(readonly desk: string) {}

  private step(): void {
    this.crashIn -= 1;
    if (this.crashIn > 0) return;
    this.crashIn = Number.POSITIVE_INFINITY;
    throw new Crash();
  }

  of(collection: CollectionName): Map<string, Envelope> {
    let docs = this.records.get(collection);
    if (!docs) this.records.set(collection, (docs = new Map<string, Envelope>()));
    return docs;
  }

  /** An act: the record's next state, noted as going out. */
  act(collection: CollectionName, doc: Envelope): void {
    const before = this.of(collection).get(doc.id);
    const key = `${collection}/${doc.id}`;
    const entry = this.waiting.get(key);
    const base = entry ? entry.base : (before ?? null);
    this.waiting.set(key, { collection, id: doc.id, base, refused: null });
    this.write(collection, { ...doc, ver: nextVer(before?.ver, this.desk) });
  }

  private write(collection: CollectionName, doc: Envelope): void {
    this.journal.set(`${collection}/${doc.id}`, { collection, doc });
    this.of(collection).set(doc.id, doc);
  }

  /** The database is gone; the next start fills it from the journal and notes all of it as going out. */
  reset(): void {
    this.records.clear();
    this.positions.clear();
    this.waiting.clear();
    this.looked.clear();
    for (const [key, { collection, doc }] of this.journal) {
      this.of(collection).set(doc.id, doc);
      this.waiting.set(key, { collection, id: doc.id, base: null, refused: null });
    }
  }

  readonly looked = new Map<string, number>();
  today = (): string => NOW.slice(0, 10);
  settings = (): typeof DEFAULT_SETTINGS => DEFAULT_SETTINGS;
  books = async (): Promise<Books> =>
    withEntries(EMPTY_BOOKS, [...this.of('ledger').values()] as LedgerEntry[]);
  range: DeskPort['range'] = async (collection, index, from, to) => {
    const fields: readonly string[] = INDEXES[index];
    const keyOf = (doc: Envelope): readonly string[] => [...fields, 'id'].map((field) => doc[field as 'id']);
    const compare = (a: readonly string[], b: readonly string[]): number => {
      for (const [at, part] of b.entries()) if (a[at] !== part) return (a[at] ?? '') < part ? -1 : 1;
      return 0;
    };
    return [...this.of(collection).values()]
      .filter((doc) => compare(keyOf(doc), from) >= 0 && compare(keyOf(doc), to) <= 0)
      .sort((a, b) => compare(keyOf(a), keyOf(b)));
  };

  exclusive = <T>(work: () => Promise<T>): Promise<T> => work();
  now = (): string => NOW;

  docs = async (collection: CollectionName, ids: readonly string[]): Promise<readonly Envelope[]> =>
    ids.flatMap((id) => this.of(collection).get(id) ?? []);

  after = async (collection: CollectionName, id: string, limit: number): Promise<readonly Envelope[]> =>
    [...this.of(collection).values()]
      .filter((doc) => doc.id > id)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, limit);

  take = async (collection: CollectionName, docs: readonly Envelope[]): Promise<void> => {
    for (const doc of docs) {
      this.step();
      this.of(collection).set(doc.id, doc);
    }
  };

  keep: DeskPort['keep'] = async (docs) => {
    for (const { collection, doc } of docs) {
      const key = `${collection}/${doc.id}`;
      if (!this.waiting.has(key))
        this.waiting.set(key, { collection, id: doc.id, base: null, refused: null });
      this.step();
      this.write(collection, doc);
    }
    return true;
  };

  fits = async (collection: CollectionName, doc: Envelope): Promise<boolean> =>
    faultsOf(collection, doc) === null;

  outgoing = async (collection: CollectionName): Promise<readonly Outgoing[]> =>
    [...this.waiting.values()].filter((entry) => entry.collection === collection);

  outgoingOf = async (collection: CollectionName, ids: readonly string[]): Promise<readonly Outgoing[]> =>
    ids.flatMap((id) => this.waiting.get(`${collection}/${id}`) ?? []);

  putOutgoing = async (entries: readonly Outgoing[]): Promise<void> => {
    this.step();
    for (const entry of entries) this.waiting.set(`${entry.collection}/${entry.id}`, entry);
  };

  dropOutgoing = async (collection: CollectionName, ids: readonly string[]): Promise<void> => {
    this.step();
    for (const id of ids) this.waiting.delete(`${collection}/${id}`);
  };

  progress = async (collection: CollectionName): Promise<Progress | null> =>
    this.positions.get(collection) ?? null;

  setProgress = async (collection: CollectionName, progress: Progress): Promise<void> => {
    this.step();
    this.positions.set(collection, progress);
  };
}
