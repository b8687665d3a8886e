/**
 * After the journal was lost: copies every record of the database into the new one, in idle time, so
 * that it can rebuild the database and fill a backup again. Replay goes by `ver`, so a copy beside
 * later acts does no harm, and a copying that was broken off is simply begun again.
 */
import { v7 } from 'uuid';
import { COLLECTIONS } from '@shared/core/envelope';
import { encodeEntry } from '@shared/journal/codec';
import { currentState, recount } from './checkpoint';
import { nowIso } from './clock';
import { host } from './host';
import { idle } from './idle';
import { plain } from './raw-write';
import { pageAfter } from './read';

const DOCS_A_LINE = 100;

/** Does nothing while the journal is whole. */
export async function rejournal(): Promise<void> {
  const state = currentState();
  if (!state?.journalLacks) return;
  for (const collection of COLLECTIONS) {
    let after = '';
    for (;;) {
      await idle();
      const page = await pageAfter(collection, after, DOCS_A_LINE);
      const last = page.at(-1);
      if (!last) break;
      const docs = page.map((doc) => ({ collection, doc: plain(doc) }));
      const act = { id: v7(), type: 'journal.copy', at: nowIso(), by: last.by, desk: state.desk, docs };
      const { ok } = await host.call('journal.append', encodeEntry({ t: 'act', act }));
      // Without room the next start tries again.
      if (!ok) return;
      after = last.id;
    }
  }
  await recount({ journalLacks: false });
}
