/** Notices that the PC's clock was set while the app runs: by a person, a dead battery, a time server. */
import os from 'node:os';

const LOOK_EVERY_MS = 5_000;
/** What a time server corrects in passing stays below it. */
const JUMP_MS = 120_000;

/** When the PC was started, by its clock as it stands now (epoch ms). Uptime counts sleep too, so only a set clock moves it. */
const startedAt = (): number => Date.now() - os.uptime() * 1000;

/** Tells each jump since the last look in ms, negative when the clock went back. */
export function watchClock(jumped: (ms: number) => void): void {
  let last = startedAt();
  setInterval(() => {
    const now = startedAt();
    if (Math.abs(now - last) >= JUMP_MS) jumped(Math.round(now - last));
    last = now;
  }, LOOK_EVERY_MS).unref();
}
