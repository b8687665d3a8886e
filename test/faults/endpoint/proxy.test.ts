// A chain's endpoint as docs/deploy.md describes it: two processes on one PostgreSQL behind nginx with TLS. Desks push and
// pull through it, are woken across the processes, somebody signs in with a browser, and one process may die.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonical } from '@shared/sync/canonical';
import type { Envelope } from '@shared/core/envelope';
import { Caller, travelling, type Reachable } from '../../helpers/endpoint';
import { firstDesk, rowsOf, visit } from '../../helpers/endpoint-load';
import { makePlace, type EndpointProcess, type Place } from '../../helpers/endpoint-process';
import { HttpDesk } from '../../helpers/http-desk';
import { startNginx, type Nginx } from '../../helpers/nginx';
import { STAFF } from '../../helpers/web-roles';
import { OWN_PASSWORD, typeSignIn } from '../../helpers/web-view';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => existsSync(file));
const STREAMS = 6;

let place: Place;
let processes: readonly [EndpointProcess, EndpointProcess];
let nginx: Nginx;
let proxied: Reachable;
let a: HttpDesk;
let b: HttpDesk;

beforeAll(async () => {
  place = await makePlace('postgres');
  processes = [await place.start('--trust-proxy'), await place.start('--trust-proxy')];
  const [first, second] = processes.map(({ url }) => new URL(url).port) as [string, string];
  nginx = await startNginx([first, second]);
  proxied = { url: `${nginx.origin}/api/v1`, newCode: processes[0].newCode };
  a = new HttpDesk(await firstDesk(proxied));
  b = new HttpDesk(await Caller.enrol(proxied, 'B'));
  for (const desk of [a, b]) {
    await desk.join();
    await desk.round();
  }
});
afterAll(async () => {
  await nginx?.stop();
  await place?.end();
});

const visits = (desk: HttpDesk): readonly string[] => [...desk.of('visits').values()].map(canonical).sort();

it('carries what two desks record to each other, as large as a push of theirs gets', async () => {
  for (let at = 0; at < 150; at += 1) a.act('visits', { ...visit(`a:${at}`), ver: {} });
  // Chinese texts: a push of 2.5 million characters has up to three bytes for each.
  for (let at = 0; at < 4; at += 1)
    a.act('visits', {
      ...visit(`large:${at}`),
      ver: {},
      body: { ...visit('').body, extra: '长'.repeat(600_000) } as unknown as Envelope['body'],
    });
  b.act('visits', { ...visit('b'), desk: 'B', ver: {} });
  await a.round();
  await b.round();
  await a.round();
  expect(visits(b)).toHaveLength(155);
  expect(visits(b)).toEqual(visits(a));
  expect([...a.waiting.values(), ...b.waiting.values()]).toEqual([]);
  // One more push straight at the limit of a body: it is the endpoint that answers, not the proxy.
  const large = { ...visit('refused'), body: { ...visit('').body, extra: 'x'.repeat(7_900_000) } };
  const { status, body } = await a.caller.push('visits', [{ newDocumentState: travelling(large) }]);
  expect([status, body.rejected.map(({ reason }) => reason)]).toEqual([200, ['tooLarge']]);
});

it('wakes whoever listens at either process, at once', async () => {
  const ends = new AbortController();
  const heard = Array.from({ length: STREAMS }, () => '');
  const upstreams = new Set<string | null>();
  const listening: Promise<unknown>[] = [];
  for (const at of heard.keys()) {
    const stream = await fetch(`${proxied.url}/sync/stream`, {
      headers: b.caller.headers(),
      signal: ends.signal,
    });
    upstreams.add(stream.headers.get('x-upstream'));
    const sink = new WritableStream<string>({
      write: (chunk) => {
        heard[at] = `${heard[at] ?? ''}${chunk}`;
      },
    });
    listening.push(
      stream.body
        ?.pipeThrough(new TextDecoderStream())
        .pipeTo(sink)
        .catch(() => undefined) ?? Promise.resolve(),
    );
  }
  expect(upstreams.size).toBe(2);
  // Nothing more follows these few bytes: a proxy that gathers would keep them.
  await expect.poll(() => heard.every((text) => text.includes('event: resync'))).toBe(true);
  const { status } = await a.caller.push('visits', rowsOf([visit('wakes')]));
  expect(status).toBe(200);
  await expect.poll(() => heard.filter((text) => text.includes('"visits"')).length).toBe(STREAMS);
  ends.abort();
  await Promise.all(listening);
});

it('signs somebody in whose cookie goes over TLS alone, and tells no other site', async () => {
  const printed = place.run('password', '--staff', STAFF.manager).trim();
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(nginx.origin);
    await typeSignIn(page, STAFF.manager, printed);
    await page.getByLabel('打印的初始密码').fill(printed);
    await page.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD);
    await page.getByLabel('再输一次新密码').fill(OWN_PASSWORD);
    await page.getByRole('button', { name: '保存新密码' }).click();
    await page.getByRole('heading', { name: '今日', exact: true }).waitFor();
    expect(await context.cookies()).toMatchObject([
      { name: '__Host-deskbook', secure: true, httpOnly: true, sameSite: 'Strict', path: '/' },
    ]);
    // Signed in at one process, known at the other.
    const asked = await page.evaluate(async () =>
      Promise.all(
        Array.from({ length: 6 }, async () => {
          const answer = await fetch('/api/v1/web/session', { headers: { 'x-deskbook-web': '1' } });
          return [answer.status, answer.headers.get('x-upstream')] as const;
        }),
      ),
    );
    expect(asked.map(([status]) => status)).toEqual(asked.map(() => 200));
    expect(new Set(asked.map(([, upstream]) => upstream)).size).toBe(2);
  } finally {
    await browser.close();
  }
  const foreign = await fetch(`${proxied.url}/web/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-deskbook-web': '1', origin: 'https://evil.example' },
    body: JSON.stringify({ staffNo: STAFF.manager, password: OWN_PASSWORD }),
  });
  expect(foreign.status).toBe(403);
});

it('goes on when one process is killed', async () => {
  await processes[0].end('SIGKILL');
  for (let round = 0; round < 4; round += 1) {
    a.act('visits', { ...visit(`alone:${round}`), ver: {} });
    await a.round();
    await b.round();
  }
  expect(visits(b)).toEqual(visits(a));
  expect([...a.waiting.values()]).toEqual([]);
});
