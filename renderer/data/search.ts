/** Full-text search over the registers, in a worker that is started when needed and ended when idle. */
import { COLLECTIONS, type CollectionName } from '@shared/core/envelope';
import { changesOf } from './live';
import type { SearchAnswer, SearchRequest } from './search-worker';

export interface Hit {
  readonly collection: CollectionName;
  readonly id: string;
}

/** After this the worker ends and gives its memory back; it loads again in a moment. */
const IDLE_MS = 10_000;

interface Waiting {
  readonly resolve: (hits: readonly Hit[]) => void;
  readonly reject: (fault: Error) => void;
}

let worker: Worker | null = null;
let idle: ReturnType<typeof setTimeout> | undefined;
let calls = 0;
const waiting = new Map<number, Waiting>();

function end(): void {
  worker?.terminate();
  worker = null;
}

function hear({ call, hits, fault }: SearchAnswer): void {
  const asked = waiting.get(call);
  waiting.delete(call);
  if (waiting.size === 0) idle = setTimeout(end, IDLE_MS);
  if (fault === undefined) asked?.resolve(hits);
  else asked?.reject(new Error(fault));
}

function running(): Worker {
  clearTimeout(idle);
  if (!worker) {
    worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<SearchAnswer>) => hear(data);
  }
  return worker;
}

export interface SearchOptions {
  readonly limit: number;
  /** Only one collection's records of these business days (both included) and a few around them. */
  readonly within?: { readonly collection: CollectionName; readonly from: string; readonly to: string };
}

/**
 * Records in which every word of the query stands, newest first. An empty query finds nothing.
 * @throws when the records cannot be read
 */
export function search(query: string, options: SearchOptions): Promise<readonly Hit[]> {
  return new Promise((resolve, reject) => {
    calls += 1;
    waiting.set(calls, { resolve, reject });
    const request: SearchRequest = { call: calls, query, changes: COLLECTIONS.map(changesOf), ...options };
    running().postMessage(request);
  });
}

/** Starts the worker and lets it read its index, before the first letter is typed. */
export function warmUp(): void {
  // Should it fail, the first real question says so.
  search('', { limit: 1 }).catch(() => undefined);
}
