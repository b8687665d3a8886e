/** Everything that opens a door of the endpoint, in one hand: tokens of desks and a web session of each role. */
import { randomUUID } from 'node:crypto';
import { COLLECTIONS, type CollectionName } from '@shared/core/envelope';
import type { Role } from '@shared/core/roles';
import type { Staff } from '@shared/directory/schema';
import type { PushRow, Travelling } from '@shared/sync/contract';
import { WEB_ROLES, type WebRole } from '@shared/sync/scope';
import { Browser } from './browser';
import { Caller, demoRecords } from './endpoint';
import type { EndpointProcess, Place } from './endpoint-process';
import type { One } from './random-input';
import { STAFF } from './web-roles';
import type { Ask, Told } from './wire';

/** One request, and what its answer must not be. */
export interface Trespass {
  readonly route: string;
  readonly ask: Ask;
  /** What is wrong with the answer, or null. */
  readonly wrong: (told: Told) => string | null;
}

export interface Session {
  readonly role: WebRole;
  readonly staff: Staff;
  readonly cookie: string;
}

export interface Club {
  readonly desks: readonly Caller[];
  readonly sessions: readonly Session[];
  /** Every record before anybody tried anything. */
  readonly before: ReadonlyMap<CollectionName, readonly Travelling[]>;
  /** Everybody but administrators. */
  readonly staff: readonly Staff[];
  /** Texts that mean something here: ids, days, months, staff numbers. */
  readonly words: readonly string[];
  /** Ids of the records of a kind, and of what stands in them. */
  readonly idsOf: ReadonlyMap<string, readonly string[]>;
  /** The origin a browser names behind the proxy. */
  readonly origin: string;
  /** Rows that a desk was told were taken. */
  readonly taken: { readonly desk: string; readonly collection: CollectionName; readonly row: PushRow }[];
  /** Ids of the acts that the web view was told were done. */
  readonly done: Set<string>;
}

/** An address of its own for nearly every request, so that limits per address do not answer in the rules' place. */
export const proxied = (one: One): Record<string, string> => ({
  'x-forwarded-proto': 'https',
  'x-forwarded-for': `10.${one(BYTES)}.${one(BYTES)}.${one(BYTES)}`,
});
const BYTES = Array.from({ length: 256 }, (_value, at) => at);

/** Every `id` in a value, however deep. */
function idsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    name === 'id' && typeof member === 'string' ? [member] : name === 'log' ? [] : idsIn(member),
  );
}

function idsByKind(docs: readonly Travelling[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const doc of docs) found.set(doc.kind, [...(found.get(doc.kind) ?? []), ...idsIn(doc)]);
  return found;
}

/** Enrols two desks, brings the demo club in and signs everybody in. The endpoint runs with `--trust-proxy`. */
export async function openDoors(place: Place, endpoint: EndpointProcess): Promise<Club> {
  const a = await Caller.enrol(endpoint, 'A');
  const b = await Caller.enrol(endpoint, 'B');
  const records = demoRecords(new Date().toISOString());
  for (const name of ['directory', ...COLLECTIONS.filter((one) => one !== 'directory')] as const)
    await a.addAll(name, records.get(name) ?? []);
  const before = new Map<CollectionName, readonly Travelling[]>();
  for (const name of COLLECTIONS) before.set(name, await a.pullAll(name, 1_000));
  const everybody = (before.get('directory') ?? []).filter(
    ({ kind }) => kind === 'staff',
  ) as unknown as readonly Staff[];
  const origin = `https://${new URL(endpoint.url).host}`;
  const headers = { origin, 'x-forwarded-proto': 'https' };
  const sessions: Session[] = [];
  for (const role of WEB_ROLES) {
    const printed = place.run('password', '--staff', STAFF[role]).trim();
    const { cookie } = await Browser.first(endpoint, STAFF[role], printed, headers);
    const staff = everybody.find(({ body }) => body.staffNo === STAFF[role]);
    if (!staff || !cookie.startsWith('__Host-')) throw new Error(`no session of ${role}`);
    sessions.push({ role, staff, cookie });
  }
  const docs = [...before.values()].flat();
  const days = [...new Set(docs.map(({ day }) => day))];
  return {
    desks: [a, b],
    sessions,
    before,
    staff: everybody.filter(({ body }) => !body.roles.includes('admin' satisfies Role)),
    words: [
      ...docs.map(({ id }) => id),
      ...days,
      ...new Set(days.map((day) => day.slice(0, 7))),
      ...everybody.map(({ body }) => body.staffNo),
    ],
    idsOf: idsByKind(docs),
    origin,
    taken: [],
    done: new Set(),
  };
}

/** A door that a key does not fit. */
export const closed =
  (...allowed: readonly number[]) =>
  ({ status, text }: Told): string | null =>
    allowed.includes(status) ? null : `a closed door answered ${status} ${text.slice(0, 200)}`;

/** The routes of desks and of browsers, as somebody with the other's key would try them. */
export function otherDoor(one: One, whose: 'desk' | 'web'): readonly [string, Ask] {
  const collection = one(COLLECTIONS);
  const body = (value: object): Ask => ({ method: 'POST', body: JSON.stringify(value) });
  return one<readonly [string, Ask]>(
    whose === 'desk'
      ? [
          [`/sync/${collection}/pull?epoch=x&seq=0&limit=10`, {}],
          [`/sync/${collection}/push`, body({ epoch: 'x', rows: [] })],
          ['/digest', body({ collection })],
          ['/desks', {}],
          ['/desk/token', body({})],
          [`/blobs/${'0'.repeat(64)}`, {}],
          ['/sync/stream', {}],
        ]
      : [
          [`/web/pull/${collection}?seq=0&limit=10`, {}],
          ['/web/books', {}],
          ['/web/read/ids', body({ collection, ids: [] })],
          ['/web/session', {}],
          ['/web/stream', {}],
          ['/web/photos/x', {}],
          ['/commit', body({ command: 'audit.record', input: {}, actId: randomUUID() })],
        ],
  );
}

/** The record as the next act of somebody leaves it. */
export function after(doc: Travelling, desk: string, by: Staff, change: object = {}): Travelling {
  const entry = { id: randomUUID(), act: 'edit', at: new Date().toISOString(), by: by.id, desk };
  return {
    ...doc,
    ver: { ...doc.ver, [desk]: (doc.ver[desk] ?? 0) + 1 },
    body: { ...doc.body, ...change, log: [...(doc.body.log ?? []), entry] },
  };
}
