/** What stands between a month and its close: desks, tills, money (DESIGN §2). */
import { describe, expect, it } from 'vitest';
import type { Desk } from '@shared/directory/schema';
import { EMPTY_BOOKS, type Books, type SessionSum } from '@shared/ledger/books';
import type { MonthDeclaration } from '@shared/month-end/schema';
import { desksOf, openSessionsOf, waitingOf } from '../../../../../renderer/features/month-end/checks';

const desk = (code: string, status: Desk['status'] = 'active'): Desk =>
  ({ id: `desk:${code}`, status, body: { code, name: code } }) as unknown as Desk;
const declared = (code: string, upTo: number): MonthDeclaration =>
  ({ desk: code, body: { month: '2026-11', upTo, name: '' } }) as unknown as MonthDeclaration;
const session = (change: Partial<SessionSum>): SessionSum => ({
  desk: 'A',
  no: 'BC',
  day: '2026-11-30',
  at: '',
  holder: '',
  opened: true,
  closedAt: '',
  waiting: {},
  ...change,
});

describe('desksOf', () => {
  const books: Books = { ...EMPTY_BOOKS, seen: { A: 10, B: 5, C: 7 } };

  it('knows who declared, who declared more than is here, and who is silent', () => {
    const states = desksOf('A', [desk('A'), desk('B'), desk('D'), desk('E', 'retired')], books, [
      declared('B', 5),
      declared('C', 9),
    ]);
    expect(states.map(({ code, kind }) => `${code} ${kind}`)).toEqual([
      'A here',
      'B declared',
      'C behind',
      'D silent',
    ]);
  });

  it('has nobody to ask with one desk', () => {
    expect(desksOf('A', [desk('A')], { ...EMPTY_BOOKS, seen: { A: 3 } }, [])).toHaveLength(1);
  });
});

describe('tills and money', () => {
  const books: Books = {
    ...EMPTY_BOOKS,
    sessions: {
      one: session({}),
      two: session({ closedAt: '2026-11-30T14:00:00.000Z', waiting: { cash: 500, card: 200 } }),
      next: session({ day: '2026-12-01', waiting: { cash: 900 } }),
      paid: session({ closedAt: '2026-11-29T14:00:00.000Z', waiting: { cash: 0 } }),
    },
  };

  it('of the month count, those of the next do not', () => {
    expect(openSessionsOf(books, '2026-11-30')).toEqual([books.sessions.one]);
    expect(waitingOf(books, '2026-11-30')).toEqual({ sessions: 1, amount: 700 });
  });
});
