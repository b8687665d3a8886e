/** `npm run endpoint`: the built program, started, backed up while it runs, restored, stopped. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EnrolAnswer } from '@shared/sync/contract';
import { Browser } from '../../helpers/browser';
import { Caller, demoRecords, get, post, type Endpoint } from '../../helpers/endpoint';

const PROGRAM = path.resolve('out/endpoint/main.mjs');

let folder: string;
let server: ChildProcess | null = null;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskbook-endpoint-'));
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

const data = (): string => path.join(folder, 'data');
const run = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [PROGRAM, ...args, '--data', data()], { encoding: 'utf8', stdio: 'pipe' });

/** Starts the endpoint on a free port; resolves once it listens. */
async function start(): Promise<Pick<Endpoint, 'url'>> {
  server = spawn(process.execPath, [PROGRAM, 'serve', '--data', data(), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { stdout } = server;
  if (!stdout) throw new Error('no output');
  for await (const chunk of stdout) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk))?.[0];
    if (url) {
      stdout.resume();
      return { url: `${url}/api/v1` };
    }
  }
  throw new Error('the endpoint ended before it listened');
}

async function stop(): Promise<number | null> {
  const ending = server;
  server = null;
  if (!ending || ending.exitCode !== null) return null;
  const ended = new Promise<number | null>((resolve) => ending.once('exit', resolve));
  ending.kill('SIGTERM');
  return ended;
}

it('enrols a desk with a printed code and stops in order, open streams or not', async () => {
  const endpoint = (await start()) as Endpoint;
  const code = run('code').trim();
  expect(code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/);
  const { body } = await post<EnrolAnswer>(endpoint, '/enrol', { code, deskName: '大堂前台' });
  expect(body.deskCode).toBe('A');
  expect(run('desks')).toContain('A\tactive');
  const headers = { authorization: `Bearer ${body.token}`, 'x-schema-version': '1' };
  const stream = await fetch(`${endpoint.url}/sync/stream`, { headers });
  expect(stream.status).toBe(200);
  expect(await stop()).toBe(0);
});

it('backs up while it runs; a restore has another epoch and puts the old database aside', async () => {
  const endpoint = (await start()) as Endpoint;
  const copy = path.join(folder, 'copy.sqlite');
  expect(run('backup', '--to', copy)).toContain('whole');
  // Neither is for anybody else on the machine (Windows has no such modes).
  if (process.platform !== 'win32')
    expect([data(), copy].map((where) => statSync(where).mode & 0o077)).toEqual([0, 0]);
  const before = (await get<{ readonly epoch: string }>(endpoint, '/health')).body.epoch;
  await stop();
  run('restore', '--from', copy);
  const after = (await get<{ readonly epoch: string }>(await start(), '/health')).body.epoch;
  expect(after).not.toBe(before);
});

it('revokes a desk', async () => {
  const endpoint = (await start()) as Endpoint;
  const { body } = await post<EnrolAnswer>(endpoint, '/enrol', {
    code: run('code').trim(),
    deskName: '前台',
  });
  expect(run('revoke', '--desk', 'A')).toContain('A revoked');
  const headers = { authorization: `Bearer ${body.token}`, 'x-schema-version': '1' };
  const answer = await get(endpoint, `/sync/visits/pull?epoch=${body.epoch}&seq=0&limit=1`, headers);
  expect([answer.status, answer.body]).toEqual([401, { code: 'revoked' }]);
});

it('prints a first password for somebody of the web view, and forgets sessions at a restore', async () => {
  const endpoint = (await start()) as Endpoint;
  const a = await Caller.enrol({ ...endpoint, newCode: () => Promise.resolve(run('code').trim()) });
  await a.addAll('directory', demoRecords().get('directory') ?? []);
  const password = run('password', '--staff', '2001').trim();
  const browser = new Browser(endpoint);
  expect((await browser.signIn('2001', password)).body.mustChange).toBe(true);
  expect(() => run('password', '--staff', '1001')).toThrow('nobody of the web view');
  const copy = path.join(folder, 'copy.sqlite');
  run('backup', '--to', copy);
  await stop();
  run('restore', '--from', copy);
  const again = new Browser(await start());
  again.cookie = browser.cookie;
  expect((await again.get('/web/session')).status).toBe(401);
  expect((await again.signIn('2001', password)).status).toBe(200);
});

it.each<[string, readonly string[], string]>([
  ['an unknown command', ['dance'], 'serve, code, desks'],
  ['a password for nobody', ['password'], '--staff is missing'],
  ['a backup without a target', ['backup'], '--to is missing'],
  ['a restore of something that is no database', ['restore', '--from', 'package.json'], 'is no database'],
  ['listening to the world without TLS', ['serve', '--host', '0.0.0.0'], '--cert and --key'],
])('says in words what is wrong with %s', (_what, args, words) => {
  let said = '';
  try {
    run(...args);
  } catch (error) {
    said = String((error as { readonly stderr?: unknown }).stderr);
  }
  expect(said).toContain(words);
  expect(said).not.toContain('    at ');
});
