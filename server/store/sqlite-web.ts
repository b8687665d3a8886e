/** The web view's tables in SQLite. */
import type { StatementSync } from 'node:sqlite';
import type { Tries, WebAccount, WebSession, WebStore } from './web-store';

export const SQLITE_WEB_SCHEMA = `
  CREATE TABLE IF NOT EXISTS web_accounts (
    staff TEXT PRIMARY KEY, salt TEXT NOT NULL, hash TEXT NOT NULL, cost INTEGER NOT NULL,
    initial INTEGER NOT NULL, set_at TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS web_sessions (
    hash TEXT PRIMARY KEY, staff TEXT NOT NULL, created_at TEXT NOT NULL, seen_at TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS web_sessions_staff ON web_sessions (staff);
  CREATE TABLE IF NOT EXISTS web_tries (
    key TEXT PRIMARY KEY, wrong INTEGER NOT NULL, last_at TEXT NOT NULL, until TEXT NOT NULL) STRICT;
`;

interface AccountRow extends Omit<WebAccount, 'initial' | 'setAt'> {
  readonly initial: number;
  readonly set_at: string;
}
interface SessionRow {
  readonly staff: string;
  readonly created_at: string;
  readonly seen_at: string;
}
interface TriesRow {
  readonly wrong: number;
  readonly last_at: string;
  readonly until: string;
}

/** The web view's part of an open SQLite store. */
export function sqliteWeb(
  sql: (text: string) => StatementSync,
  transaction: <T>(work: () => T) => T,
): WebStore {
  const now = <T>(work: () => T): Promise<T> =>
    new Promise((resolve) => {
      resolve(work());
    });
  return {
    account: (staff) =>
      now(() => {
        const row = sql('SELECT * FROM web_accounts WHERE staff = ?').get(staff) as AccountRow | undefined;
        if (!row) return null;
        const { salt, hash, cost } = row;
        return { staff, salt, hash, cost, initial: row.initial !== 0, setAt: row.set_at };
      }),
    setAccount: ({ staff, salt, hash, cost, initial, setAt }) =>
      now(() =>
        transaction(() => {
          sql('INSERT OR REPLACE INTO web_accounts VALUES (?, ?, ?, ?, ?, ?)').run(
            staff,
            salt,
            hash,
            cost,
            initial ? 1 : 0,
            setAt,
          );
          sql('DELETE FROM web_sessions WHERE staff = ?').run(staff);
        }),
      ),
    session: (hash) =>
      now((): WebSession | null => {
        const row = sql('SELECT * FROM web_sessions WHERE hash = ?').get(hash) as SessionRow | undefined;
        return row ? { staff: row.staff, createdAt: row.created_at, seenAt: row.seen_at } : null;
      }),
    addSession: (hash, { staff, createdAt, seenAt }) =>
      now(() => void sql('INSERT INTO web_sessions VALUES (?, ?, ?, ?)').run(hash, staff, createdAt, seenAt)),
    touchSession: (hash, at) =>
      now(() => void sql('UPDATE web_sessions SET seen_at = ? WHERE hash = ?').run(at, hash)),
    endSession: (hash) => now(() => void sql('DELETE FROM web_sessions WHERE hash = ?').run(hash)),
    changeTries: (key, change) =>
      now(() =>
        transaction(() => {
          const row = sql('SELECT * FROM web_tries WHERE key = ?').get(key) as TriesRow | undefined;
          const before: Tries | null = row
            ? { wrong: row.wrong, lastAt: row.last_at, until: row.until }
            : null;
          const { tries, value } = change(before);
          if (tries)
            sql('INSERT OR REPLACE INTO web_tries VALUES (?, ?, ?, ?)').run(
              key,
              tries.wrong,
              tries.lastAt,
              tries.until,
            );
          else sql('DELETE FROM web_tries WHERE key = ?').run(key);
          return value;
        }),
      ),
    tidy: (sessionsBefore, triesBefore) =>
      now(() => {
        sql('DELETE FROM web_sessions WHERE created_at < ?').run(sessionsBefore);
        sql('DELETE FROM web_tries WHERE last_at < ? AND until < ?').run(triesBefore, triesBefore);
      }),
  };
}
