/** The desks' installers: given to enrolled desks as electron-updater's generic provider asks for them, nothing else. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Caller, startOn, type Endpoint } from '../../helpers/endpoint';

const root = mkdtempSync(path.join(tmpdir(), 'deskbook-updates-'));
const folder = path.join(root, 'installers');
let endpoint: Endpoint;
let end: () => Promise<void>;
let desk: Caller;

beforeAll(async () => {
  mkdirSync(path.join(folder, 'inner'), { recursive: true });
  writeFileSync(path.join(root, 'secret.txt'), 'secret');
  writeFileSync(path.join(folder, '.hidden'), 'secret');
  writeFileSync(path.join(folder, 'inner', 'secret.txt'), 'secret');
  symlinkSync(path.join(root, 'secret.txt'), path.join(folder, 'link.txt'));
  writeFileSync(path.join(folder, 'latest.yml'), 'version: 9.9.9\n');
  writeFileSync(path.join(folder, 'Deskbook-Setup-9.9.9.exe'), '0123456789');
  ({ endpoint, end } = await startOn('sqlite', { updates: folder }));
  desk = await Caller.enrol(endpoint, 'A');
});
afterAll(async () => {
  await end();
  rmSync(root, { recursive: true, force: true });
});

/** The raw path goes out as it is: `fetch` would tidy `..` away before. */
function raw(where: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(endpoint.url);
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, path: where, headers }, (answer) => {
      let body = '';
      answer.on('data', (chunk) => (body += String(chunk)));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    call.on('error', reject);
    call.end();
  });
}

const token = (): Record<string, string> => ({ authorization: `Bearer ${desk.token}` });

describe('what a desk asks for', () => {
  it('is the newest version, never out of a cache, and its installer, in parts too', async () => {
    const newest = await fetch(`${endpoint.url}/updates/latest.yml?noCache=1`, { headers: token() });
    expect(await newest.text()).toBe('version: 9.9.9\n');
    expect(newest.headers.get('cache-control')).toContain('max-age=0');
    const part = await fetch(`${endpoint.url}/updates/Deskbook-Setup-9.9.9.exe`, {
      headers: { ...token(), range: 'bytes=2-5' },
    });
    expect([part.status, await part.text()]).toEqual([206, '2345']);
  });

  it('is given whatever schema version it speaks: an old one needs it most', async () => {
    const headers = { ...token(), 'x-schema-version': '0' };
    expect((await raw('/api/v1/updates/latest.yml', headers)).status).toBe(200);
    expect((await raw('/api/v1/desks', headers)).status).toBe(426);
  });
});

describe('what nobody gets', () => {
  it('is anything without a desk’s token, or with that of a revoked one', async () => {
    expect((await raw('/api/v1/updates/latest.yml', {})).status).toBe(401);
    const lost = await Caller.enrol(endpoint, 'B');
    const known = (await endpoint.store.desks()).find(({ code }) => code === 'B');
    await endpoint.store.revoke(known?.id ?? '');
    const headers = { authorization: `Bearer ${lost.token}` };
    expect((await raw('/api/v1/updates/latest.yml', headers)).status).toBe(401);
  });

  it.each([
    '../secret.txt',
    '..%2fsecret.txt',
    '..%5csecret.txt',
    '%2e%2e%2fsecret.txt',
    '....//secret.txt',
    'inner/secret.txt',
    'inner%2fsecret.txt',
    'inner',
    '.hidden',
    '%2ehidden',
    'link.txt',
    'latest.yml%00.txt',
    'latest.yml/../../secret.txt',
    encodeURIComponent(path.join(root, 'secret.txt')),
    'nothing.exe',
    '',
  ])('is a file by the path %s', async (file) => {
    const { status, body } = await raw(`/api/v1/updates/${file}`, token());
    expect([400, 404]).toContain(status);
    expect(body).not.toContain('secret');
  });
});

it('an endpoint without a folder offers nothing', async () => {
  const { endpoint: plain, end: stop } = await startOn('sqlite');
  const one = await Caller.enrol(plain, 'A');
  const answer = await fetch(`${plain.url}/updates/latest.yml`, {
    headers: { authorization: `Bearer ${one.token}` },
  });
  expect(answer.status).toBe(404);
  await stop();
});
