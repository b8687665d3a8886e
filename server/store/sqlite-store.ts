/** The embedded default: `node:sqlite`, write-ahead log, every commit synced. One process. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { CollectionName } from '../../shared/core/envelope';
import { digestOf } from '../../shared/sync/canonical';
import { SQLITE_WEB_SCHEMA, sqliteWeb } from './sqlite-web';
import { ChangedMeanwhile } from './changed-meanwhile';
import { columnsOfText, currentSql, INDEX_COLUMNS, INDEX_SCHEMA, rangeSql } from './index-columns';
import type { Desk, MonthDigest, Store, StoredDoc, WebAct, WriteRow } from './store';

/**
 * `history` holds the states that were replaced; the newest stands in `docs`, with the desk that pushed it and when, and
 * moves when it is replaced. Where `desk` is null, an earlier version wrote it and its state stands in `history` already.
 * Not WITHOUT ROWID: there a document of more than a kilobyte would take a page of its own beside the tree's.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS docs (
    collection TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, month TEXT NOT NULL,
    digest TEXT NOT NULL, text TEXT NOT NULL, day TEXT, kind TEXT, status TEXT, due TEXT, key TEXT,
    desk TEXT, at TEXT, PRIMARY KEY (collection, id)) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS docs_seq ON docs (collection, seq);
  CREATE TABLE IF NOT EXISTS history (
    collection TEXT NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL, desk TEXT NOT NULL, at TEXT NOT NULL,
    text TEXT NOT NULL, PRIMARY KEY (collection, seq)) STRICT;
  CREATE INDEX IF NOT EXISTS history_id ON history (collection, id);
  CREATE TABLE IF NOT EXISTS flags (
    collection TEXT NOT NULL, id TEXT NOT NULL, flag TEXT NOT NULL, PRIMARY KEY (collection, id, flag)) STRICT;
  CREATE TABLE IF NOT EXISTS codes (hash TEXT PRIMARY KEY, expires_at TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS desks (
    id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, token_hash TEXT NOT NULL UNIQUE,
    enrolled_at TEXT NOT NULL, revoked INTEGER NOT NULL DEFAULT 0) STRICT;
  CREATE TABLE IF NOT EXISTS web_acts (
    id TEXT PRIMARY KEY, staff TEXT NOT NULL, command TEXT NOT NULL, at TEXT NOT NULL, docs TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS seen (desk_id TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS blobs (sha TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
`;

const KEEP_REPLACED = `INSERT INTO history (collection, seq, id, desk, at, text)
  SELECT collection, seq, id, desk, at, text FROM docs WHERE collection = ? AND id = ? AND desk IS NOT NULL`;

/** File of the database in its folder. */
export const sqliteFile = (folder: string): string => path.join(folder, 'deskbook.sqlite');

interface DeskRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly enrolled_at: string;
  readonly revoked: number;
}

const deskOf = ({ id, code, name, enrolled_at, revoked }: DeskRow): Desk => ({
  id,
  code,
  name,
  enrolledAt: enrolled_at,
  revoked: revoked !== 0,
});

/** Files of an earlier version get the columns that came later; the texts say what stands in those of the indexes. */
function addColumns(db: DatabaseSync): void {
  const known = db.prepare('PRAGMA table_info(docs)').all() as unknown as { readonly name: string }[];
  if (!known.some(({ name }) => name === 'day')) {
    db.exec('BEGIN IMMEDIATE');
    for (const name of INDEX_COLUMNS) db.exec(`ALTER TABLE docs ADD COLUMN ${name} TEXT`);
    const fill = db.prepare(
      `UPDATE docs SET ${INDEX_COLUMNS.map((name) => `${name} = ?`).join(', ')} WHERE collection = ? AND id = ?`,
    );
    const all = db.prepare('SELECT collection, id, text FROM docs').all() as unknown as {
      readonly collection: string;
      readonly id: string;
      readonly text: string;
    }[];
    for (const { collection, id, text } of all) fill.run(...columnsOfText(text), collection, id);
    db.exec('COMMIT');
  }
  if (!known.some(({ name }) => name === 'desk'))
    db.exec('ALTER TABLE docs ADD COLUMN desk TEXT; ALTER TABLE docs ADD COLUMN at TEXT');
  db.exec(INDEX_SCHEMA);
}

/** Opens (and on first use makes) the database of a folder. @throws when the folder cannot be used */
export function openSqlite(folder: string): Store {
  // The club's people and customers: nobody else on the machine reads them.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(sqliteFile(folder));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
  // Fewer and larger checkpoints (32 MB of log), and 64 MB of pages kept: a first sync pushes years at once.
  db.exec('PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -65536;');
  db.exec(SCHEMA);
  addColumns(db);
  db.exec(SQLITE_WEB_SCHEMA);
  db.prepare("INSERT OR IGNORE INTO meta VALUES ('epoch', ?)").run(randomUUID());
  const prepared = new Map<string, StatementSync>();
  const sql = (text: string): StatementSync => {
    let statement = prepared.get(text);
    if (!statement) prepared.set(text, (statement = db.prepare(text)));
    return statement;
  };
  const listeners = new Set<(collection: CollectionName) => void>();

  function transaction<T>(work: () => T): T {
    db.exec('BEGIN IMMEDIATE');
    try {
      const value = work();
      db.exec('COMMIT');
      return value;
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  }

  const epoch = (): string =>
    (sql("SELECT value FROM meta WHERE key = 'epoch'").get() as { value: string }).value;

  function newest(collection: CollectionName): number {
    const top = sql('SELECT max(seq) AS seq FROM docs WHERE collection = ?').get(collection) as {
      seq: number | null;
    };
    return top.seq ?? 0;
  }

  /** Within a transaction. */
  function writeRows(
    collection: CollectionName,
    rows: readonly WriteRow[],
    desk: string,
    at: string,
  ): { readonly conflicts: readonly string[]; readonly written: number } {
    const conflicts: string[] = [];
    let written = 0;
    let seq = newest(collection);
    for (const { id, month, text, columns, assumed, flags, forget } of rows) {
      const current = sql('SELECT text FROM docs WHERE collection = ? AND id = ?').get(collection, id) as
        { text: string } | undefined;
      if (current?.text === text) continue;
      if (current && current.text !== assumed) {
        conflicts.push(current.text);
        continue;
      }
      seq += 1;
      written += 1;
      if (forget) sql('DELETE FROM history WHERE collection = ? AND id = ?').run(collection, id);
      else if (current) sql(KEEP_REPLACED).run(collection, id);
      sql('INSERT OR REPLACE INTO docs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
        collection,
        id,
        seq,
        month,
        digestOf(text),
        text,
        ...columns,
        desk,
        at,
      );
      for (const flag of flags) sql('INSERT OR IGNORE INTO flags VALUES (?, ?, ?)').run(collection, id, flag);
    }
    return { conflicts, written };
  }

  const tell = (collection: CollectionName): void => {
    for (const listener of listeners) listener(collection);
  };

  function write(
    collection: CollectionName,
    rows: readonly WriteRow[],
    desk: string,
    at: string,
  ): readonly string[] {
    const { conflicts, written } = transaction(() => writeRows(collection, rows, desk, at));
    if (written > 0) tell(collection);
    return conflicts;
  }

  const writeAct: Store['writeAct'] = ({ id, staff, command, at, docs }, rows, positions, desk) =>
    now(() => {
      try {
        transaction(() => {
          for (const [collection, position] of positions)
            if (newest(collection) !== position) throw new ChangedMeanwhile();
          const known = sql('INSERT OR IGNORE INTO web_acts VALUES (?, ?, ?, ?, ?)').run(
            id,
            staff,
            command,
            at,
            JSON.stringify(docs),
          );
          if (known.changes === 0) throw new ChangedMeanwhile();
          for (const [collection, own] of rows)
            if (writeRows(collection, own, desk, at).conflicts.length > 0) throw new ChangedMeanwhile();
        });
      } catch (error) {
        if (error instanceof ChangedMeanwhile) return false;
        throw error;
      }
      for (const collection of rows.keys()) tell(collection);
      return true;
    });

  const now = <T>(work: () => T): Promise<T> =>
    new Promise((resolve) => {
      resolve(work());
    });

  return {
    engine: 'sqlite',
    web: sqliteWeb(sql, transaction),
    epoch: () => now(epoch),
    restoredAt: () =>
      now(() => {
        const row = sql("SELECT value FROM meta WHERE key = 'restoredAt'").get() as
          { value: string } | undefined;
        return row?.value ?? null;
      }),
    write: (collection, rows, desk, at) => now(() => write(collection, rows, desk, at)),
    writeAct,
    actOf: (id) =>
      now(() => {
        const row = sql('SELECT * FROM web_acts WHERE id = ?').get(id) as
          (Omit<WebAct, 'docs'> & { readonly docs: string }) | undefined;
        return row ? { ...row, docs: JSON.parse(row.docs) as WebAct['docs'] } : null;
      }),
    pull: (collection, seq, limit) =>
      now(
        () =>
          sql('SELECT id, seq, text FROM docs WHERE collection = ? AND seq > ? ORDER BY seq LIMIT ?').all(
            collection,
            seq,
            limit,
          ) as unknown as StoredDoc[],
      ),
    pullCurrent: (collection, seq, limit, { since, statuses }) =>
      now(
        () =>
          sql(
            `SELECT id, seq, text FROM docs WHERE collection = ?1 AND seq > ?2
             AND ${currentSql('?1', '?3', 'IN (SELECT value FROM json_each(?4))')} ORDER BY seq LIMIT ?5`,
          ).all(collection, seq, since, JSON.stringify(statuses), limit) as unknown as StoredDoc[],
      ),
    range: (collection, asked, page) =>
      now(() => {
        const { where, order, values } = rangeSql(collection, asked, page?.after ?? null);
        const rows = sql(`SELECT text FROM docs WHERE ${where} ORDER BY ${order} LIMIT ?`).all(
          ...values,
          page?.limit ?? -1,
        ) as unknown as { readonly text: string }[];
        return rows.map(({ text }) => text);
      }),
    count: (collection, asked) =>
      now(() => {
        const { where, values } = rangeSql(collection, asked, null);
        const row = sql(`SELECT count(*) AS found FROM docs WHERE ${where}`).get(...values);
        return (row as unknown as { readonly found: number }).found;
      }),
    newest: (collection) => now(() => newest(collection)),
    get: (collection, ids) =>
      now(() => {
        const found = new Map<string, string>();
        for (const id of ids) {
          const row = sql('SELECT text FROM docs WHERE collection = ? AND id = ?').get(collection, id);
          if (row) found.set(id, (row as { text: string }).text);
        }
        return found;
      }),
    history: (collection, id) =>
      now(() =>
        (
          sql(
            `SELECT seq, text FROM history WHERE collection = ?1 AND id = ?2 UNION ALL
             SELECT seq, text FROM docs WHERE collection = ?1 AND id = ?2 AND desk IS NOT NULL ORDER BY seq`,
          ).all(collection, id) as unknown as { readonly text: string }[]
        ).map(({ text }) => text),
      ),
    digests: (collection) =>
      now(
        () =>
          sql('SELECT id, month, digest FROM docs WHERE collection = ?').all(
            collection,
          ) as unknown as MonthDigest[],
      ),
    flags: (collection) =>
      now(
        () =>
          sql('SELECT id, flag FROM flags WHERE collection = ? ORDER BY id').all(collection) as unknown as {
            id: string;
            flag: string;
          }[],
      ),
    addCode: (hash, expiresAt) => now(() => void sql('INSERT INTO codes VALUES (?, ?)').run(hash, expiresAt)),
    takeCode: (hash, at) =>
      now(() =>
        transaction(() => {
          sql('DELETE FROM codes WHERE expires_at <= ?').run(at);
          return sql('DELETE FROM codes WHERE hash = ?').run(hash).changes === 1;
        }),
      ),
    addDesk: ({ id, code, name, enrolledAt }, tokenHash) =>
      now(
        () =>
          sql('INSERT OR IGNORE INTO desks VALUES (?, ?, ?, ?, ?, 0)').run(
            id,
            code,
            name,
            tokenHash,
            enrolledAt,
          ).changes === 1,
      ),
    desks: () =>
      now(() => (sql('SELECT * FROM desks ORDER BY code').all() as unknown as DeskRow[]).map(deskOf)),
    see: (deskId, at) => now(() => void sql('INSERT OR REPLACE INTO seen VALUES (?, ?)').run(deskId, at)),
    seen: () =>
      now(
        () =>
          new Map(
            (sql('SELECT * FROM seen').all() as unknown as { desk_id: string; at: string }[]).map(
              ({ desk_id, at }) => [desk_id, at] as const,
            ),
          ),
      ),
    callerOf: (tokenHash) =>
      now(() => {
        const row = sql('SELECT * FROM desks WHERE token_hash = ?').get(tokenHash);
        return row ? { desk: deskOf(row as unknown as DeskRow), epoch: epoch() } : null;
      }),
    setToken: (deskId, tokenHash) =>
      now(() => void sql('UPDATE desks SET token_hash = ?, revoked = 0 WHERE id = ?').run(tokenHash, deskId)),
    revoke: (deskId) => now(() => void sql('UPDATE desks SET revoked = 1 WHERE id = ?').run(deskId)),
    putBlob: (sha, bytes) => now(() => void sql('INSERT OR IGNORE INTO blobs VALUES (?, ?)').run(sha, bytes)),
    getBlob: (sha) =>
      now(() => {
        const row = sql('SELECT bytes FROM blobs WHERE sha = ?').get(sha);
        return row ? (row as { bytes: Uint8Array }).bytes : null;
      }),
    dropBlob: (sha) => now(() => void sql('DELETE FROM blobs WHERE sha = ?').run(sha)),
    onChanged: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () =>
      now(() => {
        listeners.clear();
        db.close();
      }),
  };
}
