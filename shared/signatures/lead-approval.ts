/** A lead stands for a step with the own PIN; nobody approves their own (DOMAIN §1). */
import type { Context } from '../core/command';
import type { Checks } from '../core/field-checks';
import type { StaffMark } from './signature';

/**
 * The lead among the signed-in person and the witnesses who is none of `notBy`; null with a refusal under `field`.
 * `notBy` are staff ids of those whose act it is.
 */
export function leadApproval(
  checks: Checks,
  field: string,
  notBy: readonly string[],
  { actor, now, witnesses }: Context,
): StaffMark | null {
  const leads = [{ staff: actor.id, name: actor.name, roles: actor.roles, at: now }, ...witnesses].filter(
    ({ roles }) => roles.includes('lead'),
  );
  const lead = leads.find(({ staff }) => !notBy.includes(staff));
  if (lead) return { staff: lead.staff, name: lead.name, at: lead.at };
  checks.refuse(field, leads.length > 0 ? 'notOwnApproval' : 'leadMustConfirm');
  return null;
}
