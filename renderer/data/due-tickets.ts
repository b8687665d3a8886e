/** Tickets with a promised time: most pages of the service group, and their lines of Today, want the same ones. */
import type { Envelope } from '@shared/core/envelope';
import { changesOf } from './live';
import { range } from './read';

let latest: { readonly changes: number; readonly docs: Promise<readonly Envelope[]> } | null = null;

/** Every ticket that waits for something, earliest first; read once until a ticket changes. @throws as `range` does. */
export function dueTickets(): Promise<readonly Envelope[]> {
  const changes = changesOf('tickets');
  if (latest?.changes === changes) return latest.docs;
  const docs = range('tickets', 'due', ['0'], ['9998']);
  latest = { changes, docs };
  // A reading that failed is not what everybody gets from now on.
  docs.catch(() => {
    if (latest?.docs === docs) latest = null;
  });
  return docs;
}
