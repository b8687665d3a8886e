/** How a batch is written in PostgreSQL: one trip to the database, compared and written there under its lock. */
import type pg from 'pg';
import { COLLECTIONS, type CollectionName } from '../../shared/core/envelope';
import { digestOf } from '../../shared/sync/canonical';
import { INDEX_COLUMNS } from './index-columns';
import { CHANNEL } from './postgres-ear';
import type { WriteRow } from './store';

/** Advisory lock numbers: this one guards the schema, the collections' own follow it. */
export const LOCK_BASE = 0x6465_736b;

/** Number of a collection's lock. */
export const lockOf = (collection: CollectionName): number => LOCK_BASE + 1 + COLLECTIONS.indexOf(collection);

const COLUMNS = `collection, id, seq, month, digest, text, ${INDEX_COLUMNS.join(', ')}, desk, at`;
const VALUES = `SELECT in_collection, id, seq, month, digest, text, ${INDEX_COLUMNS.join(', ')}, in_desk, in_at FROM fresh`;

/**
 * `deskbook_write` writes rows of different ids where the caller knew the stored text, and gives back the stored texts of
 * the others. The lock is held until the commit: without it a pull could pass a sequence whose transaction commits later,
 * and miss it for ever. Its second statement sees what was committed before the lock was given. Texts come joined by line
 * ends, which canonical JSON never holds: an array's quoting costs more than everything else.
 *
 * Each stored text is looked up by the primary key. With `id = ANY(ids)` a database that has no statistics of the table
 * yet, as in a first sync, takes an index of the collection alone and reads all of it for each batch.
 */
export const POSTGRES_WRITE_SCHEMA = `
  CREATE OR REPLACE FUNCTION deskbook_write(
    in_lock bigint, in_collection text, in_desk text, in_at text, ids text[], months text[], digests text[],
    texts text, assumed_texts text, ${INDEX_COLUMNS.map((name) => `in_${name} text[]`).join(', ')},
    flagged_ids text[], flags_given text[], forgotten_ids text[])
  RETURNS SETOF text LANGUAGE plpgsql AS $$
  #variable_conflict use_column
  DECLARE newest bigint;
  BEGIN
    PERFORM pg_advisory_xact_lock(in_lock);
    SELECT coalesce(max(seq), 0) INTO newest FROM docs WHERE collection = in_collection;
    RETURN QUERY WITH asked AS MATERIALIZED (
      SELECT given.*, stored.* FROM unnest(ids, months, digests, string_to_array(texts, E'\\n'),
        string_to_array(assumed_texts, E'\\n'), ${INDEX_COLUMNS.map((name) => `in_${name}`).join(', ')})
        WITH ORDINALITY AS given (id, month, digest, text, assumed, ${INDEX_COLUMNS.join(', ')}, place)
      LEFT JOIN LATERAL (SELECT docs.text, docs.seq, docs.desk, docs.at FROM docs
        WHERE docs.collection = in_collection AND docs.id = given.id LIMIT 1)
        AS stored (old_text, old_seq, old_desk, old_at) ON true),
    fresh AS MATERIALIZED (
      SELECT *, newest + row_number() OVER (ORDER BY place) AS seq FROM asked
      WHERE old_text IS NULL OR (old_text <> text AND old_text = assumed)),
    added AS (INSERT INTO docs (${COLUMNS}) ${VALUES} WHERE old_text IS NULL),
    kept AS (
      INSERT INTO history (collection, seq, id, desk, at, text)
      SELECT in_collection, old_seq, id, old_desk, old_at, old_text FROM fresh
      WHERE old_desk IS NOT NULL AND id <> ALL (forgotten_ids)),
    forgotten AS (
      DELETE FROM history WHERE collection = in_collection AND id = ANY (forgotten_ids)
      AND id IN (SELECT id FROM fresh)),
    replaced AS (
      INSERT INTO docs (${COLUMNS}) ${VALUES} WHERE old_text IS NOT NULL ON CONFLICT (collection, id) DO UPDATE
      SET seq = excluded.seq, month = excluded.month, digest = excluded.digest, text = excluded.text,
        ${INDEX_COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')},
        desk = excluded.desk, at = excluded.at),
    noted AS (
      INSERT INTO flags SELECT in_collection, given.* FROM unnest(flagged_ids, flags_given) AS given (id, flag)
      WHERE id IN (SELECT id FROM fresh) ON CONFLICT DO NOTHING)
    SELECT old_text FROM asked WHERE old_text <> text AND old_text IS DISTINCT FROM assumed ORDER BY place;
    PERFORM pg_notify('${CHANNEL}', in_collection) FROM docs
      WHERE collection = in_collection AND seq > newest LIMIT 1;
  END $$;
`;

const PLACES = Array.from({ length: 12 + INDEX_COLUMNS.length }, (_, at) => `$${at + 1}`).join(', ');
const WRITE = { name: 'write', text: `SELECT * FROM deskbook_write(${PLACES})`, rowMode: 'array' } as const;

/** Rows in their order, in groups in which no id comes twice: a second state builds on the first. */
export function byDistinctIds(rows: readonly WriteRow[]): readonly (readonly WriteRow[])[] {
  const groups: Map<string, WriteRow>[] = [];
  const comes = new Map<string, number>();
  for (const row of rows) {
    const time = comes.get(row.id) ?? 0;
    comes.set(row.id, time + 1);
    const group = groups[time] ?? new Map<string, WriteRow>();
    groups[time] = group.set(row.id, row);
  }
  return groups.map((group) => [...group.values()]);
}

/** Writes one group of `byDistinctIds`; a transaction of its own unless the client is in one. @returns stored texts of the conflicts */
export async function writeGroup(
  client: pg.Pool | pg.PoolClient,
  collection: CollectionName,
  rows: readonly WriteRow[],
  desk: string,
  at: string,
): Promise<readonly string[]> {
  const flags = rows.flatMap(({ id, flags: own }) => own.map((flag) => [id, flag] as const));
  const { rows: found } = await client.query<[string]>({
    ...WRITE,
    values: [
      lockOf(collection),
      collection,
      desk,
      at,
      rows.map(({ id }) => id),
      rows.map(({ month }) => month),
      rows.map(({ text }) => digestOf(text)),
      rows.map(({ text }) => text).join('\n'),
      rows.map(({ assumed }) => assumed ?? '').join('\n'),
      ...INDEX_COLUMNS.map((_name, column) => rows.map(({ columns }) => columns[column])),
      flags.map(([id]) => id),
      flags.map(([, flag]) => flag),
      rows.filter(({ forget }) => forget).map(({ id }) => id),
    ],
  });
  return found.map(([text]) => text);
}
