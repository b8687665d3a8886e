/** The page's one clock, and the guard that keeps RxDB's write times growing (DESIGN §2). */
import { COLLECTIONS } from '@shared/core/envelope';
import { highestWriteTime } from './read';

const system = Date.now.bind(Date);

let offset = 0;

/** Sets the test clock's offset (ms), once at start. */
export function setClockOffset(ms: number): void {
  offset = ms;
}

/** Now as an ISO instant: the only clock commands, pages and forms see. It is the PC's, also while the guard holds. */
export function nowIso(): string {
  return new Date(system() + offset).toISOString();
}

/**
 * Before RxDB opens: holds `Date.now` above the highest stored write time, or records written after a
 * clock was set back would never be pushed. Returns by how many ms the clock is behind (0: it is not).
 */
export async function guardClock(): Promise<number> {
  const highest = Math.max(...(await Promise.all(COLLECTIONS.map(highestWriteTime))));
  const behind = highest - system();
  if (behind <= 0) return 0;
  const opened = performance.now();
  Date.now = () => Math.max(system(), Math.ceil(highest + 1 + performance.now() - opened));
  return behind;
}
