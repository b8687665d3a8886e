/** The web view's tables in PostgreSQL. */
import type pg from 'pg';
import type { Tries, WebAccount, WebSession, WebStore } from './web-store';

export const POSTGRES_WEB_SCHEMA = `
  CREATE TABLE IF NOT EXISTS web_accounts (
    staff text PRIMARY KEY, salt text NOT NULL, hash text NOT NULL, cost integer NOT NULL,
    initial boolean NOT NULL, set_at text NOT NULL);
  CREATE TABLE IF NOT EXISTS web_sessions (
    hash text PRIMARY KEY, staff text NOT NULL, created_at text NOT NULL, seen_at text NOT NULL);
  CREATE INDEX IF NOT EXISTS web_sessions_staff ON web_sessions (staff);
  CREATE TABLE IF NOT EXISTS web_tries (
    key text PRIMARY KEY, wrong integer NOT NULL, last_at text NOT NULL, until text NOT NULL);
`;

interface AccountRow extends Omit<WebAccount, 'setAt'> {
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

/** The web view's part of a PostgreSQL store. */
export function postgresWeb(
  pool: pg.Pool,
  inTransaction: <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>) => Promise<T>,
): WebStore {
  const run = async (text: string, values: readonly unknown[]): Promise<void> => {
    await pool.query(text, [...values]);
  };
  return {
    account: async (staff) => {
      const { rows } = await pool.query<AccountRow>('SELECT * FROM web_accounts WHERE staff = $1', [staff]);
      const [row] = rows;
      if (!row) return null;
      const { salt, hash, cost, initial } = row;
      return { staff, salt, hash, cost, initial, setAt: row.set_at };
    },
    setAccount: ({ staff, salt, hash, cost, initial, setAt }) =>
      inTransaction(pool, async (client) => {
        await client.query(
          `INSERT INTO web_accounts VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (staff) DO UPDATE
           SET salt = excluded.salt, hash = excluded.hash, cost = excluded.cost,
               initial = excluded.initial, set_at = excluded.set_at`,
          [staff, salt, hash, cost, initial, setAt],
        );
        await client.query('DELETE FROM web_sessions WHERE staff = $1', [staff]);
      }),
    session: async (hash): Promise<WebSession | null> => {
      const { rows } = await pool.query<SessionRow>('SELECT * FROM web_sessions WHERE hash = $1', [hash]);
      const [row] = rows;
      return row ? { staff: row.staff, createdAt: row.created_at, seenAt: row.seen_at } : null;
    },
    addSession: (hash, { staff, createdAt, seenAt }) =>
      run('INSERT INTO web_sessions VALUES ($1, $2, $3, $4)', [hash, staff, createdAt, seenAt]),
    touchSession: (hash, at) => run('UPDATE web_sessions SET seen_at = $2 WHERE hash = $1', [hash, at]),
    endSession: (hash) => run('DELETE FROM web_sessions WHERE hash = $1', [hash]),
    changeTries: (key, change) =>
      inTransaction(pool, async (client) => {
        // The row must be there to be locked, or two first tries would count as one.
        await client.query("INSERT INTO web_tries VALUES ($1, 0, '', '') ON CONFLICT DO NOTHING", [key]);
        const { rows } = await client.query<TriesRow>('SELECT * FROM web_tries WHERE key = $1 FOR UPDATE', [
          key,
        ]);
        const [row] = rows;
        const before: Tries | null =
          row && row.wrong > 0 ? { wrong: row.wrong, lastAt: row.last_at, until: row.until } : null;
        const { tries, value } = change(before);
        // What is forgotten stays as an empty row until `tidy`: a deleted one could not be locked by who waits for it.
        const { wrong, lastAt, until } = tries ?? { wrong: 0, lastAt: '', until: '' };
        await client.query(
          `INSERT INTO web_tries VALUES ($1, $2, $3, $4) ON CONFLICT (key) DO UPDATE
           SET wrong = excluded.wrong, last_at = excluded.last_at, until = excluded.until`,
          [key, wrong, lastAt, until],
        );
        return value;
      }),
    tidy: async (sessionsBefore, triesBefore) => {
      await run('DELETE FROM web_sessions WHERE created_at < $1', [sessionsBefore]);
      await run('DELETE FROM web_tries WHERE last_at < $1 AND until < $1', [triesBefore]);
    },
  };
}
