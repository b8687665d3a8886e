/** Whatever the acts and their order over desks: on hand = opening + Σ, a reversal restores, the proof agrees (issue: stock ledger). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_BOOKS, onHand, withEntries } from '@shared/ledger/books';
import { effects } from '@shared/ledger/effects';
import type { LedgerEntry } from '@shared/ledger/schema';
import { historyOf } from '@shared/stock/history';
import { StockProof } from '@shared/stock/verify';
import { DISPLAY, PRODUCTS, STORE, line, move, out, receive, reverse, stockDesk } from './stock-desk';

const act = fc.record({
  what: fc.constantFrom('receive', 'out', 'move', 'back', 'reverse'),
  product: fc.constantFrom(...PRODUCTS),
  quantity: fc.integer({ min: 1, max: 40 }),
  packed: fc.boolean(),
  display: fc.boolean(),
  of: fc.nat(30),
});
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** Runs the acts; what is refused changes nothing. Gives the entries and an independent tally. */
function play(acts: readonly Act[]): {
  readonly entries: readonly LedgerEntry[];
  readonly tally: ReadonlyMap<string, number>;
} {
  const desk = stockDesk();
  const tally = new Map<string, number>();
  const undo = new Map<string, readonly (readonly [string, number])[]>();
  const note = (id: string, rows: readonly (readonly [string, number])[]): void => {
    for (const [key, quantity] of rows) tally.set(key, (tally.get(key) ?? 0) + quantity);
    undo.set(id, rows);
  };
  acts.forEach(({ what, product, quantity, packed, display, of }, at) => {
    const id = `e${at}`;
    const units = quantity * (packed && product === 'balls' ? 12 : 1);
    const location = display ? DISPLAY : STORE;
    const lines = [line(product, String(quantity), { packed })];
    if (what === 'receive') {
      if (receive(desk, id, { location, lines }).length === 0) note(id, [[`${product} ${location}`, units]]);
    } else if (what === 'move') {
      const [from, to] = display ? [DISPLAY, STORE] : [STORE, DISPLAY];
      if (move(desk, id, { from, to, lines }).length === 0)
        note(id, [
          [`${product} ${from}`, -units],
          [`${product} ${to}`, units],
        ]);
    } else if (what === 'reverse') {
      const rows = undo.get(`e${of}`);
      if (rows && !undo.has(`x${of}`) && reverse(desk, `e${of}`).length === 0)
        note(
          `x${of}`,
          rows.map(([key, moved]) => [key, -moved] as const),
        );
    } else {
      const reason = what === 'back' ? 'supplierReturn' : 'used';
      const change = { reason, location, lines, supplier: 'supplier', remark: '破损' };
      if (out(desk, id, change).length === 0) note(id, [[`${product} ${location}`, -units]]);
    }
  });
  return { entries: desk.ledger(), tally };
}

const history = fc.array(act, { maxLength: 30 });

describe('the stock ledger', () => {
  it('holds what its acts moved, in whatever order its entries arrive', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (acts, stream) => {
        const { entries, tally } = play(acts);
        const shuffled = [...entries]
          .map((entry) => [stream.next().value ?? 0, entry] as const)
          .sort(([a], [b]) => a - b)
          .map(([, entry]) => entry);
        const half = Math.floor(shuffled.length / 2);
        const books = withEntries(withEntries(EMPTY_BOOKS, shuffled.slice(0, half)), shuffled.slice(half));
        for (const product of PRODUCTS)
          for (const location of [DISPLAY, STORE])
            expect(onHand(books, product, location)).toBe(tally.get(`${product} ${location}`) ?? 0);
        const proof = new StockProof();
        proof.add(entries.slice(0, half));
        proof.add(entries.slice(half));
        expect(proof.differences(books)).toEqual([]);
        expect(proof.missing()).toEqual({});
      }),
      { numRuns: 60 },
    );
  });

  it('is as before once everything is reversed', () => {
    fc.assert(
      fc.property(history, (acts) => {
        const desk = stockDesk();
        const done: string[] = [];
        acts.forEach(({ product, quantity, display }, at) => {
          const location = display ? DISPLAY : STORE;
          if (receive(desk, `e${at}`, { location, lines: [line(product, String(quantity))] }).length === 0)
            done.push(`e${at}`);
        });
        for (const id of done) expect(reverse(desk, id)).toEqual([]);
        for (const product of PRODUCTS) expect(onHand(desk.books(), product)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('shows a history whose last balance is what is on hand, whatever the first day listed', () => {
    fc.assert(
      fc.property(history, fc.nat(30), fc.constantFrom(...PRODUCTS), (acts, skip, product) => {
        const { entries } = play(acts);
        const now = onHand(withEntries(EMPTY_BOOKS, entries), product);
        const listed = historyOf(entries.slice(skip), product, { location: '', now, to: '9999' });
        expect(listed.closing).toBe(now);
        const before = entries
          .slice(0, skip)
          .flatMap((entry) => effects(entry).stock)
          .filter((row) => row.product === product)
          .reduce((sum, { quantity }) => sum + quantity, 0);
        expect(listed.opening).toBe(before);
      }),
      { numRuns: 60 },
    );
  });

  it('finds a book that is wrong and a number that is missing', () => {
    const desk = stockDesk();
    receive(desk, 'r1');
    receive(desk, 'r2');
    const [first, second] = desk.ledger();
    const proof = new StockProof();
    proof.add([second as LedgerEntry]);
    expect(proof.differences(desk.books())).toEqual([
      { product: 'balls', location: STORE, sum: 5, book: 10 },
    ]);
    expect(proof.missing()).toEqual({ A: 1 });
    proof.add([first as LedgerEntry]);
    expect(proof.differences(desk.books())).toEqual([]);
  });
});
