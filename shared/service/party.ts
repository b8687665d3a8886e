/** The customer as typed in a form, checked (DOMAIN §3.2). */
import type { Checks } from '../core/field-checks';
import type { TypedParty } from './known';
import type { Settings } from '../core/settings';
import { IDENTITIES, LIMITS, type Identity, type Party } from './schema';

/** Who a visitor is by the purpose of the visit; '' where it does not say. */
export function identityOf(
  purpose: string,
  { memberPurposes, supplierPurposes }: Pick<Settings, 'memberPurposes' | 'supplierPurposes'>,
): Identity | '' {
  if (memberPurposes.includes(purpose)) return 'member';
  return supplierPurposes.includes(purpose) ? 'supplier' : '';
}

/** Cleans the customer; refusals stand under `name`, `phone`, `identity` and `memberNo`. `named`: an anonymous one is refused. */
export function checkParty(checks: Checks, typed: TypedParty, named = true): Party {
  return {
    name: checks.text('name', typed.name, { max: LIMITS.name, required: named }),
    phone: checks.phone('phone', typed.phone),
    identity: checks.choice('identity', typed.identity, IDENTITIES) ?? 'other',
    memberNo: checks.text('memberNo', typed.memberNo, { max: LIMITS.memberNo }),
  };
}
