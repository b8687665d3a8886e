/**
 * Reads for commands, by id and by ranges of the stores' indexes. What is said about a collection is true as of a
 * position: the act is written only while nothing was accepted after it.
 */
import { setImmediate } from 'node:timers/promises';
import type { Loaded, Read } from '../../shared/core/command';
import type { CollectionName, Envelope } from '../../shared/core/envelope';
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

/** Loads what a command reads; notes the position of every collection it read from. */
export async function loadReads(store: Store, reads: readonly Read[], positions: Positions): Promise<Loaded> {
  // Before anything is read: what is accepted meanwhile lies behind these positions, and the act is decided again.
  for (const collection of new Set(reads.map((read) => read.collection))) {
    const position = await store.newest(collection);
    positions.set(collection, Math.min(position, positions.get(collection) ?? position));
  }
  const found: [string, readonly Envelope[]][] = [];
  for (const read of reads) {
    if (isRange(read)) {
      found.push([read.name, (await store.range(read.collection, read)).map(plain)]);
      continue;
    }
    const texts = await store.get(read.collection, read.ids);
    found.push([
      read.name,
      read.ids.flatMap((id) => {
        const text = texts.get(id);
        return text === undefined ? [] : [plain(text)];
      }),
    ]);
  }
  return Object.fromEntries(found);
}
