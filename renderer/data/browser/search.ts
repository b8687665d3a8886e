/** Full-text search over what this browser holds, in memory; the index follows the records when it is asked. */
import type { CollectionName, Envelope } from '@shared/core/envelope';
import { termsOf } from '@shared/search/fold';
import { find, pack, type Row, type Segment } from '@shared/search/segment';
import { rowOf } from '@shared/search/sources';
import { loadPinyin } from '../pinyin';
import { heldOf } from './records';

export interface Hit {
  readonly collection: CollectionName;
  readonly id: string;
}

export interface SearchOptions {
  readonly limit: number;
  /** Only one collection's records of these business days (both included). */
  readonly within?: { readonly collection: CollectionName; readonly from: string; readonly to: string };
}

const SEARCHED: readonly CollectionName[] = [
  'visits',
  'tickets',
  'lostItems',
  'ledger',
  'products',
  'stockDocuments',
  'roster',
  'directory',
];
/** Records read between two breaths of the page. */
const AT_ONCE = 400;

interface Index {
  /** Each record as it was read, with its row. */
  readonly rows: ReadonlyMap<string, { readonly doc: Envelope; readonly row: Row | null }>;
  readonly segment: Segment;
}

const indexes = new Map<CollectionName, Index>();

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function indexOf(collection: CollectionName): Promise<Index> {
  const held = heldOf(collection);
  const before = indexes.get(collection);
  if (
    before &&
    before.rows.size === held.size &&
    [...held].every(([id, doc]) => before.rows.get(id)?.doc === doc)
  )
    return before;
  const pinyin = await loadPinyin();
  const rows = new Map<string, { readonly doc: Envelope; readonly row: Row | null }>();
  let read = 0;
  for (const [id, doc] of held) {
    const known = before?.rows.get(id);
    if (known?.doc === doc) rows.set(id, known);
    else {
      rows.set(id, { doc, row: rowOf(doc, pinyin) });
      read += 1;
      if (read % AT_ONCE === 0) await breathe();
    }
  }
  const index = { rows, segment: pack([...rows.values()].flatMap(({ row }) => row ?? [])) };
  indexes.set(collection, index);
  return index;
}

/** One question after the other: each brings the index up to date. */
let turn: Promise<unknown> = Promise.resolve();

/** Records in which every word of the query stands, newest first. An empty query finds nothing. */
export function search(query: string, { limit, within }: SearchOptions): Promise<readonly Hit[]> {
  const asking = turn.then(async () => {
    const terms = termsOf(query);
    const hits: (Hit & { readonly at: number })[] = [];
    for (const collection of within ? [within.collection] : SEARCHED) {
      const { rows, segment } = await indexOf(collection);
      const found = find(segment, terms, within ? Number.MAX_SAFE_INTEGER : limit).filter(({ id }) => {
        const day = rows.get(id)?.doc.day ?? '';
        return !within || (day >= within.from && day <= within.to);
      });
      hits.push(...found.map((hit) => ({ ...hit, collection })));
    }
    return hits.sort((a, b) => b.at - a.at).slice(0, limit);
  });
  turn = asking.catch(() => undefined);
  return asking;
}

/** Brings the index up to date before the first letter is typed. */
export function warmUp(): void {
  search('', { limit: 1 }).catch(() => undefined);
}
