/**
 * Brings the database up to the journal (DESIGN §3.1): at a start only the tail after the checkpoint is
 * read; a database that was reset is rebuilt from the first line.
 */
import { v7 } from 'uuid';
import type { JournalPosition } from '@shared/host';
import { decodeSlice, encodeEntry, type HeadEntry } from '@shared/journal/codec';
import { lacks, newestStates } from '@shared/journal/replay';
import { adoptState, recount, setState } from './checkpoint';
import { nowIso } from './clock';
import { host } from './host';
import { loadState } from './local';
import { rawWrite } from './raw-write';
import { byIds, countAll } from './read';

export interface Recovery {
  /** Documents that had to be written. */
  readonly written: number;
  /** Journal lines that could not be read. */
  readonly damaged: number;
  /** The journal ends before what the database holds: it was removed or cut, and begins anew. */
  readonly journalLost: boolean;
}

const NOTHING: Recovery = { written: 0, damaged: 0, journalLost: false };

interface Replayed extends Recovery {
  readonly end: JournalPosition;
  /** Desk code of the last line; the journal holds this desk's own acts only. */
  readonly desk: string | null;
  readonly instance: string | null;
}

async function replay(from: JournalPosition, onProgress: (lines: number) => void): Promise<Replayed> {
  let position = from;
  let head: HeadEntry | null = null;
  let desk: string | null = null;
  let written = 0;
  let damaged = 0;
  let lines = 0;
  for (;;) {
    const slice = await host.call('journal.read', position);
    const decoded = decodeSlice(slice.text);
    damaged += decoded.damaged;
    lines += decoded.entries.length;
    for (const entry of decoded.entries) {
      if (entry.t === 'head') head = entry;
      desk = entry.t === 'head' ? entry.desk : entry.act.desk;
    }
    for (const [collection, states] of newestStates(decoded.entries)) {
      const stored = new Map((await byIds(collection, [...states.keys()])).map((doc) => [doc.id, doc.ver]));
      const missing = [...states.values()].filter((doc) => lacks(stored.get(doc.id), doc.ver));
      await rawWrite(collection, missing);
      written += missing.length;
    }
    position = slice.next;
    if (slice.done)
      return { end: position, desk, instance: head?.instance ?? null, written, damaged, journalLost: false };
    onProgress(lines);
  }
}

/** Rebuilds from the first journal line; null when no line says which desk this is. */
async function rebuild(onProgress: (lines: number) => void): Promise<Recovery | null> {
  const start = await host.call('journal.start');
  if (!start) return null;
  const replayed = await replay(start, onProgress);
  const { instance, desk, end } = replayed;
  if (desk === null) return null;
  await setState({ instance: instance ?? v7(), desk, checkpoint: end, counts: await countAll() });
  return replayed;
}

const isBefore = (a: JournalPosition, b: JournalPosition): boolean =>
  a.file < b.file || (a.file === b.file && a.offset < b.offset);

/**
 * To be called before the app is usable. Afterwards `currentState()` says which desk this is, or null
 * when this is a first run.
 */
export async function recover(onProgress: (lines: number) => void): Promise<Recovery> {
  const state = await loadState();
  if (!state) return (await rebuild(onProgress)) ?? NOTHING;
  adoptState(state);
  const tail = await host.call('journal.read', state.checkpoint);
  if (isBefore(tail.next, state.checkpoint)) {
    // Should the journal not be writable now, the next start finds the same.
    if (await beginJournal(state.desk)) await recount({ journalLacks: true });
    return { ...NOTHING, journalLost: true };
  }
  if (tail.done && tail.text === '') return NOTHING;
  const replayed = await replay(state.checkpoint, onProgress);
  await recount({
    instance: replayed.instance ?? state.instance,
    desk: replayed.desk ?? state.desk,
    checkpoint: replayed.end,
  });
  return replayed;
}

/** Writes the journal's head line for a new database or desk code and makes it this desk's state. */
export async function beginJournal(desk: string): Promise<boolean> {
  const instance = v7();
  const appended = await host.call(
    'journal.append',
    encodeEntry({ t: 'head', instance, desk, at: nowIso() }),
  );
  if (!appended.ok) return false;
  await setState({ instance, desk, checkpoint: appended.position, counts: await countAll() });
  return true;
}
