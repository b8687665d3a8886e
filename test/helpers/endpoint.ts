/** The endpoint, really listening on the loopback, and desks that call it. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CollectionName, Envelope } from '@shared/core/envelope';
import { demoMonth } from '@shared/demo/month';
import {
  SCHEMA_VERSION,
  type EnrolAnswer,
  type PullAnswer,
  type PushAnswer,
  type PushRow,
  type Travelling,
} from '@shared/sync/contract';
import { buildApp, type HttpOptions } from '../../server/app';
import { hashOf, newCode } from '../../server/secrets';
import { openPostgres } from '../../server/store/postgres-store';
import { openSqlite } from '../../server/store/sqlite-store';
import type { Store } from '../../server/store/store';
import { startPostgres } from './postgres';

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** What a desk needs of an endpoint, in this process or another. */
export interface Reachable {
  readonly url: string;
  readonly newCode: () => Promise<string>;
}

/** A running endpoint over one store. */
export interface Endpoint extends Reachable {
  readonly store: Store;
  /** Clock of the endpoint, set freely. */
  readonly clock: { now: string };
  readonly stop: () => Promise<void>;
}

/** Listens over a store. */
export async function listen(
  store: Store,
  http: Pick<HttpOptions, 'trustProxy'> & { readonly updates?: string } = {},
  port = 0,
): Promise<Endpoint> {
  const { updates, ...options } = http;
  const clock = { now: '2026-11-21T01:00:00.000Z' };
  const app = await buildApp(
    { store, now: () => clock.now, version: 'test', club: '青岛海湾高尔夫俱乐部', updates },
    { logger: false, ...options },
  );
  await app.listen({ host: '127.0.0.1', port });
  const at = (app.server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${at}/api/v1`,
    store,
    clock,
    newCode: async () => {
      const code = newCode();
      await store.addCode(hashOf(code), new Date(Date.parse(clock.now) + 600_000).toISOString());
      return code;
    },
    stop: () => app.close(),
  };
}

export const ENGINES = {
  /** A folder of its own. */
  sqlite: async (): Promise<{ readonly open: () => Promise<Store>; readonly end: () => Promise<void> }> => {
    const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-endpoint-'));
    return Promise.resolve({
      open: () => Promise.resolve(openSqlite(folder)),
      end: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
    });
  },
  /** A cluster of its own. */
  postgres: async (): Promise<{ readonly open: () => Promise<Store>; readonly end: () => Promise<void> }> => {
    const cluster = await startPostgres();
    return { open: () => openPostgres(cluster.url), end: cluster.stop };
  },
} as const;

/** An endpoint on a new store of an engine; `end` takes everything down. */
export async function startOn(
  engine: keyof typeof ENGINES,
  http: Parameters<typeof listen>[1] = {},
): Promise<{ readonly endpoint: Endpoint; readonly end: () => Promise<void> }> {
  const made = await ENGINES[engine]();
  const endpoint = await listen(await made.open(), http);
  const end = async (): Promise<void> => {
    await endpoint.stop();
    await endpoint.store.close();
    await made.end();
  };
  return { endpoint, end };
}

/** A desk's side of the contract, over HTTP. */
export class Caller {
  constructor(
    readonly endpoint: Reachable,
    public token: string,
    public epoch: string,
    readonly desk: string,
  ) {}

  static async enrol(endpoint: Reachable, deskCode?: string): Promise<Caller> {
    const code = await endpoint.newCode();
    const { status, body } = await post<EnrolAnswer>(endpoint, '/enrol', {
      code,
      deskName: '大堂前台',
      ...(deskCode ? { deskCode } : {}),
    });
    if (status !== 201) throw new Error(`enrol: ${status}`);
    return new Caller(endpoint, body.token, body.epoch, body.deskCode);
  }

  headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token}`, 'x-schema-version': String(SCHEMA_VERSION) };
  }

  push(collection: CollectionName, rows: readonly PushRow[]): Promise<Answer<PushAnswer>> {
    return post(this.endpoint, `/sync/${collection}/push`, { epoch: this.epoch, rows }, this.headers());
  }

  /** Pushes new documents. */
  add(collection: CollectionName, docs: readonly Envelope[]): Promise<Answer<PushAnswer>> {
    return this.push(
      collection,
      docs.map((doc) => ({ newDocumentState: travelling(doc) })),
    );
  }

  /** Pushes many new documents in batches, as a desk does; throws when one is not taken. */
  async addAll(collection: CollectionName, docs: readonly Envelope[]): Promise<void> {
    for (let at = 0; at < docs.length; at += 100) {
      const { status, body } = await this.add(collection, docs.slice(at, at + 100));
      if (status !== 200 || body.conflicts.length + body.rejected.length > 0)
        throw new Error(`push: ${status} ${JSON.stringify(body).slice(0, 200)}`);
    }
  }

  /** Position of the newest document of a collection. */
  async newest(collection: CollectionName): Promise<number> {
    let seq = 0;
    for (;;) {
      const { body } = await this.pull(collection, seq, 1_000);
      seq = body.checkpoint.seq;
      if (body.documents.length < 1_000) return seq;
    }
  }

  async pull(collection: CollectionName, seq: number, limit: number): Promise<Answer<PullAnswer>> {
    const query = `epoch=${this.epoch}&seq=${seq}&limit=${limit}`;
    return get(this.endpoint, `/sync/${collection}/pull?${query}`, this.headers());
  }

  /** Everything of a collection, page by page as a desk pulls it. */
  async pullAll(collection: CollectionName, limit = 100): Promise<readonly Travelling[]> {
    const all: Travelling[] = [];
    for (let seq = 0; ;) {
      const { body } = await this.pull(collection, seq, limit);
      all.push(...body.documents);
      seq = body.checkpoint.seq;
      if (body.documents.length < limit) return all;
    }
  }
}

export const travelling = (doc: Envelope): Travelling => ({ ...doc, _deleted: false });

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
}

export async function post<T>(
  { url }: Pick<Reachable, 'url'>,
  route: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  return answerOf(await fetch(`${url}${route}`, init));
}

export async function get<T>(
  { url }: Pick<Reachable, 'url'>,
  route: string,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  return answerOf(await fetch(`${url}${route}`, { headers }));
}

/** Newest states of the demo month by collection: real documents of desk A. */
export function demoRecords(
  now = '2026-11-21T01:00:00.000Z',
): ReadonlyMap<CollectionName, readonly Envelope[]> {
  const byCollection = new Map<CollectionName, Map<string, Envelope>>();
  for (const { docs } of demoMonth(now, { salt: 'ab', hash: 'cd', cost: 16_384 }))
    for (const { collection, doc } of docs) {
      const states = byCollection.get(collection) ?? new Map<string, Envelope>();
      byCollection.set(collection, states.set(doc.id, doc));
    }
  return new Map([...byCollection].map(([name, states]) => [name, [...states.values()]]));
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
