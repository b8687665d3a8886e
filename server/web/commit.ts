/**
 * Runs a shared command for somebody in a browser (DESIGN §4): the desk's gateway, over the endpoint's store. What was read
 * must still be the newest when the act is written, or it is decided again; so numbers are dense and limits hold over any
 * number of processes.
 */
import type { Command, Context, Refusal, Witness, Write } from '../../shared/core/command';
import type { CollectionName, Envelope } from '../../shared/core/envelope';
import { formatNumber, parseNumber, type Register } from '../../shared/core/numbers';
import { hasRole } from '../../shared/core/roles';
import { businessDay } from '../../shared/core/time';
import { faultsOf } from '../../shared/core/validate';
import { nextVer } from '../../shared/core/ver';
import type { Staff } from '../../shared/directory/schema';
import { stayErased } from '../../shared/erasure/personal';
import { placed } from '../../shared/ledger/entry';
import { canonical } from '../../shared/sync/canonical';
import { scoped, webRolesOf } from '../../shared/sync/scope';
import type { ServerOptions } from '../context';
import type { Store, WebAct, WriteRow } from '../store/store';
import { writeRow } from '../store/write-row';
import { clubSettings } from './club-settings';
import { ledgerSums } from './ledger-sums';
import { loadReads, plain, type Positions } from './read-store';

/** The web view's desk code. */
const WEB_DESK = 'W';
const HOUR_MS = 3_600_000;
/** Codes of two digits and letters. */
const CODES = 36 ** 2;

/**
 * The code the web view writes under. After a restore it is another one, by the hour of the restore: numbers given since
 * the backup stand at the desks and come back from them.
 */
export async function webDesk(store: Pick<Store, 'restoredAt'>): Promise<string> {
  const restoredAt = await store.restoredAt();
  if (restoredAt === null) return WEB_DESK;
  const hour = Math.floor(Date.parse(restoredAt) / HOUR_MS) % CODES;
  return `${WEB_DESK}${hour.toString(36).padStart(2, '0').toUpperCase()}`;
}
/** How often an act is decided while others keep changing what it read. */
const ATTEMPTS = 20;

export interface CommitOrder {
  readonly command: Command<unknown>;
  readonly input: unknown;
  readonly actId: string;
  readonly staff: Staff;
  readonly witnesses: readonly Witness[];
}

/**
 * A command made a document that its own schema refuses: of something no page sends, which the input's schema lets pass,
 * or by a fault of the program. The log gets the kind and the place, the caller that it was no good (422).
 */
export class InvalidRecord extends Error {
  readonly statusCode = 422;
}

type StoredDocs = readonly { readonly collection: CollectionName; readonly doc: Envelope }[];
export type CommitOutcome =
  | { readonly ok: true; readonly docs: StoredDocs }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

const refused = (code: string): CommitOutcome => ({ ok: false, refusals: [{ code }] });

/** Acts of one process take turns; those of several meet in the store. */
const turns = new WeakMap<Store, Promise<unknown>>();

/** Does an act, or gives again what it wrote when it was done before. Only faults of the program throw. */
export function commitAct(options: ServerOptions, order: CommitOrder): Promise<CommitOutcome> {
  const { store } = options;
  const turn = (turns.get(store) ?? Promise.resolve()).then(() => perform(options, order));
  turns.set(
    store,
    turn.catch(() => undefined),
  );
  return turn;
}

async function perform(options: ServerOptions, order: CommitOrder): Promise<CommitOutcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const outcome = await tryOnce(options, order);
    if (outcome) return outcome;
  }
  return refused('busy');
}

/** What an act wrote, as it stands now; refused for whoever did not do it. */
async function again(store: Store, act: WebAct, order: CommitOrder): Promise<CommitOutcome> {
  if (act.staff !== order.staff.id || act.command !== order.command.type) return refused('actIdTaken');
  const docs = await Promise.all(
    act.docs.map(async ({ collection, id }) => {
      const text = (await store.get(collection, [id])).get(id);
      return text === undefined ? [] : [{ collection, doc: plain(text) }];
    }),
  );
  return { ok: true, docs: docs.flat() };
}

/** Null: what was read has changed meanwhile. */
async function tryOnce({ store, now }: ServerOptions, order: CommitOrder): Promise<CommitOutcome | null> {
  const { command, input, actId, staff, witnesses } = order;
  const roles = webRolesOf(staff.body.roles);
  if (!hasRole(roles, command.roles)) return refused('notAllowed');
  const known = await store.actOf(actId);
  if (known) return again(store, known, order);
  const positions: Positions = new Map();
  const settings = await clubSettings(store);
  const at = now();
  const desk = await webDesk(store);
  const context: Context = {
    actId,
    now: at,
    day: businessDay(at, settings.cutOffHour),
    desk,
    actor: { id: staff.id, name: staff.body.name, roles, departments: staff.body.departments },
    witnesses,
    settings,
    ...(command.books ? { books: (await sums(store, positions)).books } : {}),
  };
  const loaded = await loadReads(store, command.reads(input, context), positions);
  const before = new Map(Object.values(loaded).flatMap((docs) => docs.map((doc) => [doc.id, doc] as const)));
  // An id that a desk's act has already given to its log entries would pass for that act.
  if ([...before.values()].some(({ body }) => body.log?.some(({ id }) => id === actId)))
    return refused('actIdTaken');
  const decision = command.decide(input, loaded, context);
  if (!decision.ok) return decision;
  const outOfSight = decision.writes.some(({ collection, doc }) => {
    const stored = before.get(doc.id);
    return stored !== undefined && scoped(staff.body, collection, stored, context.day) === null;
  });
  if (outOfSight) return refused('notFound');
  const docs = await complete(store, decision.writes, before, context, positions);
  const rows = new Map<CollectionName, WriteRow[]>();
  for (const { collection, doc } of docs)
    rows.set(collection, [...(rows.get(collection) ?? []), rowOf(doc, before.get(doc.id))]);
  const act = {
    id: actId,
    staff: staff.id,
    command: command.type,
    at,
    docs: docs.map(({ collection, doc }) => ({ collection, id: doc.id })),
  };
  return (await store.writeAct(act, rows, positions, desk)) ? { ok: true, docs } : null;
}

const asStored = (doc: Envelope): string => canonical({ ...doc, _deleted: false });

const rowOf = (doc: Envelope, before: Envelope | undefined): WriteRow =>
  writeRow(doc, asStored(doc), before ? asStored(before) : null);

async function sums(store: Store, positions: Positions): ReturnType<typeof ledgerSums> {
  const found = await ledgerSums(store);
  positions.set('ledger', found.position);
  return found;
}

/** The documents with their numbers and versions, checked against their schemas. */
async function complete(
  store: Store,
  writes: readonly Write[],
  before: ReadonlyMap<string, Envelope>,
  context: Context,
  positions: Positions,
): Promise<StoredDocs> {
  const docs: { collection: CollectionName; doc: Envelope }[] = [];
  let entries = 0;
  const given = new Map<string, number>();
  for (const { collection, doc: bare, number } of writes) {
    let doc = bare;
    if (collection === 'ledger') {
      const books = context.books ?? (await sums(store, positions)).books;
      entries += 1;
      doc = placed(doc, (books.seen[context.desk] ?? 0) + entries);
    }
    let { body } = doc;
    if (number) {
      const prefix = context.settings.prefixes[number];
      const key = `${collection} ${prefix} ${doc.day}`;
      const running =
        (given.get(key) ?? (await highestNumber(store, collection, number, doc.day, context, positions))) + 1;
      given.set(key, running);
      body = { ...body, no: formatNumber(prefix, context.desk, doc.day, running) };
    }
    const stored = before.get(doc.id);
    const whole: Envelope = stayErased(stored, { ...doc, body, ver: nextVer(stored?.ver, context.desk) });
    const faults = faultsOf(collection, whole);
    if (faults) throw new InvalidRecord(`invalid ${whole.kind}: ${faults}`);
    docs.push({ collection, doc: whole });
  }
  return docs;
}

async function highestNumber(
  store: Store,
  collection: CollectionName,
  register: Register,
  day: string,
  { settings, desk }: Context,
  positions: Positions,
): Promise<number> {
  const position = await store.newest(collection);
  positions.set(collection, Math.min(position, positions.get(collection) ?? position));
  let top = 0;
  for (const text of await store.range(collection, { index: 'day', from: [day], to: [day] })) {
    const doc = plain(text);
    if (doc.desk !== desk || doc.body.no === undefined) continue;
    const number = parseNumber(doc.body.no);
    if (number?.prefix === settings.prefixes[register]) top = Math.max(top, number.running);
  }
  return top;
}
