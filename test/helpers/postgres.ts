/** A private PostgreSQL cluster in a temporary folder, reached over its own socket only. */
import { spawn, spawnSync, type ChildProcess, type SpawnSyncOptions } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const LIBRARY = '/usr/lib/postgresql';

/** Folder of the newest server's programs. @throws when none is installed */
export function programs(): string {
  const versions = existsSync(LIBRARY)
    ? readdirSync(LIBRARY)
        .map(Number)
        .sort((a, b) => b - a)
    : [];
  const newest = versions[0];
  if (newest === undefined) throw new Error('PostgreSQL is not installed (package postgresql)');
  return path.join(LIBRARY, String(newest), 'bin');
}

/** The server refuses to run as root: then it runs as the system's own user for it. */
function runAs(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

export interface Cluster {
  /** Connection string of its one database. */
  readonly url: string;
  /** Ends the server: in order (`SIGINT`), or at once as in a crash (`SIGQUIT`). */
  readonly down: (signal: 'SIGINT' | 'SIGQUIT') => Promise<void>;
  /** Starts it again; resolves once it takes connections. */
  readonly up: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Makes and starts a cluster. */
export async function startPostgres(): Promise<Cluster> {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-pg-'));
  const user = runAs();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const options: SpawnSyncOptions = { ...user, cwd: folder, encoding: 'utf8' };
  const made = spawnSync(
    path.join(programs(), 'initdb'),
    ['-D', data, '-U', 'deskbook', '-A', 'trust', '-E', 'UTF8', '--locale', 'C.UTF-8'],
    options,
  );
  if (made.status !== 0) throw new Error(`initdb: ${String(made.stderr)}`);
  let server: ChildProcess | null = null;
  const ready = (): boolean =>
    spawnSync(path.join(programs(), 'pg_isready'), ['-h', folder], options).status === 0;
  const up = async (): Promise<void> => {
    server = spawn(
      path.join(programs(), 'postgres'),
      ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'shared_buffers=64MB'],
      { ...user, cwd: folder, stdio: 'ignore' },
    );
    for (let tries = 0; !ready(); tries += 1) {
      if (tries > 100 || server.exitCode !== null) throw new Error('PostgreSQL does not start');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const down = async (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
    const ending = server;
    server = null;
    if (!ending || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await ended;
  };
  await up();
  return {
    url: `postgres://deskbook@/postgres?host=${encodeURIComponent(folder)}`,
    down,
    up,
    stop: async () => {
      await down('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
