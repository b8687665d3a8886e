/** What must hold for any history of the ledger (DESIGN §2, DOMAIN §4–6). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, EMPTY_BOOKS, openOf, withEntries } from '@shared/ledger/books';
import { effects, isTillTender, NO_EFFECTS, turned } from '@shared/ledger/effects';
import type { Tender } from '@shared/ledger/entries/parts';
import type { MoneyFlow } from '@shared/ledger/moves';
import type { LedgerEntry } from '@shared/ledger/schema';
import { openSession } from '@shared/ledger/sessions';
import { Ledger, steps } from './history';

const history = steps.map((all) => new Ledger().play(all).entries as readonly LedgerEntry[]);
const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);
const moneyOf = (entries: readonly LedgerEntry[]): ReturnType<typeof effects>['money'] =>
  entries.flatMap((entry) => effects(entry).money);
/** Flows that only move money between till, safe and finance. */
const INNER: readonly MoneyFlow[] = ['float', 'handedOn'];

describe('any history', () => {
  it('gives the same books in whatever order its entries arrive', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (entries, order) => {
        const keys = entries.map(() => order.next().value as number);
        const shuffled = entries.map((entry, at) => ({ entry, key: keys[at] ?? 0 }));
        shuffled.sort((a, b) => a.key - b.key);
        const other = shuffled.reduce((books, { entry }) => withEntries(books, [entry]), EMPTY_BOOKS);
        expect(other).toEqual(withEntries(EMPTY_BOOKS, entries));
      }),
    );
  });

  it('has on hand exactly the sum of its moves, and compacting keeps every figure', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const books = withEntries(EMPTY_BOOKS, entries);
        for (const [product, places] of Object.entries(books.stock))
          for (const [location, quantity] of Object.entries(places))
            expect(quantity).toBe(
              sum(
                entries
                  .flatMap((entry) => effects(entry).stock)
                  .filter((row) => row.product === product && row.location === location)
                  .map((row) => row.quantity),
              ),
            );
        const small = compact(books);
        expect(small.stock).toEqual(books.stock);
        expect(openOf(small, 'securityDeposit')).toEqual(openOf(books, 'securityDeposit'));
        expect(openSession(small, 'A')).toEqual(openSession(books, 'A'));
      }),
    );
  });

  it('leaves nothing in a closed session, under any tender', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const books = withEntries(EMPTY_BOOKS, entries);
        const sums = new Map<string, number>();
        for (const { session, tender, amount } of moneyOf(entries))
          sums.set(`${session} ${tender}`, (sums.get(`${session} ${tender}`) ?? 0) + amount);
        for (const [key, amount] of sums)
          if (books.sessions[key.split(' ')[0] ?? '']?.closedAt) expect(amount).toBe(0);
      }),
    );
  });

  it('has every fen taken in the till, in the safe, under the seal or waiting for finance', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const books = withEntries(EMPTY_BOOKS, entries);
        const rows = moneyOf(entries);
        const firstFloats = entries
          .filter((entry) => entry.kind === 'tillOpen' && entry.body.from === '')
          .map((entry) => (entry.kind === 'tillOpen' ? entry.body.float : 0));
        for (const tender of ['cash', 'card', 'wechat', 'alipay', 'transfer', 'voucher'] as const) {
          const inOut = sum(
            rows.filter((row) => row.tender === tender && !INNER.includes(row.flow)).map((row) => row.amount),
          );
          const inTill = sum(
            rows
              .filter((row) => row.tender === tender && books.sessions[row.session]?.closedAt === '')
              .map((row) => row.amount),
          );
          const waiting = sum(Object.values(books.sessions).map((one) => one.waiting[tender] ?? 0));
          const sealed =
            tender === 'cash' ? sum(openOf(books, 'sealedFloat').map(({ amount }) => amount)) : 0;
          const brought = tender === 'cash' ? sum(firstFloats) : 0;
          expect(inTill + waiting + sealed).toBe(brought + inOut);
        }
      }),
    );
  });

  it('counts as income neither top-ups nor deposits, tips, settlements or petty cash', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const income = sum(entries.flatMap((entry) => effects(entry).income).map(({ amount }) => amount));
        const bySource = sum(
          entries.map((entry) => {
            if (entry.kind === 'sale') return entry.body.total;
            if (entry.kind === 'refund') return -entry.body.total;
            if (entry.kind === 'fee') return entry.body.amount;
            if (entry.kind === 'depositTaken') return entry.body.rental;
            if (entry.kind === 'depositReturned') return entry.body.kept + entry.body.lateFee;
            if (entry.kind === 'reversal')
              return -sum(
                entries.map((one) => (one.id === entry.body.of && one.kind === 'fee' ? one.body.amount : 0)),
              );
            return 0;
          }),
        );
        expect(income).toBe(bySource);
      }),
    );
  });

  it('holds deposits and tips until they are given back', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const books = withEntries(EMPTY_BOOKS, entries);
        const taken = sum(
          entries.map((entry) =>
            entry.kind === 'depositTaken' || entry.kind === 'tipTaken' ? entry.body.amount : 0,
          ),
        );
        const back = sum(
          entries.map((entry) =>
            entry.kind === 'depositReturned'
              ? entry.body.returned + entry.body.kept
              : entry.kind === 'tipsPaid'
                ? entry.body.amount
                : 0,
          ),
        );
        const held = [...openOf(books, 'securityDeposit'), ...openOf(books, 'tip')];
        expect(sum(held.map(({ amount }) => amount))).toBe(taken - back);
      }),
    );
  });

  it('moves nothing together with its turned effects', () => {
    fc.assert(
      fc.property(history, (entries) => {
        for (const entry of entries) {
          const moves = effects(entry);
          const back = turned(moves, entry.key);
          expect(sum([...moves.income, ...back.income].map(({ amount }) => amount))).toBe(0);
          expect(sum([...moves.accounts, ...back.accounts].map(({ amount }) => amount))).toBe(0);
          expect(sum([...moves.stock, ...back.stock].map(({ quantity }) => quantity))).toBe(0);
          expect(sum([...moves.money, ...back.money].map(({ amount }) => amount))).toBe(0);
        }
      }),
    );
  });
});

describe('effects', () => {
  it('keep account tenders out of what finance waits for', () => {
    expect((['member', 'onAccount'] as readonly Tender[]).some(isTillTender)).toBe(false);
  });

  it('are none for entries that move nothing', () => {
    const close = { id: 'close:2026-10:1', key: '', kind: 'monthClose', body: {} } as unknown as LedgerEntry;
    expect(effects(close)).toEqual(NO_EFFECTS);
  });
});
