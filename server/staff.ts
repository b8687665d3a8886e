/** Everybody the club knows, out of the directory; read anew after each change of it. */
import type { Envelope } from '../shared/core/envelope';
import type { Staff } from '../shared/directory/schema';
import type { Store } from './store/store';

const PAGE = 1_000;
/** Per store: staff and the position up to which the directory was read. */
const known = new WeakMap<Store, { seq: number; readonly staff: Map<string, Staff> }>();

/** Staff by id; those of a batch that is just being pushed count too (a first desk brings its people along). */
export async function knownStaff(
  store: Store,
  batch: readonly unknown[],
): Promise<ReadonlyMap<string, Staff>> {
  const state = known.get(store) ?? { seq: 0, staff: new Map<string, Staff>() };
  known.set(store, state);
  for (;;) {
    const docs = await store.pull('directory', state.seq, PAGE);
    for (const { seq, text } of docs) {
      state.seq = Math.max(state.seq, seq);
      const doc = JSON.parse(text) as Envelope;
      if (doc.kind === 'staff') state.staff.set(doc.id, doc as Staff);
    }
    if (docs.length < PAGE) break;
  }
  const all = new Map(state.staff);
  for (const doc of batch as readonly (Envelope | undefined)[])
    if (doc?.kind === 'staff' && !all.has(doc.id)) all.set(doc.id, doc as Staff);
  return all;
}
