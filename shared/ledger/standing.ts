/** Entries that stand, and acts that happen once: again only after each time they were taken back (DOMAIN §2). */

/** How often an act may happen again after it was taken back. */
const MAX_TIMES = 5;

/** Id of the entry that takes another back: two desks that reverse one entry meet in it. */
export const reversalId = (of: string): string => `reversal:${of}`;

/** Id of finance's receipt of a deposit. */
export const receiptId = (of: string): string => `received:${of}`;

/** The derived id of an act that happens once, and those it has when it is done anew after a reversal. */
export const timesOf = (id: string): readonly string[] => [
  id,
  ...Array.from({ length: MAX_TIMES - 1 }, (_, at) => `${id}:${at + 2}`),
];

/** The same ids with their reversals, as an act's `self` is read. */
export const timesRead = (id: string): readonly string[] => [...timesOf(id), ...timesOf(id).map(reversalId)];

/** Id under which the act is done now; null while one stands, or when it was taken back too often. */
export function nextTime(id: string, found: readonly { readonly id: string }[]): string | null {
  const stored = new Set(found.map((entry) => entry.id));
  for (const time of timesOf(id)) {
    if (!stored.has(time)) return time;
    if (!stored.has(reversalId(time))) return null;
  }
  return null;
}

/** Those of `entries` that nothing among `all` takes back. */
export function standing<E extends { readonly id: string }>(
  entries: readonly E[],
  all: Iterable<{ readonly id: string }>,
): readonly E[] {
  const stored = new Set<string>();
  for (const { id } of all) stored.add(id);
  return entries.filter(({ id }) => !stored.has(reversalId(id)));
}
