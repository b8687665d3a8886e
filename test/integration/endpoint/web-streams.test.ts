/** Streams end with the session or the desk they belong to, and keep no session alive. */
import http from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { buildApp } from '../../../server/app';
import type { Store } from '../../../server/store/store';
import { openSqlite } from '../../../server/store/sqlite-store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { Browser } from '../../helpers/browser';
import { Caller, demoRecords, type Endpoint } from '../../helpers/endpoint';
import { hashOf, newCode } from '../../../server/secrets';

const BEAT_MS = 60;
let folder: string;
let store: Store;
let endpoint: Endpoint;
let a: Caller;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskbook-streams-'));
  store = openSqlite(folder);
  const clock = { now: '2026-11-21T01:00:00.000Z' };
  const app = await buildApp(
    { store, now: () => clock.now, version: 'test', club: '海湾', heartbeatMs: BEAT_MS },
    { logger: false },
  );
  await app.listen({ host: '127.0.0.1', port: 0 });
  endpoint = {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/v1`,
    store,
    clock,
    newCode: async () => {
      const code = newCode();
      await store.addCode(hashOf(code), '2026-11-21T02:00:00.000Z');
      return code;
    },
    stop: () => app.close(),
  };
  a = await Caller.enrol(endpoint, 'A');
  await a.addAll('directory', demoRecords().get('directory') ?? []);
});
afterAll(async () => {
  await endpoint.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Stream {
  heard: string;
  over: boolean;
}

/** Opens a stream and waits for its first event. */
function listen(route: string, headers: Record<string, string>): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const request = http.get(`${endpoint.url}${route}`, { headers, agent: false }, (response) => {
      const stream: Stream = { heard: '', over: false };
      response.on('data', (chunk) => {
        stream.heard += String(chunk);
        resolve(stream);
      });
      response.on('close', () => (stream.over = true));
    });
    request.on('error', reject);
  });
}
const visits = (): readonly Envelope[] => demoRecords().get('visits') ?? [];

it('tells a browser which collections changed, while its session lasts', async () => {
  const browser = await Browser.of(endpoint, '4001');
  const stream = await listen('/web/stream', { cookie: browser.cookie, 'x-deskbook-web': '1' });
  await a.add('visits', visits().slice(0, 1));
  await expect.poll(() => stream.heard).toContain('"visits"');
  await expect.poll(() => stream.heard).toContain(': \n\n');
  expect(stream.over).toBe(false);
  await browser.post('/web/sign-out');
  await expect.poll(() => stream.over).toBe(true);
  const heard = stream.heard;
  await a.add('visits', visits().slice(1, 2));
  expect(stream.heard).toBe(heard);
});

it('is nobody’s without a session', async () => {
  const browser = new Browser(endpoint);
  expect((await browser.get('/web/stream')).status).toBe(401);
});

it('keeps no session alive', async () => {
  const browser = await Browser.of(endpoint, '2001');
  const stream = await listen('/web/stream', { cookie: browser.cookie, 'x-deskbook-web': '1' });
  const began = endpoint.clock.now;
  // Half an hour in which the page only follows what others write.
  for (const minute of ['20', '29']) {
    endpoint.clock.now = `2026-11-21T01:${minute}:00.000Z`;
    browser.extra = { 'x-deskbook-unattended': '1' };
    expect((await browser.get('/web/session')).status).toBe(200);
  }
  endpoint.clock.now = '2026-11-21T01:31:00.000Z';
  await expect.poll(() => stream.over).toBe(true);
  expect((await browser.get('/web/session')).status).toBe(401);
  endpoint.clock.now = began;
});

it('ends for a desk that is revoked', async () => {
  const b = await Caller.enrol(endpoint, 'B');
  const stream = await listen('/sync/stream', b.headers());
  const desk = (await store.desks()).find(({ code }) => code === 'B');
  await store.revoke(desk?.id ?? '');
  await expect.poll(() => stream.over, { timeout: 5_000 }).toBe(true);
});
