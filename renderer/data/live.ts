/** Change events of stored records, and the hook by which pages follow them. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CollectionName, Envelope } from '@shared/core/envelope';

export interface Change {
  readonly collection: CollectionName;
  readonly docs: readonly Envelope[];
  /** Records have gone out of sight besides (web view): what is shown is read anew. */
  readonly gone?: boolean;
}

type Listener = (change: Change) => void;
const listeners = new Set<Listener>();
const changes = new Map<CollectionName, number>();

/** How often a collection has changed since the page was loaded: what was read at another count may be stale. */
export const changesOf = (collection: CollectionName): number => changes.get(collection) ?? 0;

/** Tells every follower that documents were written. */
export function emitChange(change: Change): void {
  changes.set(change.collection, changesOf(change.collection) + 1);
  for (const listener of listeners) listener(change);
}

/** Calls `listener` at each change until the returned function is called. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

let outstanding = 0;
let whenSettled: (() => void)[] = [];

/** True while what a page shows may not be what it was asked for: an answer is on the way, or not drawn yet. */
export const isReading = (): boolean => outstanding > 0;

/** Resolves once every answer is drawn. */
export async function readsSettled(): Promise<void> {
  // What was drawn may have asked for more.
  while (outstanding > 0) await new Promise<void>((resolve) => void whenSettled.push(resolve));
}

/** Says that a page waits for an answer; what is returned is called when the answer is drawn or no longer wanted. */
export function beginRead(): () => void {
  let ended = false;
  outstanding += 1;
  return () => {
    if (ended) return;
    ended = true;
    outstanding -= 1;
    if (outstanding > 0) return;
    const waiting = whenSettled;
    whenSettled = [];
    for (const go of waiting) go();
  };
}

/** For a hook that holds an answer: the given read ends once the answer set next is drawn. */
export function useDrawn(answer: unknown): (endRead: () => void) => void {
  const drawn = useRef<(() => void) | null>(null);
  useEffect(() => {
    drawn.current?.();
    drawn.current = null;
  }, [answer]);
  return useCallback((endRead) => {
    drawn.current = endRead;
  }, []);
}

export type LiveState<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

export type ReadState = LiveState<unknown>['state'];

/**
 * The value of a query, loaded again whenever one of the collections changes or a dependency does.
 * `patch` may fold a change into the value at once (null: load again), so that a saved row shows
 * without another read.
 */
export function useLive<T>(
  query: () => Promise<T>,
  collections: readonly CollectionName[],
  deps: readonly unknown[],
  patch?: (value: T, change: Change) => T | null,
): LiveState<T> {
  const [live, setLive] = useState<LiveState<T>>({ state: 'loading' });
  const latest = useRef({ query, patch });
  latest.current = { query, patch };
  const endsDrawn = useDrawn(live);
  const watched = collections.join();
  useEffect(() => {
    let run = 0;
    let endRead: () => void = () => undefined;
    let loading = false;
    let stopped = false;
    let value: { readonly of: T } | null = null;
    const show = (next: T): void => {
      value = { of: next };
      setLive({ state: 'ready', value: next });
    };
    const load = (): void => {
      run += 1;
      const mine = run;
      loading = true;
      const before = endRead;
      endRead = beginRead();
      before();
      const settled = (then: () => void): void => {
        if (stopped || mine !== run) return;
        loading = false;
        endsDrawn(endRead);
        then();
      };
      latest.current.query().then(
        (loaded) => settled(() => show(loaded)),
        (error: unknown) => settled(() => setLive({ state: 'failed', error })),
      );
    };
    load();
    const stop = onChange((change) => {
      if (!watched.split(',').includes(change.collection)) return;
      const folded =
        value && latest.current.patch && !change.gone ? latest.current.patch(value.of, change) : null;
      if (folded !== null) show(folded);
      // A load begun before the change may not hold it and would put the old value back.
      if (folded === null || loading) load();
    });
    return () => {
      stopped = true;
      stop();
      endRead();
    };
    // The query and patch are read through the ref, so that a new closure alone does not reload.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [watched, ...deps]);
  return live;
}

/**
 * As `useLive`, but never another period's or record's value under this one's heading: while the value of the
 * dependencies is on the way, it is loading.
 */
export function useLiveOf<T>(
  query: () => Promise<T>,
  collections: readonly CollectionName[],
  deps: readonly string[],
  patch?: (value: T, change: Change) => T | null,
): LiveState<T> {
  const of = deps.join(' ');
  const live = useLive<{ readonly of: string; readonly value: T }>(
    async () => ({ of, value: await query() }),
    collections,
    [of],
    (kept, change) => {
      const value = patch?.(kept.value, change) ?? null;
      return value === null ? null : { of: kept.of, value };
    },
  );
  return useMemo(() => {
    if (live.state !== 'ready') return live;
    return live.value.of === of ? { state: 'ready', value: live.value.value } : { state: 'loading' };
  }, [live, of]);
}
