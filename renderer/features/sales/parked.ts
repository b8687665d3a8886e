/**
 * 挂单: baskets set aside on this PC while somebody else is served. They are typing, not records: nothing is held back for
 * them, prices are those of the moment they are taken up again, and they outlive a lock, a crash and a change of clerks.
 */
import { useSyncExternalStore } from 'react';
import { v7 } from 'uuid';
import type { SaleFields } from '@shared/sales/sell';
import { nowIso } from '../../data/clock';
import { draftsUnder, saveDraft, type Draft } from '../../data/local';
import { useSession } from '../../data/session';
import { lookAgain } from '../../ui/look-again';
import { SALE_DRAFT } from './sale-draft';

/** `actId` names the basket, and is the act of its sale once it is taken up; `byName` set it aside at `at`. */
export type Parked = Draft<SaleFields>;

const KEYS = 'sale.parked.';
const followers = new Set<() => void>();
let known: readonly Parked[] = [];

/** Those set aside, the oldest first. The same list as long as nothing changed. */
export function parkedNow(): readonly Parked[] {
  const now = draftsUnder<SaleFields>(KEYS);
  if (now.length !== known.length || now.some((one, at) => one !== known[at])) known = now;
  return known;
}

async function keep(id: string, draft: Parked | null): Promise<void> {
  const kept = saveDraft(`${KEYS}${id}`, draft);
  for (const tell of followers) tell();
  lookAgain('sales');
  await kept;
}

/** Puts one that was thrown away back as it was. */
export const parkAgain = (one: Parked): Promise<void> => keep(one.actId, one);

/** Sets a basket aside. */
export const park = (values: SaleFields): Promise<void> =>
  parkAgain({ actId: v7(), values, byName: useSession.getState().actor?.name ?? '', at: nowIso() });

/** Takes one off the list. */
export const unpark = (id: string): Promise<void> => keep(id, null);

/** Makes one the basket at hand, which is empty: it is kept there before it leaves the list. */
export async function takeDraft(one: Parked): Promise<void> {
  await saveDraft(SALE_DRAFT, one);
  await unpark(one.actId);
}

function follow(tell: () => void): () => void {
  followers.add(tell);
  return () => void followers.delete(tell);
}

export const useParked = (): readonly Parked[] => useSyncExternalStore(follow, parkedNow);
