/** Keeps what is typed into a form: over a lock, a crash and a reload. Secrets such as PINs are never kept. */
import { useEffect, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { nowIso } from '../data/clock';
import { draftOf, saveDraft, type Draft } from '../data/local';
import { useSession } from '../data/session';

/** Longest that a keystroke is in memory only. */
const KEEP_EVERY_MS = 50;

/** Who typed last, and when. */
export interface Typist {
  readonly byName: string;
  /** ISO instant. */
  readonly at: string;
}

interface DraftKeeper<V> {
  /** What there was when the form opened. */
  readonly found: Draft<Partial<V>> | null;
  /** Whose typing this goes on with, after a reload or when a colleague took over. */
  readonly restored: Typist | null;
  /** The act's id, the same from the first keystroke to the saving, also over a reload. */
  readonly actId: () => string;
  /** Notes a keystroke; it reaches the disk a moment later. */
  readonly keep: (values: V) => void;
  /** Forgets the draft; what follows is a new act. */
  readonly forget: () => Promise<void>;
}

/** @param key fixed for as long as the form is open */
export function useDraft<V extends object>(
  key: string,
  secrets: readonly (keyof V & string)[],
): DraftKeeper<V> {
  const me = useSession(({ actor }) => actor?.name ?? '');
  const [found] = useState(() => draftOf<Partial<V>>(key));
  const [restored, setRestored] = useState<Typist | null>(found);
  const [newId] = useState(() => v7());
  const id = useRef(found?.actId ?? newId);
  const last = useRef<Typist | null>(found);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** The newest keystrokes; null once they are written. */
  const pending = useRef<Draft | null>(null);
  const write = (): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const draft = pending.current;
    pending.current = null;
    if (draft) void saveDraft(key, draft);
  };
  const latest = useRef(write);
  latest.current = write;

  useEffect(() => {
    if (last.current && last.current.byName !== me) setRestored(last.current);
  }, [me]);

  // Whoever leaves a form and comes back at once, or whose page goes, finds the last keystrokes too.
  useEffect(() => {
    const flush = (): void => latest.current();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  return {
    found,
    restored,
    actId: () => id.current,
    keep: (values) => {
      const kept = Object.fromEntries(
        Object.entries(values).filter(([field]) => !(secrets as readonly string[]).includes(field)),
      );
      const typist = { byName: me, at: nowIso() };
      last.current = typist;
      pending.current = { actId: id.current, values: kept, ...typist };
      // Not begun anew by each key: who types without a pause is kept too.
      timer.current ??= setTimeout(() => latest.current(), KEEP_EVERY_MS);
    },
    forget: async () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      pending.current = null;
      last.current = null;
      id.current = v7();
      setRestored(null);
      await saveDraft(key, null);
    },
  };
}
