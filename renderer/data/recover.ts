/**
 * Brings the database up to the journal (DESIGN §3.1): at a start only the tail after the checkpoint is
 * read; a database that was reset is rebuilt from the first line.
 */
import { v7 } from 'uuid';
import { COLLECTIONS, type CollectionName, type Envelope, type Ver } from '@shared/core/envelope';
import type { JournalPosition } from '@shared/host';
import { decodeSlice, encodeEntry, type HeadEntry } from '@shared/journal/codec';
import { lacks, newestStates } from '@shared/journal/replay';
import { adoptState, noteDamage, recount, setState } from './checkpoint';
import { nowIso } from './clock';
import { host } from './host';
import { loadState } from './local';
import { rawWrite } from './raw-write';
import { byIds, countAll } from './read';
import { noteOutgoing } from './sync/outgoing';

export interface Recovery {
  /** Documents that had to be written. */
  readonly written: number;
  /** Journal lines that could not be read. */
  readonly damaged: number;
  /** The journal ends before what the database holds: it was removed or cut, and begins anew. */
  readonly journalLost: boolean;
}

const NOTHING: Recovery = { written: 0, damaged: 0, journalLost: false };

interface Replayed {
  readonly written: number;
  /** CRC-32 of each line that could not be read. */
  readonly damaged: readonly number[];
  readonly end: JournalPosition;
  /** Desk code of the last line; the journal holds this desk's own acts only. */
  readonly desk: string | null;
  readonly instance: string | null;
}

/** The versions a database has of some documents; what was empty at the start is not asked again. */
type StoredVers = (collection: CollectionName, ids: Iterable<string>) => Promise<ReadonlyMap<string, Ver>>;

/** @returns `stored`, and `note` for what was written since into collections that were empty */
function versions(empty: readonly CollectionName[]): {
  readonly stored: StoredVers;
  readonly note: (collection: CollectionName, docs: readonly Envelope[]) => void;
} {
  const written = new Map(empty.map((name) => [name, new Map<string, Ver>()] as const));
  return {
    stored: async (collection, ids) =>
      written.get(collection) ??
      new Map((await byIds(collection, [...ids])).map((doc) => [doc.id, doc.ver] as const)),
    note: (collection, docs) => {
      for (const { id, ver } of docs) written.get(collection)?.set(id, ver);
    },
  };
}

async function replay(
  from: JournalPosition,
  onProgress: (lines: number) => void,
  empty: readonly CollectionName[] = [],
): Promise<Replayed> {
  const { stored, note } = versions(empty);
  let reading = host.call('journal.read', from);
  let head: HeadEntry | null = null;
  let desk: string | null = null;
  let written = 0;
  const damaged: number[] = [];
  let lines = 0;
  for (;;) {
    const slice = await reading;
    // The shell reads on while the database writes.
    if (!slice.done) reading = host.call('journal.read', slice.next);
    const decoded = decodeSlice(slice.text);
    damaged.push(...decoded.damaged);
    lines += decoded.entries.length;
    for (const entry of decoded.entries) {
      if (entry.t === 'head') head = entry;
      desk = entry.t === 'head' ? entry.desk : entry.act.desk;
    }
    for (const [collection, states] of newestStates(decoded.entries)) {
      const vers = await stored(collection, states.keys());
      const missing = [...states.values()].filter((doc) => lacks(vers.get(doc.id), doc.ver));
      await noteOutgoing(missing.map(({ id }) => ({ collection, id, base: null })));
      await rawWrite(collection, missing);
      note(collection, missing);
      written += missing.length;
    }
    if (slice.done)
      return {
        end: slice.next,
        desk,
        instance: head?.instance ?? null,
        written,
        damaged,
      };
    onProgress(lines);
  }
}

/** Rebuilds from the first journal line; null when no line says which desk this is. */
async function rebuild(onProgress: (lines: number) => void): Promise<Recovery | null> {
  const start = await host.call('journal.start');
  if (!start) return null;
  const counts = await countAll();
  const empty = COLLECTIONS.filter((name) => counts[name] === 0);
  const replayed = await replay(start, onProgress, empty);
  const { instance, desk, end } = replayed;
  if (desk === null) return null;
  const { fresh, change } = noteDamage(replayed.damaged);
  await setState({ instance: instance ?? v7(), desk, checkpoint: end, counts: await countAll(), ...change });
  return { written: replayed.written, damaged: fresh.length, journalLost: false };
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
  const { fresh, change } = noteDamage(replayed.damaged);
  await recount({
    instance: replayed.instance ?? state.instance,
    desk: replayed.desk ?? state.desk,
    checkpoint: replayed.end,
    ...change,
  });
  return { written: replayed.written, damaged: fresh.length, journalLost: false };
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
