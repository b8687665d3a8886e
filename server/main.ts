/** `npm run endpoint -- [serve|code|desks|revoke|password|backup|restore] [--data DIR] [--port N] …` (docs/endpoint.md). */
import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { version } from '../package.json';
import { buildApp, NEAREST_PROXY } from './app';
import { CODE_MINUTES, hashOf, newCode } from './secrets';
import { openPostgres } from './store/postgres-store';
import { faultOf } from './store/sqlite-check';
import { openSqlite, sqliteFile } from './store/sqlite-store';
import type { Store } from './store/store';
import { giveInitialPassword } from './web/initial-password';

const OPTIONS = {
  data: { type: 'string', default: 'endpoint-data' },
  port: { type: 'string', default: '8443' },
  host: { type: 'string', default: '127.0.0.1' },
  club: { type: 'string', default: '' },
  updates: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
  'trust-proxy': { type: 'boolean', default: false },
  desk: { type: 'string' },
  staff: { type: 'string' },
  to: { type: 'string' },
  from: { type: 'string' },
} as const;

/** A mistake of whoever runs the command: its message is printed without a stack. */
class UsageError extends Error {}

const now = (): string => new Date().toISOString();

function open(data: string): Promise<Store> {
  const url = process.env.DATABASE_URL;
  return url ? openPostgres(url) : Promise.resolve(openSqlite(data));
}

function need(value: string | undefined, flag: string): string {
  if (value === undefined) throw new UsageError(`--${flag} is missing`);
  return value;
}

function needSqlite(): void {
  if (process.env.DATABASE_URL)
    throw new UsageError(
      'DATABASE_URL is set: back PostgreSQL up with pg_dump and restore it with pg_restore',
    );
}

/** @throws UsageError when a database file is damaged */
function checkWhole(file: string, { quick } = { quick: false }): void {
  const fault = faultOf(file, { quick });
  if (fault !== null)
    throw new UsageError(
      `${file} ${fault}: restore a backup with restore --from, or put the file away to begin anew`,
    );
}

async function withStore<T>(data: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await open(data);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

interface Values {
  readonly data: string;
  readonly port: string;
  readonly host: string;
  readonly club: string;
  readonly updates?: string | undefined;
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly 'trust-proxy': boolean;
}

/** The built page lies beside the built program; without it only the interface is served. */
function webView(): { readonly web?: string } {
  const web = fileURLToPath(new URL('../web', import.meta.url));
  return existsSync(path.join(web, 'index.html')) ? { web } : {};
}

async function serve(values: Values): Promise<void> {
  const { cert, key } = values;
  if ((cert === undefined) !== (key === undefined)) throw new UsageError('--cert and --key belong together');
  const local = ['127.0.0.1', '::1', 'localhost'].includes(values.host);
  if (!local && !cert && !values['trust-proxy'])
    throw new UsageError(
      'outside this machine the endpoint needs --cert and --key, or --trust-proxy behind a TLS proxy',
    );
  const file = sqliteFile(values.data);
  if (!process.env.DATABASE_URL && existsSync(file)) checkWhole(file, { quick: true });
  const updates = values.updates ?? process.env.DESKBOOK_UPDATES;
  if (updates && !existsSync(updates))
    throw new UsageError(`no folder ${updates} with the desks' installers`);
  const store = await open(values.data);
  const https = cert && key ? { cert: readFileSync(cert), key: readFileSync(key) } : null;
  const app = await buildApp(
    { store, now, version, club: values.club, updates, ...webView() },
    {
      // Addresses are personal data: of a request the log gets what was asked for.
      logger: { level: 'info', serializers: { req: ({ method, url }) => ({ method, url }) } },
      trustProxy: values['trust-proxy'] && NEAREST_PROXY,
      https,
    },
  );
  const stop = (): void => {
    void app
      .close()
      .then(() => store.close())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await app.listen({ port: Number(values.port), host: values.host });
}

async function run(argv: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  const { data } = values;
  switch (positionals[0] ?? 'serve') {
    case 'serve':
      return serve(values);
    case 'code': {
      const code = newCode();
      const expires = new Date(Date.now() + CODE_MINUTES * 60_000).toISOString();
      await withStore(data, (store) => store.addCode(hashOf(code), expires));
      console.log(code);
      return;
    }
    case 'desks':
      for (const desk of await withStore(data, (store) => store.desks()))
        console.log(`${desk.code}\t${desk.revoked ? 'revoked' : 'active'}\t${desk.enrolledAt}\t${desk.name}`);
      return;
    case 'revoke': {
      const code = need(values.desk, 'desk');
      await withStore(data, async (store) => {
        const desk = (await store.desks()).find((one) => one.code === code);
        if (!desk) throw new UsageError(`no desk ${code}`);
        await store.revoke(desk.id);
      });
      console.log(`${code} revoked`);
      return;
    }
    case 'password': {
      const staffNo = need(values.staff, 'staff');
      const password = await withStore(data, (store) => giveInitialPassword({ store, now }, staffNo));
      if (password === null) throw new UsageError(`nobody of the web view's roles has the number ${staffNo}`);
      console.log(password);
      return;
    }
    case 'backup': {
      needSqlite();
      const to = need(values.to, 'to');
      if (!existsSync(sqliteFile(data))) throw new UsageError(`no database in ${data}`);
      const source = new DatabaseSync(sqliteFile(data), { readOnly: true });
      const pages = await backup(source, to);
      source.close();
      // A copy holds everything the club has, and is not encrypted.
      chmodSync(to, 0o600);
      checkWhole(to);
      console.log(`${pages} pages written to ${to}, read back and whole`);
      return;
    }
    case 'restore': {
      needSqlite();
      const from = need(values.from, 'from');
      if (!existsSync(from)) throw new UsageError(`no file ${from}`);
      checkWhole(from);
      const file = sqliteFile(data);
      mkdirSync(data, { recursive: true, mode: 0o700 });
      // What stood there is put aside, not thrown away.
      const aside = `${file}.before-${now().replaceAll(':', '')}`;
      for (const end of ['', '-wal', '-shm'])
        if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`);
      copyFileSync(from, file);
      const db = new DatabaseSync(file);
      // Desks must not go on from positions of a database that had more.
      db.prepare("UPDATE meta SET value = ? WHERE key = 'epoch'").run(randomUUID());
      db.prepare("INSERT OR REPLACE INTO meta VALUES ('restoredAt', ?)").run(now());
      // Who had signed out since must not be signed in again.
      db.exec('DROP TABLE IF EXISTS web_sessions');
      db.close();
      console.log(`restored from ${from}; desks will sync anew`);
      return;
    }
    default:
      throw new UsageError('serve, code, desks, revoke, password, backup or restore');
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 1;
});
