/** This desk's records as sync works with them (`shared/sync/desk/ports.ts`). */
import type { DeskPort } from '@shared/sync/desk/ports';
import { nowIso } from '../clock';
import { exclusive, keepStates, takeStates } from '../gateway';
import { plain } from '../raw-write';
import { loadBooks } from '../books';
import { useDirectory } from '../directory';
import { byIds, pageAfter, range } from '../read';
import { today } from '../session';
import { dropOutgoing, outgoingIn, outgoingOf, progressOf, putOutgoing, setProgress } from './outgoing';

const looked = new Map<string, number>();

/** The port of the desk with this code. */
export function deskPort(desk: string): DeskPort {
  return {
    desk,
    exclusive,
    today,
    looked,
    range: async (...where) => (await range(...where)).map(plain),
    books: loadBooks,
    settings: () => useDirectory.getState().settings,
    docs: async (collection, ids) => (await byIds(collection, ids)).map(plain),
    after: async (collection, id, limit) => (await pageAfter(collection, id, limit)).map(plain),
    take: takeStates,
    keep: keepStates,
    fits: async (collection, doc) =>
      (await import('@shared/core/validate')).faultsOf(collection, doc) === null,
    outgoing: outgoingIn,
    outgoingOf,
    putOutgoing,
    dropOutgoing,
    progress: progressOf,
    setProgress,
    now: nowIso,
  };
}
