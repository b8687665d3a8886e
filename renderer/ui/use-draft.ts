/** Keeps what is typed into a form: over a lock, a crash and a reload. Secrets such as PINs are never kept. */
import { useEffect, useRef } from 'react';
import { v7 } from 'uuid';
import { nowIso } from '../data/clock';
import { loadDraft, saveDraft, type Draft } from '../data/local';
import { useSession } from '../data/session';

const KEEP_AFTER_MS = 250;

/** Who typed last, and when. */
export interface Typist {
  readonly byName: string;
  /** ISO instant. */
  readonly at: string;
}

interface DraftKeeper<V> {
  /** The act's id, the same from the first keystroke to the saving, also over a reload. */
  readonly actId: () => string;
  /** Notes a keystroke; it reaches the disk a moment later. */
  readonly keep: (values: V) => void;
  /** Forgets the draft; what follows is a new act. */
  readonly forget: () => Promise<void>;
}

/**
 * @param onFound called once with the draft there was, or null
 * @param onTakenOver called when somebody else goes on with what a colleague typed
 */
export function useDraft<V extends object>(
  key: string,
  secrets: readonly (keyof V & string)[],
  onFound: (draft: Draft<Partial<V>> | null) => void,
  onTakenOver: (typist: Typist) => void,
): DraftKeeper<V> {
  const me = useSession(({ actor }) => actor?.name ?? '');
  const id = useRef(v7());
  const last = useRef<Typist | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** Writes the last keystrokes; null once they are written. */
  const pending = useRef<(() => void) | null>(null);

  useEffect(() => {
    let gone = false;
    void loadDraft<Partial<V>>(key).then((draft) => {
      if (gone) return;
      if (draft) {
        id.current = draft.actId;
        last.current = draft;
      }
      onFound(draft);
    });
    return () => {
      gone = true;
    };
    // The draft is looked for once per form.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);

  useEffect(() => {
    if (last.current && last.current.byName !== me) onTakenOver(last.current);
    // Only a change of the person counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [me]);

  // Whoever leaves a form and comes back at once finds the last keystrokes too.
  useEffect(() => () => pending.current?.(), []);

  return {
    actId: () => id.current,
    keep: (values) => {
      clearTimeout(timer.current);
      const kept = Object.fromEntries(
        Object.entries(values).filter(([field]) => !(secrets as readonly string[]).includes(field)),
      );
      const typist = { byName: me, at: nowIso() };
      last.current = typist;
      const write = (): void => {
        clearTimeout(timer.current);
        pending.current = null;
        void saveDraft(key, { actId: id.current, values: kept, ...typist });
      };
      pending.current = write;
      timer.current = setTimeout(write, KEEP_AFTER_MS);
    },
    forget: async () => {
      clearTimeout(timer.current);
      pending.current = null;
      last.current = null;
      id.current = v7();
      await saveDraft(key, null);
    },
  };
}
