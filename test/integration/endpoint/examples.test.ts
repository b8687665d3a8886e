/** The examples of docs/endpoint.md, run as they stand there: each answers what its comment says, and no call lacks one. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COLLECTIONS } from '@shared/core/envelope';
import { WEB_ROLES, type WebRole } from '@shared/sync/scope';
import { Caller, demoRecords, get } from '../../helpers/endpoint';
import { makePlace, type EndpointProcess, type Place } from '../../helpers/endpoint-process';
import { MAY } from '../../helpers/web-roles';

const PAGE = readFileSync('docs/endpoint.md', 'utf8');
const BLOCKS = [...PAGE.matchAll(/```\n([\s\S]*?)```/g)]
  .map(([, block]) => block ?? '')
  .filter((block) => block.includes('$B/'));
/** Seconds a stream is listened to. */
const LISTEN = 1;

let place: Place;
let endpoint: EndpointProcess;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskbook-examples-'));
  writeFileSync(path.join(folder, 'photo.jpg'), 'a photo');
  writeFileSync(path.join(folder, 'latest.yml'), 'version: 9.9.9\n');
  place = await makePlace('sqlite');
  endpoint = await place.start('--updates', folder);
});
afterAll(async () => {
  await place?.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs lines in one shell; gives what each printed, and what they left in `asked`. */
async function runLines(
  lines: readonly string[],
  asked: string,
): Promise<{ outputs: readonly string[]; left: string }> {
  const { origin, port } = new URL(endpoint.url);
  const here = lines.map((line) =>
    line
      .replaceAll('http://127.0.0.1:8443', origin)
      .replace(
        'npm run --silent endpoint --',
        `"${process.execPath}" "${path.resolve('out/endpoint/main.mjs')}"`,
      )
      .replace('--data /srv/deskbook', `--data "${place.data}"`)
      // A stream has no end of its own.
      .replace(/^(call|web) -N (.*)$/, `$1 -N --max-time ${LISTEN} $2`),
  );
  expect(port).not.toBe('8443');
  const mark = '\u0001';
  const script = [...here.flatMap((line) => [line, `printf '${mark}'`]), `echo "${asked}"`].join('\n');
  const { stdout, stderr } = await promisify(execFile)('bash', ['-u', '-c', script], {
    cwd: folder,
    maxBuffer: 64_000_000,
  });
  expect(stderr).toBe('');
  const outputs = stdout.split(mark);
  return { outputs: outputs.slice(0, -1), left: outputs.at(-1)?.trim() ?? '' };
}

const isMonth = (key: string): boolean => /^\d{4}-\d{2}$/.test(key);

/** Where an answer is not as the comment has it: other members, other kinds of values, other texts but those with …. */
function differs(said: unknown, answered: unknown, where = ''): readonly string[] {
  if (Array.isArray(said) && Array.isArray(answered))
    return said.length === 0 ? [] : differs(said[0], answered[0], `${where}[0]`);
  if (typeof said === 'object' && said !== null && typeof answered === 'object' && answered !== null) {
    const [one, other] = [said, answered].map((value) =>
      Object.keys(value)
        .filter((key) => !isMonth(key))
        .sort(),
    );
    if (String(one) !== String(other)) return [`${where}: ${String(one)} / ${String(other)}`];
    const members = new Map(Object.entries(answered));
    const month = Object.entries(answered).find(([key]) => isMonth(key))?.[1] as unknown;
    return Object.entries(said).flatMap(([key, value]) =>
      isMonth(key) && month === undefined
        ? []
        : differs(value, isMonth(key) ? month : members.get(key), `${where}.${key}`),
    );
  }
  const alike =
    typeof said === 'number'
      ? typeof answered === 'number'
      : typeof said === 'string' && said.includes('…')
        ? typeof answered === 'string'
        : said === answered;
  return alike ? [] : [`${where}: ${JSON.stringify(said)} / ${JSON.stringify(answered)}`];
}

/** Runs a block; checks every answer that its next line describes. Returns how many it checked. */
async function check(block: string, asked: string): Promise<{ checked: number; left: string }> {
  const lines = block.trimEnd().split('\n');
  const { outputs, left } = await runLines(lines, asked);
  let checked = 0;
  for (const [at, line] of lines.entries()) {
    const said = /^# (?:\d{3} )?([[{].*[\]}])/.exec(line)?.[1];
    const before = lines[at - 1] ?? '';
    if (said === undefined || before.startsWith('#')) continue;
    checked += 1;
    const answered: unknown = JSON.parse(outputs[at - 1]?.trim() ?? '');
    expect([before, ...differs(JSON.parse(said.replaceAll('[…]', '[]')), answered)]).toEqual([before]);
  }
  return { checked, left };
}

it('answer what their comments say', async () => {
  const [desk = '', ...web] = BLOCKS;
  const first = await check(desk, '$TOKEN $EPOCH');
  expect(first.checked).toBe(6);
  expect(readFileSync(path.join(folder, 'back.jpg'), 'utf8')).toBe('a photo');
  const [token = '', epoch = ''] = first.left.split(' ');
  const caller = new Caller(endpoint, token, epoch, 'A');
  const records = demoRecords(new Date().toISOString());
  for (const name of ['directory', ...COLLECTIONS.filter((one) => one !== 'directory')] as const)
    await caller.addAll(name, records.get(name) ?? []);
  expect((await check(web.join('\n'), '')).checked).toBe(12);
});

it('are there for every call', async () => {
  const { body } = await get<{ readonly paths: Readonly<Record<string, object>> }>(endpoint, '/openapi.json');
  const calls = Object.keys(body.paths).map((route) => route.replace('/api/v1', ''));
  expect(calls.length).toBeGreaterThan(20);
  const isShown = (route: string): boolean =>
    new RegExp(`\\$B${route.replaceAll(/\{[^}]+\}/g, '[\\w$.-]+')}["\\s?]`).test(BLOCKS.join('\n'));
  expect(calls.filter((route) => !isShown(route))).toEqual([]);
});

it('name every command with whoever may run it', () => {
  const rows = new Map<string, readonly string[]>();
  for (const [, who, commands] of PAGE.matchAll(/^\| (handler|HR|finance|manager|everybody) +\| (.*)\|$/gm))
    rows.set(
      who ?? '',
      [...(commands ?? '').matchAll(/`(\w+\.\w+)`/g)].map(([, name]) => name ?? ''),
    );
  const of = (role: WebRole): readonly string[] =>
    [...(rows.get(role === 'hr' ? 'HR' : role) ?? []), ...(rows.get('everybody') ?? [])].sort();
  for (const role of WEB_ROLES)
    expect([role, of(role)]).toEqual([
      role,
      Object.keys(MAY)
        .filter((command) => MAY[command]?.includes(role))
        .sort(),
    ]);
});
