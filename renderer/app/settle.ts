/** What is done once the first page stands and the PC is idle: open RxDB, look for holes in the database. */
import { sweepBlobs } from '../data/blobs';
import { hasHole, rebuildAtNextStart } from '../data/recover';
import { rx } from '../data/rx';

const idle = (): Promise<void> =>
  new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 3_000 }));

/** True when documents were missing and the next start will bring them back. */
export async function settle(): Promise<boolean> {
  await idle();
  await rx();
  await idle();
  if (!(await hasHole())) {
    await sweepBlobs();
    return false;
  }
  await rebuildAtNextStart();
  return true;
}
