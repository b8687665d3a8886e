/** What somebody with a desk's token tries: other desks' records, other people's roles, entries that never change. */
import { randomUUID } from 'node:crypto';
import { COLLECTIONS, type CollectionName } from '@shared/core/envelope';
import { ROLES } from '@shared/core/roles';
import type { Staff } from '@shared/directory/schema';
import type { PushAnswer, PushRow, Travelling } from '@shared/sync/contract';
import { KIND_ROLES } from '@shared/sync/kinds';
import type { Caller } from './endpoint';
import type { One } from './random-input';
import { after, closed, otherDoor, proxied, type Club, type Trespass } from './trespass';

/** A new record of the desk, made by somebody. */
function fresh(doc: Travelling, desk: string, by: Staff): Travelling {
  const { no: _, log: __, ...body } = doc.body;
  return after({ ...doc, id: randomUUID(), desk, by: by.id, ver: {}, body: body }, desk, by);
}

/** A row that must be refused, or that the desk is trusted with. */
function rowOf(one: One, doc: Travelling, desk: string, by: Staff): PushRow {
  const other = desk === 'A' ? 'B' : 'A';
  const edit = (next: Travelling): PushRow => ({ newDocumentState: next, assumedMasterState: doc });
  const everyRole = { roles: ROLES, staffNo: '6666' };
  return one<() => PushRow>([
    () => ({ newDocumentState: fresh(doc, desk, by) }),
    () => ({ newDocumentState: { ...fresh(doc, desk, by), desk: other } }),
    () => ({ newDocumentState: fresh({ ...doc, body: { ...doc.body, ...everyRole } }, desk, by) }),
    () => {
      const own = fresh(doc, desk, by);
      return { newDocumentState: { ...own, body: { ...own.body, no: `LF-${other}-20261121-0001` } } };
    },
    () => edit(after(doc, desk, by, { remark: '改' })),
    () => edit({ ...after(doc, desk, by), desk }),
    () => edit({ ...after(doc, desk, by), day: '2020-01-01' }),
    () =>
      edit({
        ...after(doc, desk, by),
        kind: one(COLLECTIONS.flatMap((name) => Object.keys(KIND_ROLES[name]))),
      }),
    () => edit({ ...after(doc, desk, by), _deleted: true as never }),
    () => edit(after(doc, desk, by, everyRole)),
    () => edit({ ...after(doc, desk, by), by: by.id }),
    // The state it assumes is not what stands there.
    () => ({ newDocumentState: after(doc, desk, by), assumedMasterState: after(doc, desk, by) }),
    () => ({ newDocumentState: after(doc, desk, by) }),
  ])();
}

function push(club: Club, desk: Caller, one: One): Trespass {
  const from = one(COLLECTIONS.filter((name) => (club.before.get(name)?.length ?? 0) > 0));
  // Now and then into a collection it does not belong to.
  const collection: CollectionName = one([true, true, true, true, false]) ? from : one(COLLECTIONS);
  const drawn = Array.from({ length: one([1, 1, 2, 3]) }, () =>
    rowOf(one, one(club.before.get(from) ?? []), desk.desk, one(club.staff)),
  );
  // An answer tells rows apart by their ids.
  const rows = [...new Map(drawn.map((row) => [row.newDocumentState.id, row])).values()];
  return {
    route: `/sync/${collection}/push`,
    ask: { method: 'POST', body: JSON.stringify({ epoch: desk.epoch, rows }) },
    wrong: ({ status, text }) => {
      if (status !== 200) return `push: ${status} ${text.slice(0, 200)}`;
      const { rejected, conflicts } = JSON.parse(text) as PushAnswer;
      const refused = new Set([...rejected, ...conflicts].map(({ id }) => id));
      for (const row of rows)
        if (!refused.has(row.newDocumentState.id)) club.taken.push({ desk: desk.desk, collection, row });
      return null;
    },
  };
}

/** A request with a desk's token. */
export function asDesk(club: Club, one: One): Trespass {
  const desk = one(club.desks);
  const headers = { ...desk.headers(), ...proxied(one), 'content-type': 'application/json' };
  const web = { ...headers, 'x-deskbook-web': '1', origin: club.origin };
  const found = one<() => Trespass>([
    () => push(club, desk, one),
    () => push(club, desk, one),
    () => push(club, desk, one),
    () => {
      const [route, ask] = otherDoor(one, 'web');
      return { route, ask: { ...ask, headers: web }, wrong: closed(401) };
    },
    () => {
      // A desk's token in a browser's place.
      const [route, ask] = otherDoor(one, 'web');
      const cookie = `__Host-deskbook=${desk.token}; deskbook=${desk.token}`;
      return { route, ask: { ...ask, headers: { ...web, cookie } }, wrong: closed(401) };
    },
  ])();
  return { ...found, ask: { ...found.ask, headers: found.ask.headers ?? headers } };
}
