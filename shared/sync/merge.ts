/**
 * What becomes of a desk's own state when the endpoint's arrives (DESIGN §4, "Merging"). Whoever contains the other's
 * acts (`ver`) wins; otherwise the fields are put together, entries of a list by their id. The same field changed on
 * both sides, a result that breaks the record's own rule, or a record that never changes with two contents, is nobody's
 * to decide here.
 */
import type { BodyBase, CollectionName, Envelope, LogEntry, Ver } from '../core/envelope';
import { compareVer, nextVer } from '../core/ver';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings';
import type { CountLineBody, Figure } from '../counts/schema';
import { eraseDoc, erasedMark, isErased, type ErasedMark } from '../erasure/personal';
import { ADDITIVE, bothEntries, entriesOf } from './additive';
import { canonical } from './canonical';
import { isConflict } from './conflict';
import { DERIVED, ruled } from './rules/restate';

/** Collections whose records never change once they are made. */
export const IMMUTABLE: readonly CollectionName[] = ['ledger', 'auditEvents'];

export type Meeting =
  /** Both are the same. */
  | { readonly become: 'same' }
  /** The endpoint's state takes the desk's place. */
  | { readonly become: 'master' }
  /** The desk's state stays and is to be pushed. */
  | { readonly become: 'local' }
  /** A new state that holds both. */
  | { readonly become: 'merged'; readonly doc: Envelope }
  | { readonly become: 'conflict'; readonly fields: readonly string[] };

/** Fields beside the body that a workflow moves. */
const MOVING = ['status', 'dueAt', 'key'] as const;

function greatest(a: Ver, b: Ver): Ver {
  const all: Record<string, number> = { ...a };
  for (const [desk, count] of Object.entries(b)) all[desk] = Math.max(count, all[desk] ?? 0);
  return all;
}

/** Entries of both logs, each once, in the order of their time. */
export function bothLogs(a: readonly LogEntry[], b: readonly LogEntry[]): readonly LogEntry[] {
  const byId = new Map([...a, ...b].map((entry) => [entry.id, entry] as const));
  return [...byId.values()].sort((x, y) => (x.at === y.at ? (x.id < y.id ? -1 : 1) : x.at < y.at ? -1 : 1));
}

/** Figures of both desks: the earliest stays the first, what follows are recounts. */
function bothFigures(a: readonly Figure[], b: readonly Figure[]): readonly Figure[] {
  const bySelf = new Map([...a, ...b].map((figure) => [canonical(figure), figure] as const));
  return [...bySelf.values()].sort((x, y) =>
    x.at === y.at ? (x.desk < y.desk ? -1 : 1) : x.at < y.at ? -1 : 1,
  );
}

interface Fields {
  readonly merged: Readonly<Record<string, unknown>>;
  readonly clashes: readonly string[];
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

function bothFields(
  additive: readonly string[],
  base: Readonly<Record<string, unknown>> | null,
  local: Readonly<Record<string, unknown>>,
  master: Readonly<Record<string, unknown>>,
): Fields {
  const merged: Record<string, unknown> = {};
  const clashes: string[] = [];
  for (const name of new Set([...Object.keys(master), ...Object.keys(local)])) {
    const [mine, theirs] = [canonical(local[name] ?? null), canonical(master[name] ?? null)];
    const before = base ? canonical(base[name] ?? null) : null;
    const lists = additive.includes(name) ? [local[name], master[name]].map(entriesOf) : [];
    const both =
      lists[0] && lists[1] ? bothEntries(entriesOf(base?.[name]) ?? [], lists[0], lists[1], same) : null;
    if (both) {
      merged[name] = both;
      continue;
    }
    if (mine !== theirs && before !== mine && before !== theirs) clashes.push(name);
    const value = mine === theirs || before === mine ? master[name] : local[name];
    if (value !== undefined) merged[name] = value;
  }
  return { merged, clashes };
}

function mergedBody(base: Envelope | null, local: Envelope, master: Envelope): Fields {
  const { log: localLog = [], ...localFields } = local.body as BodyBase & Record<string, unknown>;
  const { log: masterLog = [], ...masterFields } = master.body as BodyBase & Record<string, unknown>;
  const { merged, clashes } = bothFields(
    ADDITIVE[local.kind] ?? [],
    base && (base.body as unknown as Readonly<Record<string, unknown>>),
    localFields,
    masterFields,
  );
  const figures =
    local.kind === 'countLine'
      ? {
          figures: bothFigures((local.body as CountLineBody).figures, (master.body as CountLineBody).figures),
        }
      : {};
  const log = bothLogs(masterLog, localLog);
  return {
    merged: { ...merged, ...figures, ...(log.length > 0 ? { log } : {}) },
    clashes: clashes.filter((name) => !(name in figures)),
  };
}

function movingFields(base: Envelope | null, local: Envelope, master: Envelope): Fields {
  const of = (doc: Envelope): Readonly<Record<string, unknown>> =>
    Object.fromEntries(MOVING.map((name) => [name, doc[name]]));
  return bothFields([], base && of(base), of(local), of(master));
}

/** The earlier of two marks, so that all desks keep the same one. */
function firstMark(local: Envelope, master: Envelope): ErasedMark {
  const marks = [local, master].map(erasedMark).filter((mark) => mark !== null);
  return marks.reduce((a, b) => (canonical([a.at, a.id]) <= canonical([b.at, b.id]) ? a : b));
}

/**
 * What is erased stays erased, on whichever side it was (DOMAIN §2). A desk that knows nothing of it yet may have gone on
 * with the record: what it did stands, its personal data goes. Nothing is left to a person, since a ticket would show it
 * again; where both changed one field the endpoint's holds.
 */
function meetErased(
  local: Envelope,
  base: Envelope | null,
  master: Envelope,
  desk: string,
  settings: Settings,
): Meeting {
  const order = compareVer(local.ver, master.ver);
  if (order === 'older' && isErased(master)) return { become: 'master' };
  if (order === 'newer' && isErased(local)) return { become: 'local' };
  const mark = firstMark(local, master);
  const [mine, theirs] = [eraseDoc(local, mark), eraseDoc(master, mark)];
  const before = base && eraseDoc(base, mark);
  const ver = nextVer(greatest(local.ver, master.ver), desk);
  if (order === 'newer') return { become: 'merged', doc: { ...mine, ver } };
  if (order === 'older') return { become: 'merged', doc: { ...theirs, ver } };
  const moving = movingFields(before, mine, theirs);
  const body = mergedBody(before, mine, theirs);
  const kept = (clashes: readonly string[], from: object): object =>
    Object.fromEntries(Object.entries(from).filter(([name]) => clashes.includes(name)));
  const doc: Envelope = {
    ...theirs,
    ...moving.merged,
    ...kept(moving.clashes, theirs),
    ver,
    body: { ...body.merged, ...kept(body.clashes, theirs.body) } as unknown as BodyBase,
  };
  const stated = ruled(doc, settings);
  return { become: 'merged', doc: eraseDoc('broken' in stated ? { ...theirs, ver } : stated, mark) };
}

/**
 * @param local the desk's state, or null when it has none
 * @param base the endpoint's state that the desk's grew from, or null when that is not known
 * @param desk code of the desk that decides
 * @param settings the club's, for what follows from a record's fields
 */
export function meet(
  collection: CollectionName,
  local: Envelope | null,
  base: Envelope | null,
  master: Envelope,
  desk: string,
  settings: Settings = DEFAULT_SETTINGS,
): Meeting {
  if (!local) return { become: 'master' };
  if (canonical(local) === canonical(master)) return { become: 'same' };
  const order = compareVer(local.ver, master.ver);
  if (IMMUTABLE.includes(collection)) return { become: 'conflict', fields: [] };
  if (isErased(local) || isErased(master)) return meetErased(local, base, master, desk, settings);
  if (order === 'older') return { become: 'master' };
  if (order === 'newer') return { become: 'local' };
  // Two desks found the same matter: as long as nobody decided it, either ticket will do.
  if (isConflict(local) && isConflict(master)) {
    if (local.status === 'open') return { become: 'master' };
    const ver = nextVer(greatest(local.ver, master.ver), desk);
    if (master.status === 'open')
      return { become: 'merged', doc: { ...local, desk: master.desk, by: master.by, at: master.at, ver } };
  }
  const moving = movingFields(base, local, master);
  const body = mergedBody(base, local, master);
  const derived = DERIVED[master.kind] ?? [];
  const fields = [...moving.clashes.filter((name) => !derived.includes(name)), ...body.clashes];
  // A customer's document is made by whichever desk says something about them first.
  const sameDay = local.day === master.day || local.kind === 'customer';
  if (local.kind !== master.kind || !sameDay) fields.push('id');
  if (fields.length > 0) return { become: 'conflict', fields };
  const doc = ruled(
    {
      ...master,
      ...moving.merged,
      ver: nextVer(greatest(local.ver, master.ver), desk),
      body: body.merged as unknown as BodyBase,
    },
    settings,
  );
  return 'broken' in doc ? { become: 'conflict', fields: doc.broken } : { become: 'merged', doc };
}
