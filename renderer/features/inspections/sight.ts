/** Which inspections somebody sees: a clerk only those of their own work. */
import { hasRole, type Role } from '@shared/core/roles';
import type { Inspection } from '@shared/inspections/schema';
import { useSession } from '../../data/session';

const ALL_SEEING: readonly Role[] = ['lead', 'manager', 'hr'];

export function maySee(inspection: Inspection): boolean {
  const { actor } = useSession.getState();
  return actor !== null && (hasRole(actor.roles, ALL_SEEING) || inspection.body.person === actor.id);
}
