/** Staff somebody ticked by hand beside roster and attendance, kept for the business day. */
import { loadPref, savePref } from '../../data/local';

const PREF = 'staffOnSite';

export interface ByHand {
  readonly day: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What was ticked on a business day. */
export async function loadByHand(day: string): Promise<ByHand> {
  const kept = await loadPref<ByHand>(PREF);
  return kept?.day === day ? kept : { day, added: [], removed: [] };
}

export const saveByHand = (kept: ByHand): Promise<void> => savePref(PREF, kept);

/** Staff ids on duty: those the records know, as corrected by hand. */
export const withHand = (known: readonly string[], { added, removed }: ByHand): readonly string[] =>
  [...new Set([...known, ...added])].filter((id) => !removed.includes(id));
