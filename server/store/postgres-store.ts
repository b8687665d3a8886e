/** PostgreSQL for a chain that outgrows one machine: any number of processes on one database. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { COLLECTIONS, type CollectionName } from '../../shared/core/envelope';
import { hear } from './postgres-ear';
import { POSTGRES_WEB_SCHEMA, postgresWeb } from './postgres-web';
import { ChangedMeanwhile } from './changed-meanwhile';
import { columnsOfText, currentSql, INDEX_COLUMNS, POSTGRES_INDEX_SCHEMA, rangeSql } from './index-columns';
import { byDistinctIds, LOCK_BASE, lockOf, POSTGRES_WRITE_SCHEMA, writeGroup } from './postgres-write';
import type { Desk, MonthDigest, Store, WebAct, WriteRow } from './store';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS meta (key text PRIMARY KEY, value text NOT NULL);
  CREATE TABLE IF NOT EXISTS docs (
    collection text NOT NULL, id text NOT NULL, seq bigint NOT NULL, month text NOT NULL,
    digest text NOT NULL, text text NOT NULL, PRIMARY KEY (collection, id));
  -- Ordered by code point, as the desks order them, whatever the database's own language.
  ALTER TABLE docs ${INDEX_COLUMNS.map((name) => `ADD COLUMN IF NOT EXISTS ${name} text COLLATE "C"`).join(', ')};
  -- History holds the states that were replaced; the newest stands in docs, with the desk that pushed it and when. Where desk
  -- is null, an earlier version wrote it and its state stands in history already.
  ALTER TABLE docs ADD COLUMN IF NOT EXISTS desk text, ADD COLUMN IF NOT EXISTS at text;
  CREATE UNIQUE INDEX IF NOT EXISTS docs_seq ON docs (collection, seq);
  CREATE TABLE IF NOT EXISTS history (
    collection text NOT NULL, seq bigint NOT NULL, id text NOT NULL, desk text NOT NULL, at text NOT NULL,
    text text NOT NULL, PRIMARY KEY (collection, seq));
  CREATE INDEX IF NOT EXISTS history_id ON history (collection, id);
  CREATE TABLE IF NOT EXISTS flags (
    collection text NOT NULL, id text NOT NULL, flag text NOT NULL, PRIMARY KEY (collection, id, flag));
  CREATE TABLE IF NOT EXISTS codes (hash text PRIMARY KEY, expires_at text NOT NULL);
  CREATE TABLE IF NOT EXISTS desks (
    id text PRIMARY KEY, code text NOT NULL UNIQUE, name text NOT NULL, token_hash text NOT NULL UNIQUE,
    enrolled_at text NOT NULL, revoked boolean NOT NULL DEFAULT false);
  CREATE TABLE IF NOT EXISTS web_acts (
    id text PRIMARY KEY, staff text NOT NULL, command text NOT NULL, at text NOT NULL, docs text NOT NULL);
  CREATE TABLE IF NOT EXISTS seen (desk_id text PRIMARY KEY, at text NOT NULL);
  CREATE TABLE IF NOT EXISTS blobs (sha text PRIMARY KEY, bytes bytea NOT NULL);
`;

interface DeskRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly enrolled_at: string;
  readonly revoked: boolean;
}

const deskOf = ({ id, code, name, enrolled_at, revoked }: DeskRow): Desk => ({
  id,
  code,
  name,
  enrolledAt: enrolled_at,
  revoked,
});

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // While a connection is lent the pool does not listen to it: its loss, unheard, would end the process.
  const heard = (): undefined => undefined;
  client.on('error', heard);
  let usable = true;
  try {
    await client.query('BEGIN');
    const value = await work(client);
    await client.query('COMMIT');
    return value;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => (usable = false));
    throw error;
  } finally {
    client.off('error', heard);
    client.release(!usable);
  }
}

/**
 * Stored texts of some ids, each looked up by the primary key. With `id = ANY($2)` a database that has no statistics
 * of the table yet, as in a first sync, takes an index of the collection alone and reads all of it for each batch.
 */
const STORED = `SELECT found.id, found.text FROM unnest($2::text[]) AS asked (id),
  LATERAL (SELECT id, text FROM docs WHERE collection = $1 AND docs.id = asked.id LIMIT 1) AS found`;

const lock = (client: pg.PoolClient, collection: CollectionName): Promise<unknown> =>
  client.query('SELECT pg_advisory_xact_lock($1)', [lockOf(collection)]);

async function newestIn(client: pg.Pool | pg.PoolClient, collection: CollectionName): Promise<number> {
  const { rows } = await client.query<{ seq: string | null }>(
    'SELECT max(seq) AS seq FROM docs WHERE collection = $1',
    [collection],
  );
  return Number(rows[0]?.seq ?? 0);
}

/** Databases of an earlier version have the columns of the indexes empty; the texts say what stands in them. */
async function fillIndexColumns(client: pg.PoolClient): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ collection: string; id: string; text: string }>(
      'SELECT collection, id, text FROM docs WHERE day IS NULL LIMIT 1000',
    );
    for (const { collection, id, text } of rows)
      await client.query(
        `UPDATE docs SET ${INDEX_COLUMNS.map((name, at) => `${name} = $${at + 3}`).join(', ')}
         WHERE collection = $1 AND id = $2`,
        [collection, id, ...columnsOfText(text)],
      );
    if (rows.length < 1_000) return;
  }
}

/** PostgreSQL's way to name values. */
function numbered(sql: string): string {
  let at = 0;
  return sql.replaceAll('?', () => `$${(at += 1)}`);
}

async function writeActIn(
  client: pg.PoolClient,
  { id, staff, command, at, docs }: WebAct,
  rows: ReadonlyMap<CollectionName, readonly WriteRow[]>,
  positions: ReadonlyMap<CollectionName, number>,
  desk: string,
): Promise<void> {
  // In the one order of all acts, or two would wait for each other.
  for (const collection of COLLECTIONS)
    if (positions.has(collection) || rows.has(collection)) await lock(client, collection);
  for (const [collection, position] of positions)
    if ((await newestIn(client, collection)) !== position) throw new ChangedMeanwhile();
  const { rowCount } = await client.query(
    'INSERT INTO web_acts VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    [id, staff, command, at, JSON.stringify(docs)],
  );
  if (rowCount === 0) throw new ChangedMeanwhile();
  for (const [collection, own] of rows)
    if ((await writeGroup(client, collection, own, desk, at)).length > 0) throw new ChangedMeanwhile();
}

/** Opens the database of a connection string and makes its tables. @throws when it cannot be reached */
export async function openPostgres(url: string): Promise<Store> {
  const config: pg.ClientConfig = {
    connectionString: url,
    keepAlive: true,
    // A database that does not answer is a failed request, not one that hangs.
    connectionTimeoutMillis: 10_000,
    // A process frozen in the middle of a write must not hold its collection's lock against the others.
    idle_in_transaction_session_timeout: 30_000,
  };
  const pool = new pg.Pool({ ...config, max: 10 });
  const listeners = new Set<(collection: CollectionName) => void>();
  // A connection lost while idle is taken up again by the next query.
  pool.on('error', () => undefined);
  await inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK_BASE]);
    await client.query(SCHEMA);
    await fillIndexColumns(client);
    await client.query(POSTGRES_INDEX_SCHEMA);
    await client.query(POSTGRES_WRITE_SCHEMA);
    await client.query(POSTGRES_WEB_SCHEMA);
    await client.query("INSERT INTO meta VALUES ('epoch', $1) ON CONFLICT DO NOTHING", [randomUUID()]);
  });
  const stopHearing = await hear(config, (collection) => {
    for (const listener of listeners) listener(collection);
  });

  const rows = async <R extends pg.QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<readonly R[]> => (await pool.query<R>(text, [...values])).rows;

  const run = async (text: string, values: readonly unknown[]): Promise<void> => {
    await pool.query(text, [...values]);
  };

  return {
    engine: 'postgres',
    web: postgresWeb(pool, inTransaction),
    epoch: async () =>
      (await rows<{ value: string }>("SELECT value FROM meta WHERE key = 'epoch'"))[0]?.value ?? '',
    restoredAt: async () =>
      (await rows<{ value: string }>("SELECT value FROM meta WHERE key = 'restoredAt'"))[0]?.value ?? null,
    write: async (collection, all, desk, at) => {
      const groups = byDistinctIds(all);
      const [only] = groups;
      if (!only) return [];
      if (groups.length === 1) return writeGroup(pool, collection, only, desk, at);
      return inTransaction(pool, async (client) => {
        const conflicts: string[] = [];
        for (const group of groups)
          conflicts.push(...(await writeGroup(client, collection, group, desk, at)));
        return conflicts;
      });
    },
    writeAct: async (act, all, positions, desk) => {
      try {
        await inTransaction(pool, (client) => writeActIn(client, act, all, positions, desk));
        return true;
      } catch (error) {
        if (error instanceof ChangedMeanwhile) return false;
        throw error;
      }
    },
    actOf: async (id) => {
      const [row] = await rows<Omit<WebAct, 'docs'> & { docs: string }>(
        'SELECT * FROM web_acts WHERE id = $1',
        [id],
      );
      return row ? { ...row, docs: JSON.parse(row.docs) as WebAct['docs'] } : null;
    },
    pull: async (collection, seq, limit) =>
      (
        await pool.query<{ id: string; seq: string; text: string }>({
          name: 'pull',
          text: 'SELECT id, seq, text FROM docs WHERE collection = $1 AND seq > $2 ORDER BY seq LIMIT $3',
          values: [collection, seq, limit],
        })
      ).rows.map((row) => ({ ...row, seq: Number(row.seq) })),
    pullCurrent: async (collection, seq, limit, { since, statuses }) =>
      (
        await rows<{ id: string; seq: string; text: string }>(
          `SELECT id, seq, text FROM docs WHERE collection = $1 AND seq > $2
           AND ${currentSql('$1', '$3', statuses.length > 0 ? '= ANY($5)' : '')} ORDER BY seq LIMIT $4`,
          [collection, seq, since, limit, ...(statuses.length > 0 ? [statuses] : [])],
        )
      ).map((row) => ({ ...row, seq: Number(row.seq) })),
    range: async (collection, asked, page) => {
      const { where, order, values } = rangeSql(collection, asked, page?.after ?? null);
      const limit = page ? ` LIMIT ${page.limit}` : '';
      const found = await rows<{ text: string }>(
        numbered(`SELECT text FROM docs WHERE ${where} ORDER BY ${order}${limit}`),
        values,
      );
      return found.map(({ text }) => text);
    },
    count: async (collection, asked) => {
      const { where, values } = rangeSql(collection, asked, null);
      const [row] = await rows<{ found: string }>(
        numbered(`SELECT count(*) AS found FROM docs WHERE ${where}`),
        values,
      );
      return Number(row?.found ?? 0);
    },
    newest: (collection) => newestIn(pool, collection),
    get: async (collection, ids) =>
      new Map(
        (
          await pool.query<{ id: string; text: string }>({
            name: 'stored',
            text: STORED,
            values: [collection, ids],
          })
        ).rows.map(({ id, text }) => [id, text]),
      ),
    history: async (collection, id) =>
      (
        await rows<{ text: string }>(
          `SELECT seq, text FROM history WHERE collection = $1 AND id = $2 UNION ALL
           SELECT seq, text FROM docs WHERE collection = $1 AND id = $2 AND desk IS NOT NULL ORDER BY seq`,
          [collection, id],
        )
      ).map(({ text }) => text),
    digests: (collection) =>
      rows<MonthDigest & pg.QueryResultRow>('SELECT id, month, digest FROM docs WHERE collection = $1', [
        collection,
      ]),
    flags: (collection) =>
      rows<{ id: string; flag: string }>('SELECT id, flag FROM flags WHERE collection = $1 ORDER BY id', [
        collection,
      ]),
    addCode: (hash, expiresAt) => run('INSERT INTO codes VALUES ($1, $2)', [hash, expiresAt]),
    takeCode: async (hash, at) => {
      await run('DELETE FROM codes WHERE expires_at <= $1', [at]);
      return (await rows('DELETE FROM codes WHERE hash = $1 RETURNING hash', [hash])).length === 1;
    },
    addDesk: async ({ id, code, name, enrolledAt }, tokenHash) =>
      (
        await rows(
          'INSERT INTO desks VALUES ($1, $2, $3, $4, $5, false) ON CONFLICT DO NOTHING RETURNING id',
          [id, code, name, tokenHash, enrolledAt],
        )
      ).length === 1,
    desks: async () => (await rows<DeskRow>('SELECT * FROM desks ORDER BY code')).map(deskOf),
    see: (deskId, at) =>
      run('INSERT INTO seen VALUES ($1, $2) ON CONFLICT (desk_id) DO UPDATE SET at = excluded.at', [
        deskId,
        at,
      ]),
    seen: async () =>
      new Map(
        (await rows<{ desk_id: string; at: string }>('SELECT * FROM seen')).map(({ desk_id, at }) => [
          desk_id,
          at,
        ]),
      ),
    callerOf: async (tokenHash) => {
      const {
        rows: [row],
      } = await pool.query<DeskRow & { readonly epoch: string }>({
        name: 'caller',
        text: "SELECT desks.*, (SELECT value FROM meta WHERE key = 'epoch') AS epoch FROM desks WHERE token_hash = $1",
        values: [tokenHash],
      });
      return row ? { desk: deskOf(row), epoch: row.epoch } : null;
    },
    setToken: (deskId, tokenHash) =>
      run('UPDATE desks SET token_hash = $1, revoked = false WHERE id = $2', [tokenHash, deskId]),
    revoke: (deskId) => run('UPDATE desks SET revoked = true WHERE id = $1', [deskId]),
    putBlob: (sha, bytes) =>
      run('INSERT INTO blobs VALUES ($1, $2) ON CONFLICT DO NOTHING', [sha, Buffer.from(bytes)]),
    getBlob: async (sha) =>
      (await rows<{ bytes: Buffer }>('SELECT bytes FROM blobs WHERE sha = $1', [sha]))[0]?.bytes ?? null,
    dropBlob: (sha) => run('DELETE FROM blobs WHERE sha = $1', [sha]),
    onChanged: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      listeners.clear();
      await stopHearing();
      await pool.end();
    },
  };
}
