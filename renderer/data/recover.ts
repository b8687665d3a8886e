/**
 * Brings the database up to the journal (DESIGN §3.1): at a start only the tail after the checkpoint is
 * read; a database that was reset or lost documents is rebuilt from the first line.
 */
import { v7 } from 'uuid';
import { COLLECTIONS } from '@shared/core/envelope';
import type { JournalPosition } from '@shared/host';
import { decodeSlice, encodeEntry, type HeadEntry } from '@shared/journal/codec';
import { lacks, newestStates } from '@shared/journal/replay';
import { adoptState, currentState, setState } from './checkpoint';
import { nowIso } from './clock';
import { host } from './host';
import { loadState } from './local';
import { rawWrite } from './raw-write';
import { byIds, total } from './read';

export interface Recovery {
  /** Documents that had to be written. */
  readonly written: number;
  /** Journal lines that could not be read. */
  readonly damaged: number;
}

const NOTHING: Recovery = { written: 0, damaged: 0 };

interface Replayed extends Recovery {
  readonly end: JournalPosition;
  readonly head: HeadEntry | null;
}

async function replay(from: JournalPosition, onProgress: (lines: number) => void): Promise<Replayed> {
  let position = from;
  let head: HeadEntry | null = null;
  let written = 0;
  let damaged = 0;
  let lines = 0;
  for (;;) {
    const slice = await host.call('journal.read', position);
    const decoded = decodeSlice(slice.text);
    damaged += decoded.damaged;
    lines += decoded.entries.length;
    for (const entry of decoded.entries) if (entry.t === 'head') head = entry;
    for (const [collection, states] of newestStates(decoded.entries)) {
      const stored = new Map((await byIds(collection, [...states.keys()])).map((doc) => [doc.id, doc.ver]));
      const missing = [...states.values()].filter((doc) => lacks(stored.get(doc.id), doc.ver));
      await rawWrite(collection, missing);
      written += missing.length;
    }
    position = slice.next;
    if (slice.done) return { end: position, head, written, damaged };
    onProgress(lines);
  }
}

async function countAll(): Promise<Record<string, number>> {
  const counts = await Promise.all(COLLECTIONS.map(async (name) => [name, await total(name)] as const));
  return Object.fromEntries(counts);
}

/** Rebuilds from the first journal line; null when there is no journal with a head. */
async function rebuild(onProgress: (lines: number) => void): Promise<Recovery | null> {
  const start = await host.call('journal.start');
  if (!start) return null;
  const replayed = await replay(start, onProgress);
  if (!replayed.head) return null;
  const { instance, desk } = replayed.head;
  await setState({ instance, desk, checkpoint: replayed.end, counts: await countAll() });
  return replayed;
}

/**
 * To be called before the app is usable. Afterwards `currentState()` says which desk this is, or null
 * when this is a first run.
 */
export async function recover(onProgress: (lines: number) => void): Promise<Recovery> {
  const state = await loadState();
  if (!state) return (await rebuild(onProgress)) ?? NOTHING;
  adoptState(state);
  const tail = await host.call('journal.read', state.checkpoint);
  if (tail.done && tail.text === '') return NOTHING;
  const replayed = await replay(state.checkpoint, onProgress);
  const desk = replayed.head?.desk ?? state.desk;
  await setState({ ...state, desk, checkpoint: replayed.end, counts: await countAll() });
  return replayed;
}

/**
 * In idle time: a database with fewer documents than the checkpoint counted has a hole (a damaged file
 * that Chromium mended by dropping a part). Returns true when it must be rebuilt at the next start.
 */
export async function hasHole(): Promise<boolean> {
  const state = currentState();
  if (!state) return false;
  for (const name of COLLECTIONS) {
    const expected = state.counts[name] ?? 0;
    if ((await total(name)) < expected) return true;
  }
  return false;
}

/** Forgets the checkpoint, so that the next start reads the whole journal. */
export async function rebuildAtNextStart(): Promise<void> {
  const state = currentState();
  const start = await host.call('journal.start');
  if (state && start) await setState({ ...state, checkpoint: start });
}

/** Writes the journal's head line for a new database or desk code and makes it this desk's state. */
export async function beginJournal(desk: string): Promise<boolean> {
  const instance = v7();
  const appended = await host.call('journal.append', encodeEntry({ t: 'head', instance, desk, at: nowIso() }));
  if (!appended.ok) return false;
  await setState({ instance, desk, checkpoint: appended.position, counts: await countAll() });
  return true;
}

/** After a bulk write: everything up to `position` is in the database. */
export async function countsAsStored(position: JournalPosition): Promise<void> {
  const state = currentState();
  if (state) await setState({ ...state, checkpoint: position, counts: await countAll() });
}
