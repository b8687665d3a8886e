/**
 * Whatever is sold while counting and in whatever order records of other desks arrive, a line differs by what was
 * really there less what the books held at its moment (DOMAIN §4).
 */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { bookAt, groundOf } from '@shared/counts/book';
import type { Figure } from '@shared/counts/schema';
import { EMPTY_BOOKS, onHand, withEntries } from '@shared/ledger/books';
import { placeOf } from '@shared/ledger/entry';
import type { LedgerEntry } from '@shared/ledger/schema';

const SHELF = '展架';
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 21) + minute * 60_000).toISOString();

interface Happening {
  readonly minute: number;
  readonly desk: 'A' | 'B' | 'C';
  readonly product: string;
  readonly quantity: number;
  /** Minutes until desk A has it. */
  readonly delay: number;
}

const happenings = fc.uniqueArray(
  fc.record({
    // Odd minutes: the counts stand on even ones.
    minute: fc.integer({ min: 0, max: 240 }).map((half) => half * 2 + 1),
    desk: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
    product: fc.constantFrom('p', 'q'),
    quantity: fc.integer({ min: -20, max: 30 }).filter((quantity) => quantity !== 0),
    delay: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900 })),
  }),
  { selector: ({ minute, desk }) => `${minute}${desk}`, maxLength: 40 },
);

const figures = fc.array(
  fc.record({
    minute: fc.integer({ min: 0, max: 240 }).map((half) => half * 2),
    product: fc.constantFrom('p', 'q'),
    off: fc.integer({ min: -5, max: 5 }),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Goods in, or out where the quantity is below nought. */
function entryOf({ minute, desk, product, quantity }: Happening, n: number): LedgerEntry {
  const lines = [{ product, quantity: Math.abs(quantity), factor: 1, amount: 0 }];
  const way = quantity > 0 ? { source: 'purchase' } : { reason: 'used' };
  return {
    id: `${desk}:${n}`,
    kind: quantity > 0 ? 'goodsReceived' : 'otherOut',
    status: placeOf(desk, n),
    desk,
    at: at(minute),
    body: { v: 1, n, location: SHELF, lines, ...way },
  } as unknown as LedgerEntry;
}

it('differs by what was there less the book at its moment, once everything has arrived', () => {
  fc.assert(
    fc.property(
      happenings,
      figures,
      fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
      (happened, counts, dice) => {
        const numbers = { A: 0, B: 0, C: 0 };
        const all = [...happened]
          .sort((a, b) => a.minute - b.minute)
          .map((one) => ({ ...one, entry: entryOf(one, (numbers[one.desk] += 1)) }));
        const knownAt = (minute: number): readonly LedgerEntry[] =>
          all
            .filter((one) => one.minute + (one.desk === 'A' ? 0 : one.delay) <= minute)
            .map(({ entry }) => entry);
        // In any order: sums of the books do not know one.
        const arrived = all
          .map(({ entry }, index) => ({ entry, place: dice[index] ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ entry }) => entry);
        const ground = groundOf(withEntries(EMPTY_BOOKS, arrived), arrived, 'c');
        for (const { minute, product, off } of counts) {
          const truth = all
            .filter((one) => one.product === product && one.minute <= minute)
            .reduce((sum, { quantity }) => sum + quantity, 0);
          const figure: Figure = {
            quantity: truth + off,
            at: at(minute),
            by: 'staff:1001',
            desk: 'A',
            cut: withEntries(EMPTY_BOOKS, knownAt(minute)).seen,
          };
          const book = bookAt(figure, { product, location: SHELF }, ground);
          expect(figure.quantity - book).toBe(off);
          // Approved now: on hand is what was counted and what moved later.
          const later = all
            .filter((one) => one.product === product && one.minute > minute)
            .reduce((sum, { quantity }) => sum + quantity, 0);
          const adjusted = onHand(ground.books, product, SHELF) + (figure.quantity - book);
          expect(adjusted).toBe(figure.quantity + later);
        }
      },
    ),
    { numRuns: 300 },
  );
});
