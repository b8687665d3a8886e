/** What the checklist before a close says, out of the books and the desks' declarations. */
import type { Desk } from '@shared/directory/schema';
import type { Books, SessionSum } from '@shared/ledger/books';
import type { MonthDeclaration } from '@shared/month-end/schema';

export interface DeskState {
  readonly code: string;
  /** `behind`: it declared more entries than have arrived here. */
  readonly kind: 'here' | 'declared' | 'behind' | 'silent';
  readonly upTo: number;
  readonly seen: number;
}

/** Every desk of the directory or of the ledger, in the order of their codes. */
export function desksOf(
  here: string,
  desks: readonly Desk[],
  books: Books,
  declarations: readonly MonthDeclaration[],
): readonly DeskState[] {
  const active = desks.filter(({ status }) => status === 'active').map(({ body }) => body.code);
  const codes = [...new Set([here, ...active, ...Object.keys(books.seen)])].sort();
  return codes.map((code): DeskState => {
    const seen = books.seen[code] ?? 0;
    const declared = declarations.find(({ desk }) => desk === code)?.body.upTo;
    const kind =
      code === here ? 'here' : declared === undefined ? 'silent' : declared <= seen ? 'declared' : 'behind';
    return { code, kind, upTo: declared ?? 0, seen };
  });
}

const until = (books: Books, day: string): readonly SessionSum[] =>
  Object.values(books.sessions).filter((session) => session.day <= day);

/** Till sessions begun up to a day that still run. */
export function openSessionsOf(books: Books, day: string): readonly SessionSum[] {
  return until(books, day).filter(({ opened, closedAt }) => opened && closedAt === '');
}

/** Counted money of sessions up to a day that has not reached finance, fen. */
export function waitingOf(books: Books, day: string): { readonly sessions: number; readonly amount: number } {
  const sums = until(books, day).map(({ waiting }) =>
    Object.values(waiting).reduce((sum, amount) => sum + amount, 0),
  );
  const left = sums.filter((sum) => sum !== 0);
  return { sessions: left.length, amount: left.reduce((sum, amount) => sum + amount, 0) };
}
