/** Who handles a complaint by the rule book (DOMAIN §3.4, "Authority"): proposed, and changed only with a reason. */
import type { Department } from '../directory/schema';
import type { Complaint, Handler } from './schema';
import { standingOf } from './standing';

/** Departments that handle their own scope are known by these words in their names. */
const OWN_SCOPE = ['销售', '教练', '市场'] as const;

export const AUTHORITY_REASONS = ['serious', 'authority', 'ownScope', 'service'] as const;
export type AuthorityReason = (typeof AUTHORITY_REASONS)[number];

export interface Proposal {
  readonly handler: Handler;
  readonly reason: AuthorityReason;
}

const SERVICE: Handler = { kind: 'service', department: '' };
const MANAGER: Handler = { kind: 'manager', department: '' };

/** @param departments the club's departments; retired ones handle nothing */
export function proposeHandler({ body }: Complaint, departments: readonly Department[]): Proposal {
  const { reference, channel, department } = body;
  if (standingOf(body).grade?.grade === 'serious') return { handler: MANAGER, reason: 'serious' };
  // What came through a government body, the parent company or the media is answered by 客服部.
  if (reference || channel === 'authority' || channel === 'parent' || channel === 'media')
    return { handler: SERVICE, reason: 'authority' };
  const scope = departments.find(({ id, status }) => id === department && status === 'active');
  return scope && OWN_SCOPE.some((word) => scope.body.name.includes(word))
    ? { handler: { kind: 'department', department }, reason: 'ownScope' }
    : { handler: SERVICE, reason: 'service' };
}

export const sameHandler = (a: Handler, b: Handler): boolean =>
  a.kind === b.kind && a.department === b.department;
