/** Proves that the stock shown is the sum of every entry: adds the raw ledger up anew, apart from the books (DESIGN §2). */
import type { Books } from '../ledger/books';
import { effects } from '../ledger/effects';
import type { LedgerEntry } from '../ledger/schema';

/** Sums of entries added so far; `add` may be called month by month. */
export class StockProof {
  private readonly sums = new Map<string, number>();
  private readonly places = new Map<string, Set<number>>();
  entries = 0;
  moves = 0;

  add(entries: readonly LedgerEntry[]): void {
    for (const entry of entries) {
      this.entries += 1;
      const seen = this.places.get(entry.desk) ?? new Set();
      this.places.set(entry.desk, seen.add(entry.body.n));
      for (const { product, location, quantity } of effects(entry).stock) {
        this.moves += 1;
        const key = JSON.stringify([product, location]);
        this.sums.set(key, (this.sums.get(key) ?? 0) + quantity);
      }
    }
  }

  /** Where the books say something else. */
  differences(books: Books): readonly StockDifference[] {
    const shown = new Map(
      Object.entries(books.stock).flatMap(([product, held]) =>
        Object.entries(held).map(([location, quantity]) => [JSON.stringify([product, location]), quantity]),
      ),
    );
    return [...new Set([...this.sums.keys(), ...shown.keys()])].flatMap((key) => {
      const [product, location] = JSON.parse(key) as readonly [string, string];
      const sum = this.sums.get(key) ?? 0;
      const book = shown.get(key) ?? 0;
      return sum === book ? [] : [{ product, location, sum, book }];
    });
  }

  /** Running numbers that are missing per desk: an entry that was lost or has not arrived. */
  missing(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      [...this.places]
        .map(([desk, seen]) => [desk, [...seen].reduce((a, b) => Math.max(a, b), 0) - seen.size] as const)
        .filter(([, gaps]) => gaps > 0),
    );
  }
}

export interface StockDifference {
  readonly product: string;
  readonly location: string;
  /** Sum of all effects, base units. */
  readonly sum: number;
  /** What the page shows. */
  readonly book: number;
}
