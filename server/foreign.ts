/**
 * Which records of another desk a desk may bring that the endpoint does not have. A desk is trusted with its own records
 * only; but what another desk wrote can be brought by nobody else once that desk is gone, or once the endpoint itself
 * lost it. Such a record is taken and flagged with the desk that brought it.
 */
import type { Envelope } from '../shared/core/envelope';
import type { Store } from './store/store';

/** True for records that nobody but the caller may be able to bring. */
export type MayBring = (doc: Pick<Envelope, 'desk' | 'at'>) => boolean;

/** The flag of a record that the desk `code` brought. */
export const broughtBy = (code: string): string => `broughtBy:${code}`;

/** Asks the store how things stand. */
export async function mayBring(store: Store): Promise<MayBring> {
  const [desks, restoredAt] = await Promise.all([store.desks(), store.restoredAt()]);
  const revoked = new Set(desks.filter((desk) => desk.revoked).map(({ code }) => code));
  return ({ desk, at }) => revoked.has(desk) || (restoredAt !== null && at <= restoredAt);
}
