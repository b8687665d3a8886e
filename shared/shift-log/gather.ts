/** What a shift leaves open, gathered from the records themselves: nobody has to remember it (DOMAIN §3.8). */
import type { Loaded, Read } from '../core/command';
import { NEVER_DUE, type Envelope } from '../core/envelope';
import { addDays } from '../core/time';
import type { Count } from '../counts/schema';
import { waitingRows } from '../deposits/waiting';
import { openOf, type Books } from '../ledger/books';
import type { TillSeal } from '../ledger/entries/tills';
import { openSession } from '../ledger/sessions';
import type { LostRecord } from '../lost-property/schema';
import { isOpenMatter } from '../service/open';
import type { MatterBody } from '../service/schema';
import type { TaskBody } from '../tasks/schema';
import { namedPerson, type Visit } from '../visits/schema';
import { LIMITS, type CountState, type DeskState, type LogMatter } from './schema';

/** Whose shift at which desk ends when. */
export interface Leaving {
  /** Staff id. */
  readonly staff: string;
  /** Desk code. */
  readonly desk: string;
  /** Business day of now. */
  readonly day: string;
  /** ISO instant. */
  readonly now: string;
}

/** Days looked back for counts whose differences wait. */
const COUNT_DAYS = 35;

/** The records that `openMatters` and `deskState` need. */
export function gatherReads({ staff, day, now }: Leaving, books: Books): readonly Read[] {
  return [
    { name: 'tickets', collection: 'tickets', index: 'key', from: [staff], to: [staff] },
    { name: 'onSite', collection: 'visits', index: 'status', from: ['onSite'], to: ['onSite'] },
    { name: 'visitsDue', collection: 'visits', index: 'due', from: ['0'], to: ['9998'] },
    { name: 'lostDue', collection: 'lostItems', index: 'due', from: ['0'], to: [now] },
    {
      name: 'counts',
      collection: 'stockDocuments',
      index: 'kind',
      from: ['count', addDays(day, -COUNT_DAYS)],
      to: ['count', day],
    },
    {
      name: 'seals',
      collection: 'ledger',
      ids: openOf(books, 'sealedFloat').map(({ ref }) => ref),
    },
  ];
}

const short = (text: string): string =>
  [...text.replace(/\s+/gu, ' ').trim()].slice(0, LIMITS.title).join('');

const matter = (doc: Envelope, title: string, responsible: string): LogMatter => ({
  id: doc.id,
  kind: doc.kind,
  no: doc.body.no ?? '',
  title: short(title),
  status: doc.status,
  dueAt: doc.dueAt,
  responsible,
});

/** What a ticket is about: a task's title, else customer and matter. */
function titleOf({ body }: Envelope): string {
  const { title, summary, customer } = body as Partial<TaskBody & MatterBody>;
  return title ?? [customer?.name, summary].filter(Boolean).join(' ');
}

function visitMatter(visit: Visit): LogMatter {
  const { body } = visit;
  return matter(visit, [namedPerson(body), body.purpose, body.details].filter(Boolean).join(' '), visit.by);
}

function lostMatter(doc: LostRecord): LogMatter {
  const title = doc.kind === 'handover' ? doc.body.receiver.name : doc.body.name;
  return matter(doc, title, doc.by);
}

const LOST: readonly string[] = [
  'foundItem',
  'lossReport',
  'handover',
] satisfies readonly LostRecord['kind'][];
const isLost = (doc: Envelope): doc is LostRecord => LOST.includes(doc.kind);

/** Open tickets of the person, visits that are not over at the desk, lost property that is due. Each record once. */
export function openMatters(loaded: Loaded, { staff, desk, now }: Leaving): readonly LogMatter[] {
  const tickets = (loaded.tickets ?? [])
    .filter((doc) => isOpenMatter(doc) && doc.key === staff)
    .map((doc) => matter(doc, titleOf(doc), staff));
  const visits = new Map(
    [...(loaded.onSite ?? []), ...(loaded.visitsDue ?? [])]
      .filter(
        (doc): doc is Visit =>
          doc.kind === 'visit' && doc.status !== 'void' && doc.desk === desk && doc.at <= now,
      )
      .map((doc) => [doc.id, doc] as const),
  );
  const lost = (loaded.lostDue ?? []).filter(isLost).filter(({ dueAt }) => dueAt <= now);
  return [...tickets, ...[...visits.values()].map(visitMatter), ...lost.map(lostMatter)].sort(
    (a, b) => a.dueAt.localeCompare(b.dueAt) || a.no.localeCompare(b.no) || a.id.localeCompare(b.id),
  );
}

function countState(counts: readonly Count[], day: string): CountState {
  const mine = counts.find(
    ({ body, status }) => body.type === 'morning' && body.period === day && status !== 'void',
  );
  return mine ? (mine.status as CountState) : 'missing';
}

/** Till and goods of the desk as they stand. */
export function deskState(loaded: Loaded, { desk, day, now }: Leaving, books: Books): DeskState {
  const session = openSession(books, desk);
  const open = session && session.at <= now ? session : null;
  const sealed = ((loaded.seals ?? []) as readonly TillSeal[]).some((seal) => seal.desk === desk);
  const waiting = waitingRows(books, day);
  const counts = (loaded.counts ?? []) as readonly Count[];
  return {
    till: open ? 'open' : sealed ? 'sealed' : 'closed',
    session: open?.no ?? '',
    undeposited: waiting.reduce((sum, { amount }) => sum + amount, 0),
    undepositedSessions: new Set(waiting.map(({ session }) => session)).size,
    count: countState(counts, day),
    countsWaiting: counts.filter(({ status }) => status === 'submitted').length,
  };
}

/** True for a matter with a time by which it must be done. */
export const isTimed = ({ dueAt }: Pick<LogMatter, 'dueAt'>): boolean => dueAt !== NEVER_DUE;
