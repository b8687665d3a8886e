/** Who must know a product's facts before it is sold (DOMAIN §3.9). */
import type { Staff } from '../directory/schema';
import type { Product, ProductBody } from './schema';

/** True when this person has acknowledged the facts as they are now. */
export function hasAcknowledged({ facts, acknowledged }: ProductBody, staff: string): boolean {
  return acknowledged.some((one) => one.staff === staff && one.version === facts.version);
}

/** Active clerks who have not; while there is no roster all of them must. */
export function missingFrom({ body }: Product, staff: readonly Staff[]): readonly Staff[] {
  return staff.filter(
    (one) => one.status === 'active' && one.body.roles.includes('clerk') && !hasAcknowledged(body, one.id),
  );
}
