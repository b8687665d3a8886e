/**
 * The only writer of records (DESIGN §1): one act at a time — load, check the role, decide, validate,
 * number, journal line (the commit point), RxDB, change event.
 */
import { v7 } from 'uuid';
import type { Act, Command, Context, Loaded, Refusal, Witness, Write } from '@shared/core/command';
import type { CollectionName, Envelope } from '@shared/core/envelope';
import { hasRole } from '@shared/core/roles';
import { nextVer } from '@shared/core/ver';
import { stayErased } from '@shared/erasure/personal';
import { encodeEntry } from '@shared/journal/codec';
import { placed } from '@shared/ledger/entry';
import { lacks } from '@shared/journal/replay';
import { currentState, noteWritten } from './checkpoint';
import { nowIso } from './clock';
import { logFault } from './faults';
import { host } from './host';
import { emitChange } from './live';
import { loadReads } from './load-reads';
import { forgetNumbers, nextEntry, nextNumber } from './numbering';
import { rawWrite } from './raw-write';
import { byIds } from './read';
import { rx } from './rx';
import { contextNow } from './session';
import { noteOutgoing } from './sync/outgoing';

export type Outcome =
  | { readonly ok: true; readonly docs: readonly Envelope[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export interface RunOptions {
  /** The act's id, fixed when its form opened; a new one is made for acts without a form. */
  readonly actId?: string;
  readonly witnesses?: readonly Witness[];
  /** Stands in for the signed-in context where nobody can be yet (first run). */
  readonly context?: Context;
}

const refused = (code: string): Outcome => ({ ok: false, refusals: [{ code }] });

let queue: Promise<unknown> = Promise.resolve();

/** One after the other: whatever writes records waits for what was asked for before. */
export function exclusive<T>(work: () => Promise<T>): Promise<T> {
  const run = queue.then(work);
  queue = run.catch(() => undefined);
  return run;
}

/** Set when the database failed after an act was committed to the journal; the next start replays it. */
let storageFailed = false;

/** Runs a command as one act. Refusals come back as data; only faults of the program throw. */
export function runCommand<I>(command: Command<I>, input: I, options: RunOptions = {}): Promise<Outcome> {
  return exclusive(() => perform(command, input, options));
}

/** Writes states of the journal that the database has lost. Returns how many it really lacked. */
export function bringBack(collection: CollectionName, states: readonly Envelope[]): Promise<number> {
  return exclusive(async () => {
    const stored = new Map(
      (
        await byIds(
          collection,
          states.map(({ id }) => id),
        )
      ).map((doc) => [doc.id, doc.ver]),
    );
    const docs = states.filter((doc) => lacks(stored.get(doc.id), doc.ver));
    if (docs.length === 0) return 0;
    await noteOutgoing(docs.map(({ id }) => ({ collection, id, base: null })));
    await write(collection, docs);
    forgetNumbers();
    emitChange({ collection, docs });
    return docs.length;
  });
}

/** Stores states that the endpoint gave. To be called inside `exclusive`. */
export async function takeStates(collection: CollectionName, docs: readonly Envelope[]): Promise<void> {
  if (docs.length === 0) return;
  await rawWrite(collection, docs);
  // A desk that was restored meets numbers it gave before.
  if (docs.some(({ desk }) => desk === currentState()?.desk)) forgetNumbers();
  emitChange({ collection, docs });
}

/** Stores what this desk made of two states, as one act. False: it could not be kept. To be called inside `exclusive`. */
export async function keepStates(docs: Act['docs']): Promise<boolean> {
  const [first] = docs;
  const state = currentState();
  if (!first || !state || storageFailed) return false;
  const act: Act = {
    id: v7(),
    type: 'sync.merge',
    at: nowIso(),
    by: first.doc.by,
    desk: state.desk,
    docs,
  };
  const [appended] = await Promise.all([
    host.call('journal.append', encodeEntry({ t: 'act', act })),
    noteOutgoing(docs.map(({ collection, doc: { id } }) => ({ collection, id, base: null }))),
  ]);
  return appended.ok && (await store(act));
}

/** Documents an act of this id wrote before, when it is being repeated. */
function writtenBefore(loaded: Loaded, actId: string): readonly Envelope[] {
  return Object.values(loaded)
    .flat()
    .filter((doc) => doc.body.log?.some((entry) => entry.id === actId));
}

async function perform<I>(command: Command<I>, input: I, options: RunOptions): Promise<Outcome> {
  if (storageFailed) return refused('storageFailed');
  const here = options.context ?? contextNow(options.actId ?? v7(), options.witnesses);
  if (!hasRole(here.actor.roles, command.roles)) return refused('notAllowed');
  const context = command.books ? { ...here, books: await (await import('./books')).loadBooks() } : here;
  const loaded = await loadReads(command.reads(input, context));
  const repeated = writtenBefore(loaded, context.actId);
  if (repeated.length > 0) return { ok: true, docs: repeated };
  const decision = command.decide(input, loaded, context);
  if (!decision.ok) return decision;
  // A database that cannot be opened refuses the act; after the journal line it could only fail it.
  if (!(await isOpen())) return refused('storageFailed');
  const before = new Map(Object.values(loaded).flatMap((all) => all.map((doc) => [doc.id, doc] as const)));
  const { docs, keepNumbers } = await complete(decision.writes, before, context);
  const act: Act = {
    id: context.actId,
    type: command.type,
    at: context.now,
    by: context.actor.id,
    desk: context.desk,
    docs,
  };
  // Side by side: a note of an act that does not come about does no harm.
  const [appended] = await Promise.all([
    host.call('journal.append', encodeEntry({ t: 'act', act })),
    noteOutgoing(
      docs.map(({ collection, doc: { id } }) => ({ collection, id, base: before.get(id) ?? null })),
    ),
  ]);
  if (!appended.ok) return refused(appended.code === 'diskFull' ? 'diskFull' : 'journalFailed');
  keepNumbers();
  // The checkpoint stays behind an act that the database does not hold, so that the next start replays it.
  if (await store(act)) noteWritten(appended.position, decision.writes, loaded);
  return { ok: true, docs: docs.map(({ doc }) => doc) };
}

async function complete(
  writes: readonly Write[],
  before: ReadonlyMap<string, Envelope>,
  context: Context,
): Promise<{ readonly docs: Act['docs']; readonly keepNumbers: () => void }> {
  // The compiled schemas are large: the first page does without them.
  const { faultsOf } = await import('@shared/core/validate');
  const keeps: (() => void)[] = [];
  const ahead = new Map<string, number>();
  const docs: { collection: CollectionName; doc: Envelope }[] = [];
  let entriesAhead = 0;
  for (const { collection, doc: given, number } of writes) {
    let doc = given;
    if (collection === 'ledger') {
      const next = await nextEntry(context.desk, entriesAhead);
      entriesAhead += 1;
      keeps.push(next.keep);
      doc = placed(doc, next.n);
    }
    let { body } = doc;
    if (number) {
      const prefix = context.settings.prefixes[number];
      // An import writes records of many days in one act.
      const series = `${prefix}-${doc.day}`;
      const taken = ahead.get(series) ?? 0;
      ahead.set(series, taken + 1);
      const next = await nextNumber(collection, prefix, context.desk, doc.day, taken);
      keeps.push(next.keep);
      body = { ...body, no: next.no };
    }
    const stored = before.get(doc.id);
    const whole: Envelope = stayErased(stored, { ...doc, body, ver: nextVer(stored?.ver, context.desk) });
    const faults = faultsOf(collection, whole);
    // A command that makes a document its own schema refuses is a fault of the program, not of the person.
    if (faults) throw new Error(`invalid ${whole.kind}: ${faults}`);
    docs.push({ collection, doc: whole });
  }
  return { docs, keepNumbers: () => keeps.forEach((keep) => keep()) };
}

async function write(collection: CollectionName, docs: readonly Envelope[]): Promise<void> {
  const { error } = await (await rx())[collection].bulkUpsert([...docs]);
  if (error.length > 0) throw new Error(`${collection}: ${error[0]?.status ?? 'refused'}`);
}

async function isOpen(): Promise<boolean> {
  try {
    await rx();
    return true;
  } catch (error) {
    logFault('storage', error);
    return false;
  }
}

/** Puts a journaled act into the database. False when that failed: the next start does it. */
async function store(act: Act): Promise<boolean> {
  const byCollection = new Map<CollectionName, Envelope[]>();
  for (const { collection, doc } of act.docs)
    byCollection.set(collection, [...(byCollection.get(collection) ?? []), doc]);
  try {
    await Promise.all([...byCollection].map(([collection, docs]) => write(collection, docs)));
  } catch (error) {
    storageFailed = true;
    logFault('storage', error);
  }
  for (const [collection, docs] of byCollection) emitChange({ collection, docs });
  return !storageFailed;
}
