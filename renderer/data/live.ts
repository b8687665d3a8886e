/** Change events of stored records, and the hook by which pages follow them. */
import { useEffect, useRef, useState } from 'react';
import type { CollectionName, Envelope } from '@shared/core/envelope';

export interface Change {
  readonly collection: CollectionName;
  readonly docs: readonly Envelope[];
}

type Listener = (change: Change) => void;
const listeners = new Set<Listener>();

/** Tells every follower that documents were written. */
export function emitChange(change: Change): void {
  for (const listener of listeners) listener(change);
}

/** Calls `listener` at each change until the returned function is called. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export type LiveState<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

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
  const watched = collections.join();
  useEffect(() => {
    let run = 0;
    let stopped = false;
    let value: { readonly of: T } | null = null;
    const show = (next: T): void => {
      value = { of: next };
      setLive({ state: 'ready', value: next });
    };
    const load = (): void => {
      run += 1;
      const mine = run;
      latest.current.query().then(
        (loaded) => {
          if (!stopped && mine === run) show(loaded);
        },
        (error: unknown) => {
          if (!stopped && mine === run) setLive({ state: 'failed', error });
        },
      );
    };
    load();
    const stop = onChange((change) => {
      if (!watched.split(',').includes(change.collection)) return;
      const folded = value && latest.current.patch ? latest.current.patch(value.of, change) : null;
      if (folded === null) load();
      else show(folded);
    });
    return () => {
      stopped = true;
      stop();
    };
    // The query and patch are read through the ref, so that a new closure alone does not reload.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [watched, ...deps]);
  return live;
}
