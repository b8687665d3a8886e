/**
 * Reads for commands, out of the stored order of a collection. What is said about a collection is true as of a position:
 * the act is written only while nothing was accepted after it.
 */
import { setImmediate } from 'node:timers/promises';
import type { Loaded, Read } from '../../shared/core/command';
import { INDEXES, type CollectionName, type Envelope } from '../../shared/core/envelope';
import type { Store } from '../store/store';

const PAGE = 1_000;

/** Positions up to which each collection was read. */
export type Positions = Map<CollectionName, number>;

/** The document as commands know it. */
export function plain(text: string): Envelope {
  const { _deleted: _, ...doc } = JSON.parse(text) as Envelope & { readonly _deleted: boolean };
  return doc;
}

/** Passes every document of a collection accepted after `seq` by, in order; returns the newest position. */
export async function follow(
  store: Store,
  collection: CollectionName,
  seq: number,
  each: (docs: readonly Envelope[]) => void,
): Promise<number> {
  let at = seq;
  for (;;) {
    const page = await store.pull(collection, at, PAGE);
    each(page.map(({ text }) => plain(text)));
    at = page.at(-1)?.seq ?? at;
    if (page.length < PAGE) return at;
    // Years of entries must not keep everybody else waiting.
    await setImmediate();
  }
}

type RangeRead = Extract<Read, { readonly index: unknown }>;

const isRange = (read: Read): read is RangeRead => 'index' in read;

function compare(key: readonly string[], bound: readonly string[]): number {
  for (const [at, part] of bound.entries()) {
    const own = key[at] ?? '';
    if (own !== part) return own < part ? -1 : 1;
  }
  return 0;
}

/** True when a document stands between two keys of an index; a shorter key includes all that begin so. */
export function isWithin(doc: Envelope, { index, from, to }: RangeRead): boolean {
  const key = INDEXES[index].map((field) => doc[field]);
  return compare(key, from) >= 0 && compare(key, to) <= 0;
}

/** Loads what a command reads; notes the position of every collection it read from. */
export async function loadReads(store: Store, reads: readonly Read[], positions: Positions): Promise<Loaded> {
  const found = new Map<string, readonly Envelope[]>();
  for (const collection of new Set(reads.map((read) => read.collection))) {
    const own = reads.filter((read) => read.collection === collection);
    const ranges = own.filter(isRange);
    let position = await store.newest(collection);
    if (ranges.length > 0) {
      const matches = ranges.map(() => new Map<string, Envelope>());
      position = await follow(store, collection, 0, (docs) => {
        for (const doc of docs)
          for (const [at, range] of ranges.entries()) {
            // A document changed while we read comes again: its newest state counts.
            matches[at]?.delete(doc.id);
            if (isWithin(doc, range)) matches[at]?.set(doc.id, doc);
          }
      });
      for (const [at, { name }] of ranges.entries()) found.set(name, [...(matches[at]?.values() ?? [])]);
    }
    for (const read of own) {
      if (isRange(read)) continue;
      const texts = await store.get(collection, read.ids);
      found.set(
        read.name,
        read.ids.flatMap((id) => {
          const text = texts.get(id);
          return text === undefined ? [] : [plain(text)];
        }),
      );
    }
    positions.set(collection, Math.min(position, positions.get(collection) ?? position));
  }
  return Object.fromEntries(found);
}
