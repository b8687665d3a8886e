/** What the rules over several records read: bounded ranges of indexes, single records, and the sums of the ledger. */
import type { CollectionName, Envelope, IndexName } from '../../core/envelope';
import type { Settings } from '../../core/settings';
import type { Books } from '../../ledger/books';

export interface RuleReads {
  readonly docs: (collection: CollectionName, ids: readonly string[]) => Promise<readonly Envelope[]>;
  readonly range: (
    collection: CollectionName,
    index: IndexName,
    from: readonly string[],
    to: readonly string[],
  ) => Promise<readonly Envelope[]>;
  /** Sums over all entries stored here. */
  readonly books: () => Promise<Books>;
  readonly settings: () => Settings;
}
