/** The indexed fields of a document beside its text, so that a range is read without passing the collection by. */
import type { IndexName } from '../../shared/core/envelope';

/** Columns of the `docs` table, in this order after its text. */
export const INDEX_COLUMNS = ['day', 'kind', 'status', 'due', 'key'] as const;

/** Values in the order of `INDEX_COLUMNS`. */
export type Columns = readonly [day: string, kind: string, status: string, due: string, key: string];

/** Columns each index of a collection is made of; the first two are what a range may name. */
const COLUMNS_OF: Readonly<Record<IndexName, readonly [string, string]>> = {
  day: ['day', 'id'],
  status: ['status', 'day'],
  kind: ['kind', 'day'],
  due: ['due', 'id'],
  key: ['key', 'day'],
};

const indexSql = (name: IndexName, rows = ''): string =>
  `CREATE INDEX IF NOT EXISTS docs_${name} ON docs (collection, ${COLUMNS_OF[name].join(', ')})${rows};`;

/** Statements that make the indexes in SQLite, where they cost next to nothing. */
export const INDEX_SCHEMA = (Object.keys(COLUMNS_OF) as IndexName[]).map((name) => indexSql(name)).join('\n');

/**
 * The same for PostgreSQL, where every index is felt at each push: hardly anything is due, and of visits and audit events,
 * by far the most, nobody asks the endpoint by state, kind or key.
 */
const FEW = " WHERE collection <> 'visits' AND collection <> 'auditEvents'";
export const POSTGRES_INDEX_SCHEMA = [
  indexSql('day'),
  indexSql('due', " WHERE due < '9999'"),
  indexSql('status', FEW),
  indexSql('kind', FEW),
  indexSql('key', FEW),
].join('\n');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

type Indexed = { readonly [field in 'day' | 'kind' | 'status' | 'dueAt' | 'key']?: unknown };

/** Values of the columns of a document. */
export const columnValues = ({ day, kind, status, dueAt, key }: Indexed): Columns =>
  [textOf(day), textOf(kind), textOf(status), textOf(dueAt), textOf(key)] as const;

/** The same out of a document's text. */
export const columnsOfText = (text: string): Columns => columnValues(JSON.parse(text) as Indexed);

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
  const [one] = from;
  if (one !== undefined && one === to[0]) {
    // Within one value of the first column the second one bounds the search itself.
    parts.push(`${first} = ?`);
    values.push(one);
    for (const [sign, bound] of [
      ['>=', from[1]],
      ['<=', to[1]],
    ] as const) {
      if (bound === undefined) continue;
      parts.push(`${second} ${sign} ?`);
      values.push(bound);
    }
    return paged({ parts, values, order: [first, second] }, after);
  }
  const bound = (sign: '>=' | '<=', key: readonly string[]): void => {
    const [head, next] = key;
    if (head === undefined) return;
    parts.push(`${first} ${sign} ?`);
    values.push(head);
    if (next === undefined) return;
    parts.push(`(${first} <> ? OR ${second} ${sign} ?)`);
    values.push(head, next);
  };
  bound('>=', from);
  bound('<=', to);
  return paged({ parts, values, order: [first, second] }, after);
}

function paged(
  { parts, values, order }: { readonly parts: string[]; readonly values: string[]; readonly order: string[] },
  after: RangeCursor | null,
): RangeSql {
  const columns = [...order, 'id'].join(', ');
  if (after) {
    parts.push(`${order[0] ?? ''} >= ?`, `(${columns}) > (?, ?, ?)`);
    values.push(after[0], ...after);
  }
  return { where: parts.join(' AND '), order: columns, values };
}

/** Condition on `id`: dated since a day, due some time, or in one of `statuses` (a condition on them; '' for none). */
export const currentSql = (collection: string, since: string, statuses: string): string =>
  `id IN (SELECT id FROM docs WHERE collection = ${collection} AND day >= ${since}
   UNION SELECT id FROM docs WHERE collection = ${collection} AND due < '9999'
   ${statuses === '' ? '' : `UNION SELECT id FROM docs WHERE collection = ${collection} AND status ${statuses}`})`;
