/** The indexed fields of a document beside its text, so that a range is read without passing the collection by. */
import type { IndexName } from '../../shared/core/envelope';

/** Columns of the `docs` table, in this order after its text. */
export const INDEX_COLUMNS = ['day', 'kind', 'status', 'due', 'key'] as const;

/** Columns each index of a collection is made of; the first two are what a range may name. */
const COLUMNS_OF: Readonly<Record<IndexName, readonly [string, string]>> = {
  day: ['day', 'id'],
  status: ['status', 'day'],
  kind: ['kind', 'day'],
  due: ['due', 'id'],
  key: ['key', 'day'],
};

/** Statements that make the indexes, alike in both databases. */
export const INDEX_SCHEMA = Object.entries(COLUMNS_OF)
  .map(
    ([name, columns]) =>
      `CREATE INDEX IF NOT EXISTS docs_${name} ON docs (collection, ${columns.join(', ')});`,
  )
  .join('\n');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Values of the columns out of a document's text. */
export function columnValues(text: string): readonly string[] {
  const { day, kind, status, dueAt, key } = JSON.parse(text) as Record<string, unknown>;
  return [day, kind, status, dueAt, key].map(textOf);
}

/** A range of an index: a shorter `to` includes all that begin so. */
export interface IndexRange {
  readonly index: IndexName;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Where a page of a range goes on: the last document's two index fields and id. */
export type RangeCursor = readonly [string, string, string];

export interface RangeSql {
  /** With `?` for every value, the collection first. */
  readonly where: string;
  readonly order: string;
  readonly values: readonly string[];
}

/** A range as a condition on `docs`. Every bound names the first column too, so that the index is used. */
export function rangeSql(
  collection: string,
  { index, from, to }: IndexRange,
  after: RangeCursor | null,
): RangeSql {
  const [first, second] = COLUMNS_OF[index];
  const parts = ['collection = ?'];
  const values = [collection];
  const bound = (sign: '>=' | '<=', key: readonly string[]): void => {
    const [one, two] = key;
    if (one === undefined) return;
    parts.push(`${first} ${sign} ?`);
    values.push(one);
    if (two === undefined) return;
    parts.push(`(${first} <> ? OR ${second} ${sign} ?)`);
    values.push(one, two);
  };
  bound('>=', from);
  bound('<=', to);
  if (after) {
    parts.push(`${first} >= ?`, `(${first}, ${second}, id) > (?, ?, ?)`);
    values.push(after[0], ...after);
  }
  return { where: parts.join(' AND '), order: `${first}, ${second}, id`, values };
}
