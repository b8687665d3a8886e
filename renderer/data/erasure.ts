/** Looks for records past the retention time, and erases them act by act (DOMAIN §2). */
import { v7 } from 'uuid';
import type { Refusal, Witness } from '@shared/core/command';
import type { CollectionName, Envelope } from '@shared/core/envelope';
import { isCustomer, type Who } from '@shared/customers/schema';
import { keptSince } from '@shared/core/retention';
import { addDays } from '@shared/core/time';
import { holdsOf, isOver, isPast, sortOut, type Placed } from '@shared/erasure/due';
import { eraseRecords } from '@shared/erasure/erase';
import { isErased, PERSONAL } from '@shared/erasure/personal';
import { completeBefore, MOST_TARGETS, type Erasure, type Target } from '@shared/erasure/schema';
import type { FoundItem } from '@shared/lost-property/schema';
import { openOf, type OpenKind } from '@shared/ledger/books';
import { peopleIn } from '@shared/service/known';
import { sweepBlobs } from './blobs';
import { loadBooks } from './books';
import { useDirectory } from './directory';
import { runCommand } from './gateway';
import { onChange } from './live';
import { byIds, count, pageAfter, range, total as totalOf } from './read';
import { runIfSetUp } from './run-backup';
import { today } from './session';

/** Collections with records of customers that are erased. */
const LOOKED: readonly CollectionName[] = [
  'visits',
  'tickets',
  'lostItems',
  'stockDocuments',
  'roster',
  'directory',
];
const PAGE = 2_000;
/** Most records shown and erased at one time; what is left is found by the next look. */
const MOST_DUE = 5_000;
/** Most records that Today looks into; of more it tells their number. */
const MOST_TODAY = 2_000;

export interface Found {
  /** First business day that is kept. */
  readonly since: string;
  readonly due: readonly Placed[];
  readonly held: readonly Placed[];
  /** There are more than one look shows. */
  readonly more: boolean;
}

const since = (): string => keptSince(today(), useDirectory.getState().settings.retentionMonths);

/** Phones of whoever owes, or has money or things with the club, by the ledger and by accounts in force. */
async function owing(): Promise<readonly string[]> {
  const books = await loadBooks();
  const refs = (Object.keys(books.open) as OpenKind[]).flatMap((kind) =>
    openOf(books, kind).map(({ ref }) => ref),
  );
  const accounts = [...useDirectory.getState().records.values()].filter(
    ({ kind, status }) => kind === 'account' && status === 'active',
  );
  return [
    ...(await byIds('ledger', [...new Set(refs)])).flatMap((doc) => peopleIn(doc).map(({ phone }) => phone)),
    ...accounts.map(({ body }) => (body as unknown as { readonly phone: string }).phone),
  ];
}

const keyOf = ({ name, phone }: Who): string => `${phone} ${name}`;

/** Merges of people of whom nothing is left: as long as there is something, they say whose it is. */
function mergesWithoutRecords(records: readonly Placed[], left: ReadonlySet<string>): readonly Placed[] {
  return records.filter(
    ({ doc }) =>
      !isCustomer(doc) ||
      ![doc.body, ...(doc.body.into ? [doc.body.into] : [])].some((who) => left.has(keyOf(who))),
  );
}

/** Goes through all records; `onProgress` hears the share that is done, and `stop` ends it with an error. */
export async function findDue(onProgress: (share: number) => void, stop: AbortSignal): Promise<Found> {
  const kept = since();
  const past: Placed[] = [];
  const open: Envelope[] = [];
  let more = false;
  const merged = new Set(
    [...useDirectory.getState().records.values()]
      .filter(isCustomer)
      .flatMap(({ body }) => [body, ...(body.into ? [body.into] : [])].map(keyOf)),
  );
  const left = new Set<string>();
  const keep = (doc: Envelope): void => {
    if (merged.size > 0) for (const who of peopleIn(doc)) if (merged.has(keyOf(who))) left.add(keyOf(who));
  };
  const totals = await Promise.all(LOOKED.map(totalOf));
  const all = totals.reduce((sum, one) => sum + one, 0);
  let seen = 0;
  for (const collection of LOOKED) {
    for (let at = ''; ;) {
      const page: readonly Envelope[] = await pageAfter(collection, at, PAGE);
      at = page.at(-1)?.id ?? '';
      stop.throwIfAborted();
      for (const doc of page) {
        if (!Object.hasOwn(PERSONAL, doc.kind)) continue;
        if (isErased(doc)) continue;
        if (!isOver(doc)) open.push(doc);
        if (isPast(doc, kept) && past.length < MOST_DUE) past.push({ collection, doc });
        else {
          keep(doc);
          if (isPast(doc, kept)) more = true;
        }
      }
      seen += page.length;
      onProgress(all === 0 ? 1 : seen / all);
      if (page.length < PAGE) break;
    }
  }
  const photos = past.flatMap(({ doc }) => (doc.kind === 'foundItem' ? (doc as FoundItem).body.photos : []));
  const found = (await byIds('attachments', photos)).map((doc): Placed => ({
    collection: 'attachments',
    doc,
  }));
  const { due, held } = sortOut([...past, ...found], kept, holdsOf(open, await owing()));
  held.forEach(({ doc }) => keep(doc));
  return { since: kept, more, due: mergesWithoutRecords(due, left), held };
}

/** Acts of at most `MOST_TARGETS` records; photos stand with the record they belong to. */
function actsOf(due: readonly Placed[]): readonly (readonly Target[])[] {
  const photos = new Map<string, Target[]>();
  for (const { collection, doc } of due)
    if (doc.kind === 'photo')
      photos.set(doc.key, [...(photos.get(doc.key) ?? []), { collection, id: doc.id }]);
  const acts: Target[][] = [[]];
  for (const { collection, doc } of due) {
    if (doc.kind === 'photo') continue;
    const matter = [{ collection, id: doc.id }, ...(photos.get(doc.id) ?? [])];
    if ((acts.at(-1)?.length ?? 0) + matter.length > MOST_TARGETS) acts.push([]);
    acts.at(-1)?.push(...matter);
  }
  return acts.filter((act) => act.length > 0);
}

export interface Erased {
  /** Records erased before the end, or before the first refusal. */
  readonly count: number;
  readonly refusals: readonly Refusal[];
}

/** Erases in acts of one run. What an act refuses ends the run; what was done stays done. */
export async function eraseDue(
  { due, more }: Pick<Found, 'due' | 'more'>,
  witness: Witness,
  onProgress: (done: number) => void,
): Promise<Erased> {
  const run = v7();
  const total = due.length + (more ? 1 : 0);
  let done = 0;
  for (const targets of actsOf(due)) {
    const outcome = await runCommand(eraseRecords, { run, total, targets }, { witnesses: [witness] });
    if (!outcome.ok) return { count: done, refusals: outcome.refusals };
    done += targets.length;
    onProgress(done);
  }
  await sweepBlobs();
  // From here on the newest backup holds the erasure; older ones go with their own time.
  void runIfSetUp();
  return { count: done, refusals: [] };
}

interface DueOnToday {
  readonly count: number;
  readonly records: readonly Placed[];
}

/**
 * Today asks every half minute; counting years of visits holds up every other read of the database meanwhile. What is past
 * its time changes with the day, the retention, each act of an erasure and whatever comes in late: until then the answer stands.
 */
let answered: { readonly key: string; readonly answer: Promise<DueOnToday> } | null = null;

onChange(({ docs }) => {
  if (answered && docs.some(({ day }) => day < since())) answered = null;
});

/** What came past its time since all of it was erased last: its records, or their number alone where there are many. */
export async function dueSinceLast(): Promise<DueOnToday> {
  const erasures = await range<Erasure>('auditEvents', 'kind', ['erasure'], ['erasure']);
  const from = completeBefore(erasures) || '0';
  const kept = since();
  const key = `${from} ${kept} ${erasures.length}`;
  if (answered?.key !== key) {
    const answer = lookForDue(from, kept);
    answered = { key, answer };
    answer.catch(() => (answered = null));
  }
  return answered.answer;
}

async function lookForDue(from: string, kept: string): Promise<DueOnToday> {
  const until = addDays(kept, -1);
  const names = LOOKED.filter((name) => name !== 'directory' && name !== 'roster');
  if (from > until) return { count: 0, records: [] };
  const counts = await Promise.all(names.map((name) => count(name, 'day', [from], [until])));
  const sum = counts.reduce((all, one) => all + one, 0);
  if (sum === 0 || sum > MOST_TODAY) return { count: sum, records: [] };
  const found = await Promise.all(
    names.map(async (collection) =>
      (await range(collection, 'day', [from], [until])).map((doc): Placed => ({ collection, doc })),
    ),
  );
  const records = found.flat().filter(({ doc }) => isPast(doc, kept));
  return { count: records.length, records };
}
