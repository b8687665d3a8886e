/** Which inspections somebody sees: a clerk only those of their own work. */
import type { Period } from '@shared/core/period';
import { hasRole, type Role } from '@shared/core/roles';
import { isInspection, type Inspection } from '@shared/inspections/schema';
import { range } from '../../data/read';
import { useSession } from '../../data/session';

/** Who sees everybody's. */
export const ALL_SEEING: readonly Role[] = ['lead', 'manager', 'hr'];

/** Inspections written down in some days, on the day they are of or later; oldest first. */
export async function inspectionsOf({ from, to }: Period): Promise<readonly Inspection[]> {
  return (await range('tickets', 'kind', ['inspection', from], ['inspection', to])).filter(isInspection);
}

export function maySee(inspection: Inspection): boolean {
  const { actor } = useSession.getState();
  return actor !== null && (hasRole(actor.roles, ALL_SEEING) || inspection.body.person === actor.id);
}
