/**
 * After the journal was lost or a line of it damaged: writes every record of the database that its readable lines do
 * not hold into it again, in idle time, so that it can rebuild the database and fill a backup. Replay goes by `ver`, so
 * a copy beside later acts does no harm, and a copying that was broken off goes on at the next start.
 */
import { v7 } from 'uuid';
import { COLLECTIONS, type CollectionName, type Ver } from '@shared/core/envelope';
import { decodeSlice, encodeEntry } from '@shared/journal/codec';
import { lacks, newestStates } from '@shared/journal/replay';
import { currentState, recount } from './checkpoint';
import { nowIso } from './clock';
import { host } from './host';
import { idle } from './idle';
import { plain } from './raw-write';
import { pageAfter } from './read';

const DOCS_A_LINE = 100;

/** The newest version of each record that the journal can be read for. */
async function heldVers(): Promise<ReadonlyMap<CollectionName, ReadonlyMap<string, Ver>>> {
  const held = new Map(COLLECTIONS.map((name) => [name, new Map<string, Ver>()] as const));
  let position = await host.call('journal.start');
  while (position) {
    await idle();
    const { text, next, done } = await host.call('journal.read', position);
    for (const [collection, states] of newestStates(decodeSlice(text).entries)) {
      const vers = held.get(collection);
      for (const { id, ver } of states.values()) if (lacks(vers?.get(id), ver)) vers?.set(id, ver);
    }
    position = done ? null : next;
  }
  return held;
}

/** Does nothing while the journal is whole. */
export async function rejournal(): Promise<void> {
  const state = currentState();
  if (!state?.journalLacks) return;
  const held = await heldVers();
  for (const collection of COLLECTIONS) {
    let after = '';
    for (;;) {
      await idle();
      const page = await pageAfter(collection, after, DOCS_A_LINE);
      const last = page.at(-1);
      if (!last) break;
      after = last.id;
      const docs = page
        .filter(({ id, ver }) => lacks(held.get(collection)?.get(id), ver))
        .map((doc) => ({ collection, doc: plain(doc) }));
      if (docs.length === 0) continue;
      const act = { id: v7(), type: 'journal.copy', at: nowIso(), by: last.by, desk: state.desk, docs };
      const { ok } = await host.call('journal.append', encodeEntry({ t: 'act', act }));
      // Without room the next start tries again.
      if (!ok) return;
    }
  }
  await recount({ journalLacks: false });
}
