/** Sums over ledger entries: stock, balances, what is open, tills. Adding is commutative, so desks may meet in any order. */
import type { Context } from '../core/command';
import { effects } from './effects';
import type { Tender } from './entries/parts';
import type { OpenRow } from './moves';
import type { LedgerEntry } from './schema';

export type OpenKind = OpenRow['kind'];

/** Something not settled: fen, or 1 for a thing lent. */
export interface OpenSum {
  readonly account: string;
  readonly amount: number;
}

/** A till session as its opening and closing entries tell it. */
export interface SessionSum {
  readonly desk: string;
  /** Number of the opening entry, '' while only later entries are known. */
  readonly no: string;
  /** Business day and instant of opening. */
  readonly day: string;
  readonly at: string;
  /** Staff id of whoever holds it. */
  readonly holder: string;
  readonly opened: boolean;
  /** Instant of closing, or ''. */
  readonly closedAt: string;
  /** Counted money not yet deposited with finance, fen. */
  readonly waiting: Readonly<Partial<Record<Tender, number>>>;
}

type Table<T> = Readonly<Record<string, T>>;

export interface Books {
  /** Base units by product and location. */
  readonly stock: Table<Table<number>>;
  /** Member: the customer's money with us; on account: what is owed to us. Fen. */
  readonly accounts: Table<number>;
  /** By kind, then by the entry that began it. */
  readonly open: Readonly<Partial<Record<OpenKind, Table<OpenSum>>>>;
  readonly sessions: Table<SessionSum>;
  /** Highest running number seen per desk. */
  readonly seen: Table<number>;
  /** How many entries are in these sums. */
  readonly entries: number;
}

export const EMPTY_BOOKS: Books = { stock: {}, accounts: {}, open: {}, sessions: {}, seen: {}, entries: 0 };

type Draft<T> = T extends object ? { -readonly [K in keyof T]: Draft<T[K]> } : T;

const NEW_SESSION: SessionSum = {
  desk: '',
  no: '',
  day: '',
  at: '',
  holder: '',
  opened: false,
  closedAt: '',
  waiting: {},
};

function session(books: Draft<Books>, id: string): Draft<SessionSum> {
  return (books.sessions[id] ??= structuredCloneOf(NEW_SESSION));
}

const structuredCloneOf = <T>(value: T): Draft<T> => JSON.parse(JSON.stringify(value)) as Draft<T>;

function noteSessions(books: Draft<Books>, entry: LedgerEntry): void {
  if (entry.kind === 'tillOpen' || entry.kind === 'tillHandover') {
    const holder = entry.kind === 'tillOpen' ? entry.body.opener.staff : entry.body.taking.staff;
    const { desk, day, at } = entry;
    Object.assign(session(books, entry.id), { desk, day, at, holder, no: entry.body.no ?? '', opened: true });
  }
  if (entry.kind === 'tillHandover' || entry.kind === 'tillSeal') {
    const closed = session(books, entry.key);
    closed.desk = entry.desk;
    closed.closedAt = entry.at;
  }
}

function add(books: Draft<Books>, entry: LedgerEntry): void {
  const moves = effects(entry);
  for (const { product, location, quantity } of moves.stock) {
    if (quantity === 0) continue;
    const held = (books.stock[product] ??= {});
    held[location] = (held[location] ?? 0) + quantity;
  }
  for (const { account, amount } of moves.accounts)
    books.accounts[account] = (books.accounts[account] ?? 0) + amount;
  for (const { ref, kind, account, amount } of moves.open) {
    const sums = (books.open[kind] ??= {});
    const sum = (sums[ref] ??= { account, amount: 0 });
    sum.amount += amount;
  }
  noteSessions(books, entry);
  for (const row of moves.custody) {
    const { waiting } = session(books, row.session);
    waiting[row.tender] = (waiting[row.tender] ?? 0) + row.amount;
  }
  books.seen[entry.desk] = Math.max(books.seen[entry.desk] ?? 0, entry.body.n);
  books.entries += 1;
}

/** The books with more entries in them; each entry must be added once. */
export function withEntries(books: Books, entries: readonly LedgerEntry[]): Books {
  if (entries.length === 0) return books;
  const draft = structuredCloneOf(books);
  for (const entry of entries) add(draft, entry);
  return draft;
}

/** Books of years without what is settled: they stay small however long the ledger grows. */
export function compact(books: Books): Books {
  const kept = <T>(table: Table<T>, keep: (value: T) => boolean): Table<T> =>
    Object.fromEntries(Object.entries(table).filter(([, value]) => keep(value)));
  return {
    ...books,
    accounts: kept(books.accounts, (amount) => amount !== 0),
    open: Object.fromEntries(
      Object.entries(books.open).map(([kind, sums]) => [kind, kept(sums, ({ amount }) => amount !== 0)]),
    ),
    sessions: kept(
      books.sessions,
      ({ opened, closedAt, waiting }) =>
        !opened || closedAt === '' || Object.values(waiting).some((amount) => amount !== 0),
    ),
  };
}

/** Base units of a product in one place, or in all. May be below 0. */
export function onHand(books: Books, product: string, location?: string): number {
  const held = books.stock[product] ?? {};
  if (location !== undefined) return held[location] ?? 0;
  return Object.values(held).reduce((sum, quantity) => sum + quantity, 0);
}

/** What is still open under an entry: fen, or 1 for a thing lent; 0 when settled. */
export function openAmount(books: Books, kind: OpenKind, ref: string): number {
  return books.open[kind]?.[ref]?.amount ?? 0;
}

/** Everything open of a kind, by the entry that began it. */
export function openOf(books: Books, kind: OpenKind): readonly (OpenSum & { readonly ref: string })[] {
  return Object.entries(books.open[kind] ?? {})
    .filter(([, { amount }]) => amount !== 0)
    .map(([ref, sum]) => ({ ref, ...sum }));
}

/** The books a command asked for. @throws Error when it did not say `books: true` */
export function booksOf(context: Context): Books {
  if (!context.books) throw new Error('the command did not ask for the books');
  return context.books;
}
