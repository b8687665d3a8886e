/** The roles of DOMAIN §1. */
export const ROLES = ['clerk', 'lead', 'finance', 'hr', 'manager', 'handler', 'admin'] as const;

export type Role = (typeof ROLES)[number];

/** Roles that work at the desk and record there. */
export const DESK_ROLES: readonly Role[] = ['clerk', 'lead'];

/** Roles that take paper registers over. */
export const IMPORT_ROLES: readonly Role[] = ['lead', 'admin'];

/** Roles whose lists, prints and exports show phone numbers in full (DOMAIN §2). */
export const PHONE_ROLES: readonly Role[] = ['lead', 'manager'];

/** True when one of `mine` is among `wanted`. */
export function hasRole(mine: readonly Role[], wanted: readonly Role[]): boolean {
  return mine.some((role) => wanted.includes(role));
}
