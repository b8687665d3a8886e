/** Everybody the club knows, out of the directory; read anew after each change of it. */
import type { Envelope } from '../shared/core/envelope';
import type { Staff } from '../shared/directory/schema';
import type { Store } from './store/store';

const PAGE = 1_000;
/** Per store: staff and the position up to which the directory was read. */
const known = new WeakMap<Store, { seq: number; readonly staff: Map<string, { seq: number; doc: Staff }> }>();

/** Staff by id; those of a batch that is just being pushed count too (a first desk brings its people along). */
export async function knownStaff(
  store: Store,
  batch: readonly unknown[],
): Promise<ReadonlyMap<string, Staff>> {
  const state = known.get(store) ?? { seq: 0, staff: new Map<string, { seq: number; doc: Staff }>() };
  known.set(store, state);
  for (;;) {
    const docs = await store.pull('directory', state.seq, PAGE);
    for (const { seq, text } of docs) {
      state.seq = Math.max(state.seq, seq);
      const doc = JSON.parse(text) as Envelope;
      // Two requests may read at once: an answer that comes late must not bring an older state back.
      if (doc.kind === 'staff' && (state.staff.get(doc.id)?.seq ?? 0) < seq)
        state.staff.set(doc.id, { seq, doc: doc as Staff });
    }
    if (docs.length < PAGE) break;
  }
  const all = new Map([...state.staff].map(([id, { doc }]) => [id, doc] as const));
  for (const doc of batch as readonly (Envelope | undefined)[])
    if (doc?.kind === 'staff' && !all.has(doc.id)) all.set(doc.id, doc as Staff);
  return all;
}
