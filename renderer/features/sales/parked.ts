/**
 * 挂单: baskets set aside on this PC while somebody else is served. They are typing, not records: nothing is held back for
 * them, prices are those of the moment they are taken up again, and they outlive a lock, a crash and a change of clerks.
 */
import { useSyncExternalStore } from 'react';
import { v7 } from 'uuid';
import type { SaleFields } from '@shared/sales/sell';
import { nowIso } from '../../data/clock';
import { draftOf, saveDraft } from '../../data/local';
import { useSession } from '../../data/session';
import { SALE_DRAFT } from './sale-draft';

export interface Parked {
  readonly id: string;
  readonly values: SaleFields;
  /** Name of who set it aside. */
  readonly byName: string;
  /** ISO instant. */
  readonly at: string;
}

interface Kept {
  readonly list: readonly Parked[];
}

const KEY = 'sale.parked';
const NONE: readonly Parked[] = [];
const followers = new Set<() => void>();

/** Those set aside, the oldest first. */
export const parkedNow = (): readonly Parked[] => draftOf<Kept>(KEY)?.values.list ?? NONE;

async function keep(list: readonly Parked[]): Promise<void> {
  const byName = useSession.getState().actor?.name ?? '';
  const kept = saveDraft(
    KEY,
    list.length > 0 ? { actId: KEY, values: { list }, byName, at: nowIso() } : null,
  );
  for (const tell of followers) tell();
  await kept;
}

/** Sets a basket aside. */
export const park = (values: SaleFields): Promise<void> =>
  keep([...parkedNow(), { id: v7(), values, byName: useSession.getState().actor?.name ?? '', at: nowIso() }]);

/** Takes one off the list. */
export const unpark = (id: string): Promise<void> => keep(parkedNow().filter((one) => one.id !== id));

/** Makes one the basket at hand, which is empty: it is kept there before it leaves the list. */
export async function takeDraft({ id, values, byName, at }: Parked): Promise<void> {
  await saveDraft(SALE_DRAFT, { actId: id, values, byName, at });
  await unpark(id);
}

/** Puts one that was thrown away back. */
export const parkAgain = (one: Parked): Promise<void> =>
  keep([...parkedNow(), one].sort((a, b) => a.at.localeCompare(b.at)));

function follow(tell: () => void): () => void {
  followers.add(tell);
  return () => void followers.delete(tell);
}

export const useParked = (): readonly Parked[] => useSyncExternalStore(follow, parkedNow);
