/** Which till session money goes through (DOMAIN §6). */
import type { Context } from '../core/command';
import type { Checks } from '../core/field-checks';
import { booksOf, type Books, type SessionSum } from './books';

export type OpenSession = SessionSum & { readonly id: string };

/** The open session of a desk's till, or null. Should two be open after a restore, the later one. */
export function openSession({ sessions }: Books, desk: string): OpenSession | null {
  let found: OpenSession | null = null;
  for (const [id, session] of Object.entries(sessions))
    if (session.desk === desk && session.opened && session.closedAt === '')
      if (!found || found.at < session.at) found = { id, ...session };
  return found;
}

/** Session of an act that moves money; '' with the refusal `noSession` while this desk's till is closed. */
export function needSession(checks: Checks, context: Context): string {
  const open = openSession(booksOf(context), context.desk);
  if (!open) checks.refuse('', 'noSession');
  return open?.id ?? '';
}
