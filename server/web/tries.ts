/** Wrong tries: a few cost nothing, then an account or an address waits, longer each time. */
import type { Tries } from '../store/web-store';

/** How many wrong tries lock. */
export interface TryRule {
  readonly free: number;
}
export const ACCOUNT_RULE: TryRule = { free: 5 };
/** Of one address, behind which a whole office may sit. */
export const ADDRESS_RULE: TryRule = { free: 20 };

const FIRST_LOCK_MS = 15 * 60_000;
const LONGEST_LOCK_MS = 4 * 3_600_000;
/** Wrong tries older than this are forgotten. */
export const TRIES_MEMORY_MS = 24 * 3_600_000;

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/**
 * Counts a try before it is made, so that tries made at once cannot all pass. `value` is the instant until which
 * none is taken, or '' when this one may go on; a locked key is not counted further.
 */
export function takeTry(
  before: Tries | null,
  at: string,
  { free }: TryRule,
): { readonly tries: Tries | null; readonly value: string } {
  const known = before && Date.parse(at) - Date.parse(before.lastAt) < TRIES_MEMORY_MS ? before : null;
  if (known && known.until > at) return { tries: known, value: known.until };
  const wrong = (known?.wrong ?? 0) + 1;
  const lock = wrong < free ? 0 : Math.min(FIRST_LOCK_MS * 2 ** (wrong - free), LONGEST_LOCK_MS);
  return { tries: { wrong, lastAt: at, until: lock === 0 ? '' : later(at, lock) }, value: '' };
}

/** Takes back a try that was right, for keys that others use too. */
export function giveTryBack(before: Tries | null): { readonly tries: Tries | null; readonly value: null } {
  if (!before || before.wrong <= 1) return { tries: null, value: null };
  return { tries: { ...before, wrong: before.wrong - 1, until: '' }, value: null };
}
