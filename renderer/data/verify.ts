/**
 * The quiet check of the database against the journal (DESIGN §3.1): what was lost behind the checkpoint
 * (a damaged file that Chromium mended by dropping a part) is brought back while the app runs.
 */
import { COLLECTIONS } from '@shared/core/envelope';
import type { JournalPosition } from '@shared/host';
import { decodeSlice } from '@shared/journal/codec';
import { newestStates } from '@shared/journal/replay';
import { currentState, noteDamage, recount } from './checkpoint';
import { bringBack } from './gateway';
import { host } from './host';
import { idle } from './idle';
import { total } from './read';

/** Slices (about 1 MiB) looked through in one run of the app when nothing is suspected. */
const SLICES_A_RUN = 20;

export interface Verified {
  /** Documents the database had lost. */
  readonly healed: number;
  /** Journal lines that cannot be read, met for the first time. */
  readonly damaged: number;
}

/** True when the database holds fewer documents than were counted into it. */
async function hasHole(): Promise<boolean> {
  for (const name of COLLECTIONS) if ((await total(name)) < (currentState()?.counts[name] ?? 0)) return true;
  return false;
}

interface Compared {
  readonly healed: number;
  readonly damaged: readonly number[];
  readonly next: JournalPosition | null;
}

async function compare(from: JournalPosition, slices: number): Promise<Compared> {
  let position = from;
  let healed = 0;
  const damaged: number[] = [];
  for (let slice = 0; slice < slices; slice += 1) {
    await idle();
    const { text, next, done } = await host.call('journal.read', position);
    const decoded = decodeSlice(text);
    damaged.push(...decoded.damaged);
    for (const [collection, states] of newestStates(decoded.entries))
      healed += await bringBack(collection, [...states.values()]);
    if (done) return { healed, damaged, next: null };
    position = next;
  }
  return { healed, damaged, next: position };
}

/** Looks for missing documents by count and, when there are some, through the whole journal. */
export async function healHole(): Promise<Verified> {
  const start = (await hasHole()) ? await host.call('journal.start') : null;
  if (!start) return { healed: 0, damaged: 0 };
  const { healed, damaged } = await compare(start, Number.POSITIVE_INFINITY);
  const { fresh, change } = noteDamage(damaged);
  await recount(change);
  return { healed, damaged: fresh.length };
}

/** Goes on through the journal where the last run stopped, and begins again at its end. */
export async function verifySome(): Promise<Verified> {
  const from = currentState()?.verifiedTo ?? (await host.call('journal.start'));
  if (!from) return { healed: 0, damaged: 0 };
  const { healed, damaged, next } = await compare(from, SLICES_A_RUN);
  const { fresh, change } = noteDamage(damaged);
  await recount({ verifiedTo: next, ...change });
  return { healed, damaged: fresh.length };
}
