/** How much of a register this browser holds: what the person's roles may see (`shared/sync/scope.ts`). */
import type { CollectionName } from '@shared/core/envelope';
import { mayAskBack } from '@shared/sync/scope';
import { useSession } from '../session';
import { heldSince } from './read';

/** What finance sees of whole registers; the manager sees everything. */
const FINANCE: readonly CollectionName[] = ['ledger', 'stockDocuments', 'products'];

/** True when every record of a collection may be seen here, so that counts and figures of it are right. */
export function seesAll(collection: CollectionName): boolean {
  const roles = useSession.getState().actor?.roles ?? [];
  return roles.includes('manager') || (roles.includes('finance') && FINANCE.includes(collection));
}

/** The first business day of which closed records can be listed here, or '' for all days. */
export function listedSince(collection: CollectionName): string {
  const { actor } = useSession.getState();
  return actor && mayAskBack(actor, collection) ? '' : heldSince();
}
