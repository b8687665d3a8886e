/** What is done once the first page stands and the PC is idle: open RxDB, sync, see that nothing is missing. */
import { keptSince } from '@shared/core/retention';
import { sweepBlobs } from '../data/blobs';
import { useDirectory } from '../data/directory';
import { idle } from '../data/idle';
import { dropDraftsBefore } from '../data/local';
import { rejournal } from '../data/rejournal';
import { rx } from '../data/rx';
import { today } from '../data/session';
import { currentLink } from '../data/sync/outgoing';
import { healHole, verifySome, type Verified } from '../data/verify';

/** The slow check waits until the desk has begun its work. */
const VERIFY_AFTER_MS = 60_000;

async function check(onFound: (found: Verified) => void): Promise<void> {
  await idle();
  await rx();
  await idle();
  if (currentLink()) await import('../data/sync/loop').then(({ startSync }) => startSync());
  const found = await healHole();
  onFound(found);
  if (found.healed === 0) await sweepBlobs();
  await dropDraftsBefore(keptSince(today(), useDirectory.getState().settings.retentionMonths));
  await rejournal();
}

/** Tells `onFound` whenever lost records came back or damaged journal lines were met. */
export function settle(onFound: (found: Verified) => void): void {
  void check(onFound);
  setTimeout(() => {
    void verifySome().then(async (found) => {
      onFound(found);
      await rejournal();
    });
  }, VERIFY_AFTER_MS);
}
