/** Records of the shift, kept current. */
import { useMemo } from 'react';
import type { CollectionName, Envelope } from '@shared/core/envelope';
import type { Period } from '@shared/core/period';
import { hasRole, DESK_ROLES } from '@shared/core/roles';
import type { Staff } from '@shared/directory/schema';
import { useDirectory } from '../../data/directory';
import { useLive, type ReadState } from '../../data/live';
import { range } from '../../data/read';

export interface Kept<E> {
  readonly state: ReadState;
  /** Newest first. */
  readonly rows: readonly E[];
}

const NONE: readonly never[] = [];
const newestFirst = (a: Envelope, b: Envelope): number =>
  b.at.localeCompare(a.at) || b.id.localeCompare(a.id);

/** Records of some kinds of a period; `also` loads more of them, whatever their day. Keep `kinds` the same array. */
export function useKinds<E extends Envelope>(
  collection: CollectionName,
  kinds: readonly E['kind'][],
  { from, to }: Period,
  also: () => Promise<readonly Envelope[]> = () => Promise.resolve(NONE),
): Kept<E> {
  const live = useLive<readonly E[]>(
    async () => {
      const lists = await Promise.all([
        also(),
        ...kinds.map((kind) => range(collection, 'kind', [kind, from], [kind, to])),
      ]);
      const mine = lists.flat().filter(({ kind }) => kinds.includes(kind)) as unknown as readonly E[];
      return [...new Map(mine.map((doc) => [doc.id, doc])).values()].sort(newestFirst);
    },
    [collection],
    [kinds.join(), from, to],
    // Records of other kinds leave the list as it is.
    (value, { docs }) => (docs.some(({ kind }) => kinds.includes(kind)) ? null : value),
  );
  const rows = live.state === 'ready' ? live.value : NONE;
  return useMemo(() => ({ state: live.state, rows }), [live.state, rows]);
}

/** Whoever works at the desk, in service; the signed-in person among them. */
export function useDeskStaff(): readonly Staff[] {
  const staff = useDirectory((state) => state.staff);
  return useMemo(
    () => staff.filter(({ status, body }) => status === 'active' && hasRole(body.roles, DESK_ROLES)),
    [staff],
  );
}
