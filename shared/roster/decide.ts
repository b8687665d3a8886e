/** Who asks and who decides in roster matters: themselves, by session or PIN; nobody decides their own (DOMAIN §1). */
import type { Command, Context, Loaded } from '../core/command';
import type { Envelope } from '../core/envelope';
import type { Checks } from '../core/field-checks';
import type { Role } from '../core/roles';
import type { Deciding } from './schema';

/** Whoever acts: the signed-in person or a colleague whose PIN was given now. */
function present({ actor, now, witnesses }: Context) {
  return [{ staff: actor.id, name: actor.name, roles: actor.roles, at: now }, ...witnesses];
}

/** The person themselves among those present; null with a refusal under `field`. */
export function himself(
  checks: Checks,
  field: string,
  staff: string,
  context: Context,
): { readonly staff: string; readonly name: string } | null {
  const found = present(context).find((one) => one.staff === staff);
  if (!found) checks.refuse(field, 'ownPinMissing');
  return found ?? null;
}

/** One of the roles who is none of `notBy`, e.g. a lead; null with a refusal under `field`. */
export function decider(
  checks: Checks,
  field: string,
  roles: readonly Role[],
  notBy: readonly string[],
  note: string,
  context: Context,
): Deciding | null {
  const may = present(context).filter((one) => one.roles.some((role) => roles.includes(role)));
  const found = may.find(({ staff }) => !notBy.includes(staff));
  if (found) return { staff: found.staff, name: found.name, at: found.at, note };
  checks.refuse(field, may.length > 0 ? 'notOwnApproval' : 'leadMustConfirm');
  return null;
}

/** The one loaded record of a kind. */
export const loadedOf = <E extends Envelope>(
  loaded: Loaded,
  name: string,
  is: (doc: Envelope) => doc is E,
): E | undefined => loaded[name]?.find(is);

/** Reads one record of `roster`. */
export const readOne = (name: string, id: string): ReturnType<Command<unknown>['reads']>[number] => ({
  name,
  collection: 'roster',
  ids: [id],
});
