/** The built endpoint as a process of its own, for what only a real process shows: kills, restarts, memory. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPostgres } from '../../server/store/postgres-store';
import { openSqlite } from '../../server/store/sqlite-store';
import type { Store } from '../../server/store/store';
import type { Reachable } from './endpoint';
import { startPostgres, type Cluster } from './postgres';

const PROGRAM = path.resolve('out/endpoint/main.mjs');
/** On SIGUSR2 the process collects its garbage and says what it still holds. */
const PROBE = `process.on('SIGUSR2', () => {
  gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  console.error('memory ' + JSON.stringify({ held: heapUsed + external, rss }));
});`;

/** Bytes a process holds after a collection, and its resident memory. */
export interface Memory {
  readonly held: number;
  readonly rss: number;
}

/** Where an endpoint keeps its records: what several processes, or one after the other, are started on. */
export interface Place {
  readonly engine: 'sqlite' | 'postgres';
  /** Folder of the SQLite database; unused by PostgreSQL. */
  readonly data: string;
  readonly cluster: Cluster | null;
  /** Runs a command of the program (`code`, `backup`, …) and returns what it printed. */
  readonly run: (...args: readonly string[]) => string;
  /** Starts the endpoint, with further options of `serve`; resolves once it listens. */
  readonly start: (...args: readonly string[]) => Promise<EndpointProcess>;
  /** Opens the database itself, beside the processes; the caller closes it. */
  readonly open: () => Promise<Store>;
  /** Ends every process started here and removes everything. */
  readonly end: () => Promise<void>;
}

/** A running endpoint process. */
export class EndpointProcess implements Reachable {
  private said = '';

  constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    readonly newCode: () => Promise<string>,
  ) {
    child.stderr?.on('data', (chunk) => (this.said += String(chunk)));
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** What it wrote to its standard error so far. */
  get errors(): string {
    return this.said;
  }

  /** Ends it with a signal and waits; SIGKILL leaves it no time for anything. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    if (!this.running) return this.child.exitCode;
    const ended = new Promise<number | null>((resolve) => this.child.once('exit', resolve));
    this.child.kill(signal);
    return ended;
  }

  /** Memory after a garbage collection. */
  async memory(): Promise<Memory> {
    const before = this.said.length;
    this.child.kill('SIGUSR2');
    for (;;) {
      const line = /memory (\{.*\})\n/.exec(this.said.slice(before))?.[1];
      if (line) return JSON.parse(line) as Memory;
      if (!this.running) throw new Error('the endpoint ended');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** Starts the program with `serve`; rejects with what it said when it ends before it listens. */
async function launch(
  data: string,
  env: NodeJS.ProcessEnv,
  newCode: () => Promise<string>,
  args: readonly string[],
): Promise<[ChildProcess, EndpointProcess | Error]> {
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      '--import',
      `data:text/javascript,${encodeURIComponent(PROBE)}`,
      PROGRAM,
      'serve',
      '--data',
      data,
      '--port',
      '0',
      ...args,
    ],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let errors = '';
  const note = (chunk: unknown): void => void (errors += String(chunk));
  child.stderr.on('data', note);
  const url = await new Promise<string | null>((resolve) => {
    const look = (chunk: unknown): void => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk))?.[0];
      if (!found) return;
      // Read to its end: a log that nobody takes away would hold the process up.
      child.stdout.off('data', look).resume();
      resolve(`${found}/api/v1`);
    };
    child.stdout.on('data', look);
    child.once('close', () => resolve(null));
  });
  child.stderr.off('data', note);
  return [child, url === null ? new Error(errors) : new EndpointProcess(child, url, newCode)];
}

/** A place on a SQLite folder or a PostgreSQL cluster of its own. */
export async function makePlace(engine: Place['engine']): Promise<Place> {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-endpoint-'));
  const data = path.join(folder, 'data');
  const cluster = engine === 'postgres' ? await startPostgres() : null;
  const env = { ...process.env, ...(cluster ? { DATABASE_URL: cluster.url } : {}) };
  const children: ChildProcess[] = [];
  const run = (...args: readonly string[]): string =>
    execFileSync(process.execPath, [PROGRAM, ...args, '--data', data], {
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  return {
    engine,
    data,
    cluster,
    run,
    start: async (...args) => {
      const newCode = (): Promise<string> => Promise.resolve(run('code').trim());
      const [child, started] = await launch(data, env, newCode, args);
      children.push(child);
      if (started instanceof Error) throw started;
      return started;
    },
    open: () => (cluster ? openPostgres(cluster.url) : Promise.resolve(openSqlite(data))),
    end: async () => {
      for (const child of children) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        await ended;
      }
      await cluster?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
