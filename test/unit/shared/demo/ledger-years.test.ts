/** The years of entries that benches measure on are entries as the commands leave them. */
import { describe, expect, it } from 'vitest';
import { faultsOf } from '@shared/core/validate';
import type { DemoClub } from '@shared/demo/club';
import { demoLedgerYears, manyProducts } from '@shared/demo/ledger-years';
import { EMPTY_BOOKS, openOf, withEntries } from '@shared/ledger/books';
import { effects } from '@shared/ledger/effects';
import { placeOf } from '@shared/ledger/entry';
import { CLERK, FINANCE, LEAD } from '../../../helpers/desk';

const club: DemoClub = {
  staff: new Map([
    ['1001', CLERK],
    ['1002', LEAD],
    ['1003', { ...CLERK, id: 'staff:1003' }],
    ['2001', FINANCE],
  ]),
  departments: new Map(),
};

describe('years of ledger entries', () => {
  const products = manyProducts(50, '2025-01-01', LEAD.id);
  const entries = [
    ...demoLedgerYears({
      until: '2026-10-31',
      days: 7,
      entries: 575,
      rows: 1_918,
      products,
      club,
      desk: 'B',
    }),
  ].flat();

  it('are valid by their schemas and numbered without a gap', () => {
    for (const product of products) expect(faultsOf('products', product)).toBeNull();
    for (const [at, entry] of entries.entries()) {
      expect(faultsOf('ledger', entry)).toBeNull();
      expect(entry.status).toBe(placeOf('B', at + 1));
    }
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it('are as many, with as many stock rows, as was asked for', () => {
    expect(entries).toHaveLength(575);
    expect(entries.flatMap((entry) => effects(entry).stock)).toHaveLength(1_918);
  });

  it('leave every till closed, its money deposited and one float under the seal', () => {
    const books = withEntries(EMPTY_BOOKS, entries);
    for (const session of Object.values(books.sessions)) {
      expect(session.closedAt).not.toBe('');
      expect(Object.values(session.waiting).every((amount) => amount === 0)).toBe(true);
    }
    expect(openOf(books, 'sealedFloat').map(({ amount }) => amount)).toEqual([50_000]);
    const money = new Map<string, number>();
    for (const { session, tender, amount } of entries.flatMap((entry) => effects(entry).money))
      money.set(`${session} ${tender}`, (money.get(`${session} ${tender}`) ?? 0) + amount);
    for (const amount of money.values()) expect(amount).toBe(0);
  });
});
