/** Fills an empty profile with the demo club: one month of acts, through the journal like any other. */
import type { Act } from '@shared/core/command';
import { DEMO_PIN } from '@shared/demo/club';
import { demoMonth } from '@shared/demo/month';
import { encodeEntry } from '@shared/journal/codec';
import { newestStates } from '@shared/journal/replay';
import { recount } from './checkpoint';
import { nowIso } from './clock';
import { loadDirectory } from './directory';
import { host } from './host';
import { rawWrite } from './raw-write';
import { beginJournal } from './recover';
import { useSession } from './session';

/** Acts joined in one journal line; a line each would sync a thousand times. */
const PER_LINE = 200;

/** Writes acts in bulk: journal first, then the database. @throws Error when the journal cannot be written */
export async function writeActs(acts: readonly Act[]): Promise<void> {
  for (let at = 0; at < acts.length; at += PER_LINE) {
    const some = acts.slice(at, at + PER_LINE);
    const first = some[0];
    if (!first) return;
    const docs = some.flatMap((act) => act.docs);
    const appended = await host.call('journal.append', encodeEntry({ t: 'act', act: { ...first, docs } }));
    if (!appended.ok) throw new Error(`journal: ${appended.code}`);
    for (const [collection, states] of newestStates([{ t: 'act', act: { ...first, docs } }]))
      await rawWrite(collection, [...states.values()]);
    await recount({ checkpoint: appended.position });
  }
}

/** Makes the demo club; afterwards the sign-in page shows. */
export async function fillDemo(): Promise<void> {
  if (!(await beginJournal('A'))) throw new Error('journal: cannot be written');
  useSession.setState({ desk: 'A' });
  await writeActs(demoMonth(nowIso(), await host.call('pin.hash', DEMO_PIN)));
  await loadDirectory();
}
