/** What somebody signed in to the web view tries: every command, every read, the doors of desks, another's session. */
import { randomUUID } from 'node:crypto';
import { COLLECTIONS, INDEXES, type CollectionName } from '@shared/core/envelope';
import type { Travelling } from '@shared/sync/contract';
import type { WebRole } from '@shared/sync/scope';
import type { CommitAnswer } from '@shared/sync/web-contract';
import type { Visit } from '@shared/visits/schema';
import { WEB_COMMANDS } from '../../server/commands';
import { GOOD_PASSWORD } from './browser';
import { anyInput, textOf, type One } from './random-input';
import { closed, otherDoor, proxied, type Club, type Session, type Trespass } from './trespass';
import { MAY, STAFF } from './web-roles';

/** Collections a role of the browser sees anything of, written out once more. */
const SEES: Readonly<Record<WebRole, readonly CollectionName[]>> = {
  finance: ['products', 'stockDocuments', 'ledger', 'directory'],
  hr: ['tickets', 'lostItems', 'roster', 'directory', 'attachments'],
  manager: COLLECTIONS,
  handler: ['visits', 'tickets', 'directory'],
};
/** Kinds that the commands of a family are about. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  visit: ['visit'],
  workOrder: ['workOrder', 'staff', 'department'],
  complaint: ['complaint', 'staff', 'department'],
  lostItem: ['foundItem', 'handover', 'lossReport'],
  deposit: ['deposit'],
  invoice: ['sale'],
  ledger: ['deposit', 'depositReceived'],
  account: ['account'],
  month: ['monthClose', 'desk', 'count'],
  roster: ['staff', 'duty'],
  leave: ['leave', 'staff'],
  attendance: ['explanation', 'staff', 'duty'],
};
/** What a person types. */
const TYPED = ['已处理', '2026-11-20', '2026-10', '', 'A'];

/** Texts for a command's input: half of the time those it is about. */
function wordsFor(club: Club, type: string, one: One): readonly string[] {
  const ids = (ABOUT[type.split('.')[0] ?? ''] ?? []).flatMap((kind) => club.idsOf.get(kind) ?? []);
  return ids.length === 0 || one([true, false]) ? club.words : [...TYPED, ...ids];
}

/** True once in 200 times: a password costs its hash. */
const FEW = Array.from({ length: 200 }, (_value, at) => at === 0);
const NOBODY_SEES = ['credential', 'memo'];

/** What a role must not have been shown. */
function shown(
  { role, staff }: Session,
  collection: CollectionName,
  docs: readonly Travelling[],
): string | null {
  for (const doc of docs) {
    if (NOBODY_SEES.includes(doc.kind) || !SEES[role].includes(collection))
      return `${role} was shown ${collection} ${doc.kind}`;
    if (role !== 'handler' || doc.kind !== 'visit') continue;
    const { transfer } = (doc as unknown as Visit).body;
    if (!transfer || !staff.body.departments.includes(transfer.department))
      return `a handler was shown a visit of ${transfer?.department ?? 'nobody'}`;
  }
  return null;
}

function commit(club: Club, session: Session, one: One): Trespass {
  const own = WEB_COMMANDS.filter(({ command: { type } }) => MAY[type]?.includes(session.role));
  const { command, input } = one(one([own, WEB_COMMANDS]));
  const actId = one<() => string>([
    randomUUID,
    randomUUID,
    randomUUID,
    // Somebody else's act, or a record's own id.
    () => one([...club.done].slice(-20).concat(randomUUID())),
    () => one(club.words),
  ])();
  const body = {
    command: command.type,
    input: anyInput(input, one, wordsFor(club, command.type, one)),
    actId,
    ...(one(FEW)
      ? { witnesses: [{ staffNo: one(Object.values(STAFF)), password: one([GOOD_PASSWORD, 'wrong']) }] }
      : {}),
  };
  return {
    route: '/commit',
    ask: { method: 'POST', body: JSON.stringify(body) },
    wrong: ({ status, text }) => {
      if (status === 400 || status === 422) return null;
      if (status !== 200) return `commit ${command.type}: ${status} ${text.slice(0, 200)}`;
      const answer = JSON.parse(text) as CommitAnswer;
      if (!answer.ok) return null;
      club.done.add(actId);
      return MAY[command.type]?.includes(session.role) ? null : `${session.role} did ${command.type}`;
    },
  };
}

function read(club: Club, session: Session, one: One): Trespass {
  const collection = one(COLLECTIONS);
  const post = (body: object): Trespass['ask'] => ({ method: 'POST', body: JSON.stringify(body) });
  /** What holds U+0000 is refused, whoever asks. */
  const orNul = (body: object, wrong: Trespass['wrong']): Trespass['wrong'] =>
    JSON.stringify(body).includes('\\u0000') ? closed(400, 403) : wrong;
  const word = (): string => textOf(one, club.words).slice(0, 80);
  const key = (): readonly string[] =>
    one<() => readonly string[]>([() => [], () => [word()], () => [word(), word()]])();
  const range = { collection, index: one(Object.keys(INDEXES)), from: key(), to: key() };
  const mayRead: Trespass['wrong'] = ({ status, text }) => {
    if (status === 403) return null;
    if (status !== 200) return `read: ${status} ${text.slice(0, 200)}`;
    const { documents = [] } = JSON.parse(text) as { readonly documents?: readonly Travelling[] };
    return shown(session, collection, documents);
  };
  return one<() => Trespass>([
    () => ({
      route: `/web/pull/${collection}?seq=${one([0, 1, 50, 999, 999_999])}&limit=${one([1, 5, 30])}`,
      ask: {},
      wrong: mayRead,
    }),
    () => {
      const body = { collection, ids: [word(), word(), word()] };
      return { route: '/web/read/ids', ask: post(body), wrong: orNul(body, mayRead) };
    },
    () => {
      const body = { ...range, after: one([null, null, [word(), word(), word()]]) };
      return { route: '/web/read/range', ask: post(body), wrong: orNul(body, mayRead) };
    },
    () => ({ route: '/web/read/count', ask: post(range), wrong: orNul(range, closed(200, 403)) }),
    () => ({
      route: '/web/books',
      ask: {},
      wrong: closed(...(SEES[session.role].includes('ledger') ? [200] : [403])),
    }),
    () => ({
      route: `/web/photos/${encodeURIComponent(one(club.words))}`,
      ask: {},
      wrong: closed(...(['hr', 'manager'].includes(session.role) ? [200, 404] : [404])),
    }),
    () => ({ route: '/web/session', ask: {}, wrong: closed(200) }),
  ])();
}

/** A request with a web session. */
export function asBrowser(club: Club, one: One): Trespass {
  const session = one(club.sessions);
  const other = one(club.sessions.filter(({ role }) => role !== session.role));
  const headers: Record<string, string> = {
    ...proxied(one),
    cookie: session.cookie,
    'x-deskbook-web': '1',
    origin: club.origin,
    'content-type': 'application/json',
  };
  const found = one<() => Trespass>([
    () => commit(club, session, one),
    () => commit(club, session, one),
    () => commit(club, session, one),
    () => read(club, session, one),
    () => read(club, session, one),
    () => {
      const [route, ask] = otherDoor(one, 'desk');
      return { route, ask: { ...ask, headers }, wrong: closed(401) };
    },
    () => {
      // A session's token in a desk's place.
      const [route, ask] = otherDoor(one, 'desk');
      const authorization = `Bearer ${session.cookie.split('=')[1] ?? ''}`;
      return { route, ask: { ...ask, headers: { ...headers, authorization } }, wrong: closed(401) };
    },
    () => {
      // The page of one person under the session of another.
      const [route, ask] = otherDoor(one, 'web');
      const more = { 'x-deskbook-staff': other.staff.id };
      return { route, ask: { ...ask, headers: { ...headers, ...more } }, wrong: closed(401) };
    },
    () => {
      // Another site's page, with the person's cookie.
      const [route, ask] = otherDoor(one, 'web');
      const more = one([
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { 'x-deskbook-web': '0' },
        { 'sec-fetch-site': 'cross-site' },
      ]);
      return { route, ask: { ...ask, headers: { ...headers, ...more } }, wrong: closed(403) };
    },
  ])();
  return { ...found, ask: { ...found.ask, headers: found.ask.headers ?? headers } };
}
