// Requests at random with everything that opens a door: tokens of two desks and a web session of each role. No fault, no
// door opens with another's key, nothing is shown that is not theirs; and whatever changed was somebody's to change.
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { COLLECTIONS, type CollectionName } from '@shared/core/envelope';
import { hasRole } from '@shared/core/roles';
import { seeded } from '@shared/demo/random';
import { canonical } from '@shared/sync/canonical';
import type { Travelling } from '@shared/sync/contract';
import { FACTS, KIND_ROLES } from '@shared/sync/kinds';
import type { WebRole } from '@shared/sync/scope';
import type { CommitAnswer } from '@shared/sync/web-contract';
import type { Store } from '../../../server/store/store';
import { Browser } from '../../helpers/browser';
import { visit } from '../../helpers/endpoint-load';
import { makePlace, type EndpointProcess, type Place } from '../../helpers/endpoint-process';
import type { One } from '../../helpers/random-input';
import { openDoors, type Club, type Session } from '../../helpers/trespass';
import { asDesk } from '../../helpers/trespass-desk';
import { asBrowser } from '../../helpers/trespass-web';
import { MAY } from '../../helpers/web-roles';
import { Wire } from '../../helpers/wire';

const REQUESTS = Number(process.env.DESKBOOK_FUZZ ?? 1_000);
const AT_ONCE = 16;
/** Rows named by a failure: the first ones tell enough. */
const TOLD = 10;

/** Kinds a role of the web view writes by its commands, written out once more. */
const WRITES: Readonly<Record<WebRole, readonly string[]>> = {
  handler: ['visit', 'workOrder', 'complaint', 'audit'],
  hr: [
    'foundItem',
    'handover',
    'lossReport',
    'duty',
    'rosterPeriod',
    'leave',
    'explanation',
    'attendanceMark',
    'audit',
  ],
  finance: [
    'depositReceived',
    'reversal',
    'cashCheck',
    'invoiceStep',
    'paperFiled',
    'account',
    'monthDeclaration',
    'monthTreatments',
    'monthClose',
    'monthReopen',
    'audit',
  ],
  manager: ['workOrder', 'complaint', 'audit'],
};
/** What only an administrator may change, of whom no request here is. */
const ADMINS: readonly string[] = ['staff', 'department'];
const NEVER_CHANGED: readonly CollectionName[] = ['ledger', 'auditEvents'];

let place: Place;
afterEach(() => place.end());

const isWeb = (doc: Travelling): boolean => doc.ver.W !== undefined;

/** Why a state that a desk was told was taken should not have been; null when it is the desk's and the person's to write. */
function wrongOfDesk(
  club: Club,
  { desk, collection, row: { newDocumentState: doc } }: Club['taken'][number],
  stood: Travelling | undefined,
  flagged: boolean,
): string | null {
  if (doc._deleted as boolean) return 'a deletion';
  if (ADMINS.includes(doc.kind)) return `a ${doc.kind} of no administrator’s`;
  if (!stood && doc.desk !== desk) return `a record of desk ${doc.desk} by desk ${desk}`;
  if (stood && NEVER_CHANGED.includes(collection)) return 'an entry that never changes';
  if (stood && [stood.desk, stood.kind, stood.day].join() !== [doc.desk, doc.kind, doc.day].join())
    return 'another record under a known id';
  const number = doc.body.no?.split('-')[1];
  if (number !== undefined && number !== doc.desk) return `the number ${doc.body.no} by desk ${doc.desk}`;
  const roles = KIND_ROLES[collection][doc.kind];
  if (!roles) return `a ${doc.kind} in ${collection}`;
  const by = club.staff.find(({ id }) => id === doc.body.log?.at(-1)?.by);
  if (by && hasRole(by.body.roles, roles)) return null;
  return FACTS.includes(collection) && flagged
    ? null
    : `a ${doc.kind} by ${by?.body.roles.join() ?? 'nobody'}`;
}

/** Why the states a record has had since are not all explained by somebody who may; null when they are. */
async function unexplained(
  store: Store,
  collection: CollectionName,
  doc: Travelling,
  explained: { readonly desks: ReadonlySet<string>; readonly web: ReadonlyMap<string, readonly WebRole[]> },
  before: ReadonlyMap<string, string>,
): Promise<string | null> {
  for (const text of await store.history(collection, doc.id)) {
    if (text === before.get(doc.id) || explained.desks.has(text)) continue;
    const state = JSON.parse(text) as Travelling;
    const roles = isWeb(state) ? explained.web.get(`${collection}/${doc.id}`) : undefined;
    if (!roles) return `${collection} ${doc.kind} ${doc.id}: nobody was told that they wrote it`;
    if (!roles.some((role) => WRITES[role].includes(doc.kind)))
      return `${collection} ${doc.kind} ${doc.id}: written by ${roles.join()}`;
  }
  return null;
}

/** Everything that was written although nobody might. */
async function trespasses(store: Store, club: Club): Promise<readonly string[]> {
  const wrong: string[] = [];
  const before = new Map(
    [...club.before].map(([name, docs]) => [name, new Map(docs.map((doc) => [doc.id, doc]))] as const),
  );
  for (const name of COLLECTIONS) {
    const flagged = new Set((await store.flags(name)).map(({ id }) => id));
    for (const taken of club.taken) {
      if (taken.collection !== name) continue;
      const { id } = taken.row.newDocumentState;
      const why = wrongOfDesk(club, taken, before.get(name)?.get(id), flagged.has(id));
      if (why) wrong.push(`${taken.desk} ${name} ${id}: ${why}`);
    }
  }
  const web = new Map<string, WebRole[]>();
  for (const id of club.done) {
    const act = await store.actOf(id);
    const role = club.sessions.find(({ staff }) => staff.id === act?.staff)?.role;
    if (!act || !role || !MAY[act.command]?.includes(role))
      wrong.push(`act ${id}: ${act?.command ?? 'unknown'} by ${role ?? 'nobody'}`);
    else
      for (const { collection, id: doc } of act.docs)
        web.set(`${collection}/${doc}`, [...(web.get(`${collection}/${doc}`) ?? []), role]);
  }
  const desks = new Set(club.taken.map(({ row }) => canonical(row.newDocumentState)));
  for (const name of COLLECTIONS) {
    const stood = new Map((club.before.get(name) ?? []).map((doc) => [doc.id, canonical(doc)]));
    const now = await store.pull(name, 0, 1_000_000);
    const there = new Set(now.map(({ id }) => id));
    for (const id of stood.keys()) if (!there.has(id)) wrong.push(`${name} ${id}: gone`);
    for (const { id, text } of now) {
      if (stood.get(id) === text) continue;
      const why = await unexplained(store, name, JSON.parse(text) as Travelling, { desks, web }, stood);
      if (why) wrong.push(why);
    }
  }
  return wrong;
}

/** True when somebody signed in may note what they printed, which everybody may. */
async function record(endpoint: EndpointProcess, { origin }: Club, { cookie }: Session): Promise<boolean> {
  const browser = new Browser(endpoint);
  browser.cookie = cookie;
  browser.extra = { origin, 'x-forwarded-proto': 'https' };
  const input = { what: 'print', subject: 'fuzz', detail: {} };
  const act = { command: 'audit.record', input, actId: randomUUID() };
  return (await browser.post<CommitAnswer>('/commit', act)).body.ok;
}

it.each<Place['engine']>(['sqlite', 'postgres'])(
  `on %s gives nobody more than is theirs over ${REQUESTS} requests with valid keys`,
  async (engine) => {
    const seed = Number(process.env.DESKBOOK_SEED ?? Date.now());
    console.log(`${engine}, seed ${seed}`);
    const random = seeded(seed);
    const one: One = (of) => of[Math.floor(random() * of.length)] as (typeof of)[number];
    place = await makePlace(engine);
    const endpoint = await place.start('--trust-proxy');
    const club = await openDoors(place, endpoint);
    const store = await place.open();
    const desks = await store.desks();
    const wrong: string[] = [];
    const wire = new Wire(endpoint.url, AT_ONCE);
    await wire.times(REQUESTS, async () => {
      const { route, ask, wrong: check } = one([asDesk, asBrowser, asBrowser])(club, one);
      const told = await wire.send(route, ask);
      const why = told.status >= 500 ? `fault ${told.status}` : check(told);
      if (why) wrong.push(`${why}: ${ask.method ?? 'GET'} ${route} ${ask.body ?? ''}`.slice(0, 1_000));
    });
    wire.close();
    expect(wrong.slice(0, TOLD), `of ${wrong.length}`).toEqual([]);
    expect(endpoint.running, endpoint.errors).toBe(true);
    expect((await trespasses(store, club)).slice(0, TOLD)).toEqual([]);
    expect(await store.desks()).toEqual(desks);
    console.log(`${engine}: ${club.taken.length} rows taken of desks, ${club.done.size} acts of browsers`);
    // Every key still opens its own door.
    for (const desk of club.desks) {
      const own = { ...visit(`own-${desk.desk}`), desk: desk.desk };
      expect((await desk.add('visits', [own])).body).toEqual({ conflicts: [], rejected: [] });
    }
    for (const session of club.sessions)
      expect([session.role, await record(endpoint, club, session)]).toEqual([session.role, true]);
    await store.close();
  },
  Math.max(600_000, REQUESTS * 20),
);
