// The power goes while the endpoint on SQLite writes: the last pages of its log or its database are cut, torn or old.
// It opens with what was safe, whole batches only and in order, or says in words that the file is damaged.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Envelope } from '@shared/core/envelope';
import { seeded } from '@shared/demo/random';
import { openSqlite, sqliteFile } from '../../../server/store/sqlite-store';
import { writeRow } from '../../../server/store/write-row';
import { Caller } from '../../helpers/endpoint';
import { firstDesk, pushAcknowledged, rowsOf, visit, type Acknowledged } from '../../helpers/endpoint-load';
import { makePlace, type Place } from '../../helpers/endpoint-process';

const CUTS = 6 * Number(process.env.DESKBOOK_ROUNDS ?? 3);
const BATCHES = 12;
const BATCH = 25;
const PAGE = 4_096;
/** A visit that does not fit into one page: 1,000 characters of four bytes. */
function longVisit(id: string): Envelope {
  const doc = visit(id, '𠮷'.repeat(500));
  return { ...doc, body: { ...doc.body, details: '𠮷'.repeat(500) } as Envelope['body'] };
}

const seed = Number(process.env.DESKBOOK_SEED ?? Date.now());
const random = seeded(seed);
const below = (limit: number): number => Math.floor(random() * limit);

let place: Place;
/** The folder as it was when the power went: database, log and index of the log. */
let cutOff: string;
/** In the database itself. */
const safe: Acknowledged = new Map();
/** In the log, batch by batch. */
const batches: Acknowledged[] = [];

beforeAll(async () => {
  console.log(`seed ${seed}`);
  place = await makePlace('sqlite');
  const first = await place.start();
  const desk = await firstDesk(first);
  for (let batch = 0; batch < BATCHES; batch += 1) expect(await push(desk, `safe:${batch}`, safe)).toBe(200);
  // An orderly end brings the log into the database.
  await first.end('SIGTERM');
  expect(existsSync(`${sqliteFile(place.data)}-wal`)).toBe(false);
  const second = await place.start();
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const acknowledged: Acknowledged = new Map();
    expect(await push(new Caller(second, desk.token, desk.epoch, 'A'), `log:${batch}`, acknowledged)).toBe(
      200,
    );
    batches.push(acknowledged);
  }
  await second.end('SIGKILL');
  cutOff = mkdtempSync(path.join(tmpdir(), 'deskbook-cut-'));
  cpSync(place.data, cutOff, { recursive: true });
});
afterAll(async () => {
  await place.end();
  rmSync(cutOff, { recursive: true, force: true });
});

const push = (desk: Caller, name: string, acknowledged: Acknowledged): Promise<number> =>
  pushAcknowledged(
    desk,
    rowsOf(Array.from({ length: BATCH }, (_value, at) => longVisit(`${name}:${at}`))),
    acknowledged,
  );

/** A copy of the folder at the cut, changed by `damage`; `look` is given it. */
async function after<T>(damage: (file: string) => void, look: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-cut-'));
  try {
    cpSync(cutOff, folder, { recursive: true });
    damage(sqliteFile(folder));
    return await look(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens a folder and checks what must hold; returns how many batches of the log are there. */
async function batchesIn(folder: string): Promise<number> {
  const store = openSqlite(folder);
  try {
    const docs = await store.pull('visits', 0, 10_000);
    const there = new Map(docs.map(({ id, text }) => [id, text]));
    const whole = batches.findIndex((batch) => [...batch].some(([id, text]) => there.get(id) !== text));
    const count = whole === -1 ? batches.length : whole;
    const expected = new Map([...safe, ...batches.slice(0, count).flatMap((batch) => [...batch])]);
    expect(there).toEqual(expected);
    expect(docs.map(({ seq }) => seq)).toEqual(docs.map((_doc, at) => at + 1));
    expect((await store.desks()).map(({ code }) => code)).toEqual(['A']);
    await store.write(
      'visits',
      [writeRow({ ...visit('later'), id: 'later' }, '{}')],
      'A',
      '2026-11-21T01:00:00.000Z',
    );
    expect((await store.pull('visits', docs.length, 10)).map(({ id }) => id)).toEqual(['later']);
    return count;
  } finally {
    await store.close();
  }
}

/** The database with its whole log brought in. */
const checkpointed = (): Promise<Buffer> =>
  after(
    () => undefined,
    async (folder) => {
      await openSqlite(folder).close();
      return readFileSync(sqliteFile(folder));
    },
  );

it('has everything when only the process was gone', async () => {
  expect(await after(() => undefined, batchesIn)).toBe(BATCHES);
});

it(`opens with whole batches when the log is cut, zeroed or torn at ${CUTS} places`, async () => {
  const log = readFileSync(`${sqliteFile(cutOff)}-wal`);
  const zeroed = (at: number): Buffer => Buffer.concat([log.subarray(0, at), Buffer.alloc(log.length - at)]);
  const torn = (at: number): Buffer =>
    Buffer.concat([
      log.subarray(0, at),
      Buffer.from(Array.from({ length: 512 }, () => below(256))),
      log.subarray(at + 512),
    ]);
  const kinds = [(at: number) => log.subarray(0, at), zeroed, torn];
  const places = [
    0,
    16,
    32,
    100,
    log.length - 1,
    ...Array.from({ length: CUTS }, () => below(log.length - 512)),
  ];
  const counts: number[] = [];
  for (const [index, at] of places.entries()) {
    const left = kinds[index % kinds.length]?.(at) ?? log;
    counts.push(await after((file) => writeFileSync(`${file}-wal`, left), batchesIn));
  }
  console.log(`batches of ${BATCHES} left after the cuts: ${counts.join(' ')}`);
  expect(Math.min(...counts)).toBe(0);
  expect(Math.max(...counts)).toBeGreaterThan(0);
});

it('has everything when the power goes while the log is brought into the database', async () => {
  const old = readFileSync(sqliteFile(cutOff));
  const brought = await checkpointed();
  expect(brought.equals(old)).toBe(false);
  const mixed = Buffer.concat([old, Buffer.alloc(Math.max(0, brought.length - old.length))]);
  for (let at = 0; at < brought.length; at += PAGE) {
    // Untouched, its first half only, or all of it.
    const written = [0, PAGE / 2, PAGE][below(3)] ?? 0;
    brought.copy(mixed, at, at, at + written);
  }
  expect(await after((file) => writeFileSync(file, mixed), batchesIn)).toBe(BATCHES);
});

it.each<[string, (file: string, size: number) => void]>([
  ['cut in half', (file, size) => truncateSync(file, Math.floor(size / 2))],
  ['cut in the middle of a page', (file, size) => truncateSync(file, size - PAGE - 100)],
  ['emptied', (file) => truncateSync(file, 0)],
  ['without a page of its documents', (file) => zeroPage(file, pageOf(file, 'leaf'))],
  ['without the end of a long document', (file) => zeroPage(file, pageOf(file, 'overflow'))],
  ['overwritten at its beginning', (file) => zeroPage(file, 1)],
])('says that a database %s is damaged, and leaves it as it is', async (_how, damage) => {
  const whole = await checkpointed();
  const file = sqliteFile(place.data);
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  writeFileSync(file, whole);
  damage(file, whole.length);
  const before = readFileSync(file);
  const said = await place.start().then(
    () => 'it serves',
    (error: unknown) => (error as Error).message.trim(),
  );
  expect(said).toMatch(/is (?:damaged|empty|no database): restore a backup/);
  expect(said).not.toContain('    at ');
  expect(readFileSync(file).equals(before)).toBe(true);
});

/** Number of a page of a kind that holds documents. */
function pageOf(file: string, kind: 'leaf' | 'overflow'): number {
  const db = new DatabaseSync(file, { readOnly: true });
  const pages = db
    .prepare("SELECT pageno FROM dbstat WHERE name = 'docs' AND pagetype = ? ORDER BY pageno")
    .all(kind);
  db.close();
  const page = pages[Math.floor(pages.length / 2)];
  if (!page) throw new Error(`no ${kind} page holds documents`);
  return Number(page.pageno);
}

function zeroPage(file: string, page: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0, (page - 1) * PAGE, page * PAGE);
  writeFileSync(file, bytes);
}
