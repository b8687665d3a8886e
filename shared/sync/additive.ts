/**
 * Lists in a body that grow by entries with an `id`, each belonging to whoever added it: what two desks added meanwhile
 * stands together after a merge. Where entries limit one another (claims of an item) the merged record's own rule
 * (`rules/restate.ts`) decides whether both can stand, or a person must.
 */
export const ADDITIVE: Readonly<Record<string, readonly string[]>> = {
  foundItem: ['contacts', 'events'],
  lossReport: ['contacts'],
  talk: ['children', 'handOvers'],
  // Two departments answer one order at two desks: each part is its own entry.
  workOrder: ['parts', 'progress', 'extensions', 'escalations', 'children', 'handOvers'],
  // Events that cannot both be are found out when the record is stated anew (`merge.ts`).
  complaint: ['events', 'handOvers', 'children'],
  meeting: ['entries'],
  task: ['handOvers'],
  enquiry: ['children', 'handOvers', 'attempts'],
  product: ['acknowledged'],
  followUp: ['attempts', 'children', 'handOvers'],
  // Two leads plan different months.
  followUpPlan: ['months'],
  // Two desks call different people at once: both calls stand.
  incident: ['people', 'calls', 'marks', 'measures'],
};

interface Entry {
  readonly id: string;
  readonly at?: string;
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string';

/** The list when every member is an entry with an id of its own, else null. */
export function entriesOf(value: unknown): readonly Entry[] | null {
  if (!Array.isArray(value) || !value.every(isEntry)) return null;
  return new Set(value.map(({ id }) => id)).size === value.length ? value : null;
}

/**
 * Both sides' entries, by id: whatever one side changed or took out since `base` counts; null when both changed one
 * entry, each in its way. Entries with a time stand in its order.
 * @param same compares two entries by content
 */
export function bothEntries(
  base: readonly Entry[],
  local: readonly Entry[],
  master: readonly Entry[],
  same: (a: unknown, b: unknown) => boolean,
): readonly Entry[] | null {
  const find = (list: readonly Entry[], id: string): Entry | null =>
    list.find((entry) => entry.id === id) ?? null;
  const merged: Entry[] = [];
  for (const id of new Set([...master, ...local].map((entry) => entry.id))) {
    const [before, mine, theirs] = [find(base, id), find(local, id), find(master, id)];
    if (!same(mine, theirs) && !same(before, mine) && !same(before, theirs)) return null;
    const kept = same(mine, theirs) || same(before, mine) ? theirs : mine;
    if (kept) merged.push(kept);
  }
  return merged.every(({ at }) => at !== undefined)
    ? merged.sort((a, b) => (a.at ?? '').localeCompare(b.at ?? '') || (a.id < b.id ? -1 : 1))
    : merged;
}
