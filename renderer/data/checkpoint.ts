/** How far the journal is contained in the database, kept beside it (DESIGN §3.1). */
import type { Loaded, Write } from '@shared/core/command';
import type { CollectionName } from '@shared/core/envelope';
import type { JournalPosition } from '@shared/host';
import { saveState, type LocalState } from './local';
import { countAll } from './read';

const SAVE_AFTER_MS = 300;

let state: LocalState | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;

/** The state as it stands now, or null before the first run. */
export const currentState = (): LocalState | null => state;

/** Takes over a loaded or new state and saves it. */
export async function setState(next: LocalState): Promise<void> {
  state = next;
  await saveState(next);
}

/** Changes the state as it stands when this is called, with the database counted anew, and saves it. */
export async function recount(change: Partial<LocalState> = {}): Promise<void> {
  const counts = await countAll();
  if (state) await setState({ ...state, ...change, counts });
}

/** What has to be noted about damaged journal lines (by their CRC-32) met for the first time; `fresh` are those. */
export function noteDamage(damaged: readonly number[]): {
  readonly fresh: readonly number[];
  readonly change: Pick<LocalState, 'journalLacks' | 'madeGood'>;
} {
  const known = state?.madeGood ?? [];
  const fresh = [...new Set(damaged)].filter((line) => !known.includes(line));
  return { fresh, change: fresh.length > 0 ? { journalLacks: true, madeGood: [...known, ...fresh] } : {} };
}

/** Takes over a state that is already saved. */
export function adoptState(loaded: LocalState): void {
  state = loaded;
}

/** Notes that everything up to `position` is in the database. Saved a moment later: a lost note costs a replay. */
export function noteWritten(position: JournalPosition, writes: readonly Write[], loaded: Loaded): void {
  if (!state) return;
  const known = new Set(Object.values(loaded).flatMap((docs) => docs.map((doc) => doc.id)));
  const counts: Partial<Record<CollectionName, number>> = { ...state.counts };
  for (const { collection, doc } of writes)
    if (!known.has(doc.id)) counts[collection] = (counts[collection] ?? 0) + 1;
  state = { ...state, checkpoint: position, counts };
  timer ??= setTimeout(() => {
    timer = null;
    if (state) void saveState(state);
  }, SAVE_AFTER_MS);
}
