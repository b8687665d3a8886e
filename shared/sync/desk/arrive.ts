/** States of the endpoint come in: each meets what the desk has. */
import { isDuty } from '../../roster/schema';
import type { CollectionName, Envelope } from '../../core/envelope';
import { NEVER_DUE } from '../../core/envelope';
import { canonical, digestOf } from '../canonical';
import type { ConflictPair, SyncConflict } from '../conflict';
import type { Travelling } from '../contract';
import { eraseDoc, isErased } from '../../erasure/personal';
import { ERASE_ACT, isErasure, type Erasure } from '../../erasure/schema';
import { nextVer } from '../../core/ver';
import { meet } from '../merge';
import { checkReceipts } from '../rules/receipts';
import { checkRefunds } from '../rules/refunds';
import { freshTickets, keepTickets, limitTickets } from './limits';
import type { DeskPort, Outgoing } from './ports';

/** A document without the mark it travels with. */
export function landed({ _deleted: _, ...doc }: Travelling): Envelope {
  return doc;
}

/** Whoever wrote a state last. */
const authorOf = (doc: Envelope): string => doc.body.log?.at(-1)?.by ?? doc.by;

/** Lines of a count are one matter with it, and so are all cells of swaps that hang together. */
function mattersOf({ kept, other }: ConflictPair): readonly string[] {
  const swaps = [kept, other].filter(isDuty).flatMap(({ body }) => body.swaps.map(({ id }) => id));
  return swaps.length > 0 ? swaps : [other.kind === 'countLine' ? other.key : other.id];
}

/** The ticket of one matter; its id is that of its contents, so that the same two states make one ticket. */
function ticketOf(pairs: readonly ConflictPair[], desk: string, now: string): SyncConflict {
  const [first] = pairs as readonly [ConflictPair];
  const contents = canonical(pairs.map(({ kept, other }) => [kept, other]));
  return {
    id: `conflict:${digestOf(contents)}${digestOf(`${contents} `)}`,
    kind: 'syncConflict',
    status: 'open',
    day: first.other.day,
    dueAt: NEVER_DUE,
    desk,
    by: authorOf(first.other),
    at: now,
    ver: { [desk]: 1 },
    key: '',
    body: { v: 1, pairs, outcome: null, note: '' },
  };
}

function ticketsOf(pairs: readonly ConflictPair[], desk: string, now: string): readonly SyncConflict[] {
  let groups: readonly { readonly matters: readonly string[]; readonly pairs: readonly ConflictPair[] }[] =
    [];
  for (const pair of pairs) {
    const matters = mattersOf(pair);
    const same = groups.filter((group) => group.matters.some((matter) => matters.includes(matter)));
    const joined = {
      matters: [...same.flatMap((group) => group.matters), ...matters],
      pairs: [...same.flatMap((group) => group.pairs), pair],
    };
    groups = [...groups.filter((group) => !same.includes(group)), joined];
  }
  return groups.map((group) => ticketOf(group.pairs, desk, now));
}

/**
 * Erased states take the place of whole ones in this desk's journal too: a database rebuilt from it must not show again
 * what was erased elsewhere.
 */
const erasedHere = (take: readonly Envelope[], locals: ReadonlyMap<string, Envelope>): readonly Envelope[] =>
  take.filter((doc) => {
    const local = locals.get(doc.id);
    return local !== undefined && isErased(doc) && !isErased(local);
  });

/**
 * Records that an erasure names and that this desk has whole: it came back from a backup, or the endpoint did. They are
 * erased again, each once more for all.
 */
async function erasedAgain(
  desk: DeskPort,
  masters: readonly Envelope[],
): Promise<readonly { readonly collection: CollectionName; readonly doc: Envelope }[]> {
  const again: { readonly collection: CollectionName; readonly doc: Envelope }[] = [];
  for (const erasure of masters.filter(isErasure))
    for (const collection of new Set(erasure.body.targets.map((target) => target.collection)))
      again.push(...(await wholeOf(desk, erasure, collection)));
  return again;
}

async function wholeOf(
  desk: DeskPort,
  { id, at, by, body, desk: erasedAt }: Erasure,
  collection: CollectionName,
): Promise<readonly { readonly collection: CollectionName; readonly doc: Envelope }[]> {
  const ids = body.targets.filter((target) => target.collection === collection).map((target) => target.id);
  const whole = (await desk.docs(collection, ids)).filter((doc) => !isErased(doc));
  return whole.map((doc) => {
    const erased: Envelope = eraseDoc(doc, { id, at, by });
    const entry = { id, act: ERASE_ACT, at, by, desk: erasedAt };
    const ver = nextVer(doc.ver, desk.desk);
    return {
      collection,
      doc: { ...erased, ver, body: { ...erased.body, log: [...(erased.body.log ?? []), entry] } },
    };
  });
}

/** How many documents were really new to the desk. @throws Error when a conflict could not be kept */
export function arrive(
  desk: DeskPort,
  collection: CollectionName,
  masters: readonly Envelope[],
): Promise<number> {
  return desk.exclusive(async () => {
    const ids = masters.map(({ id }) => id);
    const locals = new Map((await desk.docs(collection, ids)).map((doc) => [doc.id, doc] as const));
    const waiting = new Map(
      (await desk.outgoingOf(collection, ids)).map((entry) => [entry.id, entry] as const),
    );
    const take: Envelope[] = [];
    const done: string[] = [];
    const pending: Outgoing[] = [];
    const pairs: ConflictPair[] = [];
    const merged: Envelope[] = [];
    for (const master of masters) {
      const { id } = master;
      const local = locals.get(id) ?? null;
      const met = meet(collection, local, waiting.get(id)?.base ?? null, master, desk.desk, desk.settings());
      // An erased state is never given up for one with personal data.
      const fits = met.become === 'merged' && (isErased(met.doc) || (await desk.fits(collection, met.doc)));
      const whole = fits ? met.doc : null;
      if (whole) merged.push(whole);
      if (whole || met.become === 'local') pending.push({ collection, id, base: master, refused: null });
      else if (waiting.has(id)) done.push(id);
      if (whole || met.become === 'same' || met.become === 'local') continue;
      if (local && met.become !== 'master')
        pairs.push({
          collection,
          kept: master,
          other: local,
          fields: met.become === 'conflict' ? met.fields : [],
        });
      take.push(master);
    }
    const tickets = ticketsOf(pairs, desk.desk, desk.now());
    const fresh = await freshTickets(desk, tickets);
    const erased = erasedHere(take, locals);
    const own = [
      ...erased.map((doc) => ({ collection, doc })),
      ...(await erasedAgain(desk, masters)),
      ...fresh.map((doc) => ({ collection: 'tickets' as const, doc: doc })),
      ...merged.map((doc) => ({ collection, doc })),
    ];
    // A state that is to give way stands in its ticket before it does.
    if (own.length > 0 && !(await desk.keep(own))) throw new Error('merge not kept');
    // Only once the merged state is stored: the one before does not contain what it would say it grew from.
    await desk.putOutgoing(pending);
    await desk.take(collection, take);
    await desk.dropOutgoing(collection, [...done, ...erased.map(({ id }) => id)]);
    if (collection === 'ledger') {
      const broken = [...(await checkRefunds(desk, masters)), ...(await checkReceipts(desk, masters))];
      await keepTickets(desk, limitTickets(broken, desk));
    }
    return take.length + merged.length;
  });
}
