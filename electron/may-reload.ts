/** How often a crashed page is loaded again by itself. */

const WITHIN_MS = 60_000;
const MOST = 3;

/** False when the page has crashed so often lately that loading it again would only go round. Epoch ms. */
export function mayReload(reloads: readonly number[], now: number): boolean {
  return reloads.filter((at) => now - at < WITHIN_MS).length < MOST;
}
