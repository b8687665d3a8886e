/** Ranges of an index on both databases: the same documents as by hand, in order, page by page, also in a database of before. */
import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INDEXES, type CollectionName, type Envelope, type IndexName } from '@shared/core/envelope';
import { canonical, digestOf } from '@shared/sync/canonical';
import { INDEX_COLUMNS } from '../../../server/store/index-columns';
import { openPostgres } from '../../../server/store/postgres-store';
import { openSqlite, sqliteFile } from '../../../server/store/sqlite-store';
import type { Store } from '../../../server/store/store';
import { writeRow } from '../../../server/store/write-row';
import { demoRecords, ENGINES, travelling } from '../../helpers/endpoint';
import { startPostgres } from '../../helpers/postgres';

const records = demoRecords();
const ledger = records.get('ledger') ?? [];
const text = (doc: Envelope): string => canonical(travelling(doc));

const keyOf = (doc: Envelope, index: IndexName): readonly string[] =>
  INDEXES[index].map((field) => doc[field]);

function compare(key: readonly string[], bound: readonly string[]): number {
  for (const [at, part] of bound.entries()) {
    const own = key[at] ?? '';
    if (own !== part) return own < part ? -1 : 1;
  }
  return 0;
}

/** The range read by hand: a shorter key includes all that begin so. */
const byHand = (
  docs: readonly Envelope[],
  index: IndexName,
  from: readonly string[],
  to: readonly string[],
): readonly string[] =>
  docs
    .filter((doc) => {
      const key = keyOf(doc, index);
      return compare(key, from) >= 0 && compare(key, to) <= 0;
    })
    .sort((a, b) => compare(keyOf(a, index), keyOf(b, index)) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

const RANGES: readonly (readonly [IndexName, readonly string[], readonly string[]])[] = [
  ['day', ['2026-11-03'], ['2026-11-03']],
  ['day', ['2026-11'], ['2026-11-99']],
  ['day', ['0'], ['2026-10-99']],
  ['kind', ['sale', '2026-11-05'], ['sale', '2026-11-09']],
  ['kind', ['tillOpen'], ['tillOpen']],
  ['kind', ['deposit', '2026-11-10'], ['deposit']],
  ['status', ['A-000000040'], ['A-:']],
  ['status', ['W-000000001'], ['W-:']],
  ['due', ['0'], ['9998']],
  [
    'key',
    [ledger.find(({ key }) => key !== '')?.key ?? ''],
    [ledger.find(({ key }) => key !== '')?.key ?? ''],
  ],
];

async function expectAll(store: Store): Promise<void> {
  for (const [index, from, to] of RANGES) {
    const expected = byHand(ledger, index, from, to);
    const texts = await store.range('ledger', { index, from, to });
    const docs = texts.map((one) => JSON.parse(one) as Envelope);
    expect(docs.map(({ id }) => id)).toEqual(expected);
    expect(await store.count('ledger', { index, from, to })).toBe(expected.length);
    const paged: string[] = [];
    for (let after: readonly [string, string, string] | null = null; ;) {
      const page: readonly string[] = await store.range('ledger', { index, from, to }, { limit: 7, after });
      const last = page.map((one) => JSON.parse(one) as Envelope).at(-1);
      paged.push(...page.map((one) => (JSON.parse(one) as Envelope).id));
      if (!last || page.length < 7) break;
      const [first = '', second = ''] = keyOf(last, index);
      after = [first, second, last.id];
    }
    expect(paged).toEqual(expected);
  }
}

const fill = (store: Store, collection: CollectionName): Promise<readonly string[]> =>
  store.write(
    collection,
    (records.get(collection) ?? []).map((doc) => writeRow(doc, text(doc))),
    'A',
    '2026-11-21T01:00:00.000Z',
  );

describe.each(Object.keys(ENGINES) as (keyof typeof ENGINES)[])('ranges on %s', (engine) => {
  let store: Store;
  let end: () => Promise<void>;
  beforeAll(async () => {
    const made = await ENGINES[engine]();
    store = await made.open();
    end = async () => {
      await store.close();
      await made.end();
    };
    await fill(store, 'ledger');
    // Another collection's documents of the same days and kinds are not among them.
    await fill(store, 'visits');
  });
  afterAll(() => end());

  it('holds what stands between two keys, in order and page by page', () => expectAll(store));

  it('follows a document to its new place', async () => {
    const visit = records.get('visits')?.find(({ status }) => status === 'onSite');
    if (!visit) throw new Error('nobody is on site');
    const onSite = { index: 'status', from: ['onSite'], to: ['onSite'] } as const;
    const before = await store.count('visits', onSite);
    const left = { ...visit, status: 'left', ver: { A: 9 } };
    const row = writeRow(left, text(left), text(visit));
    expect(await store.write('visits', [row], 'A', '2026-11-21T02:00:00.000Z')).toEqual([]);
    expect(await store.count('visits', onSite)).toBe(before - 1);
  });

  it('passes over what is closed and old on a first load', async () => {
    const since = '2026-11-15';
    const statuses = ['held', 'onSite'];
    const found = await store.pullCurrent('visits', 0, 10_000, { since, statuses });
    const all = await store.pull('visits', 0, 10_000);
    const expected = all.filter(({ text: one }) => {
      const doc = JSON.parse(one) as Envelope;
      return doc.day >= since || doc.dueAt !== '9999' || statuses.includes(doc.status);
    });
    expect(found).toEqual(expected);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all.length);
  });
});

it('fills the indexes of a SQLite file of before', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskbook-ranges-'));
  const db = new DatabaseSync(sqliteFile(folder));
  db.exec(`CREATE TABLE docs (
    collection TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, month TEXT NOT NULL,
    digest TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (collection, id)) STRICT, WITHOUT ROWID`);
  const put = db.prepare("INSERT INTO docs VALUES ('ledger', ?, ?, ?, ?, ?)");
  db.exec('BEGIN');
  ledger.forEach((doc, at) => put.run(doc.id, at + 1, doc.day.slice(0, 7), digestOf(text(doc)), text(doc)));
  db.exec('COMMIT');
  db.close();
  for (const _twice of [1, 2]) {
    const store = openSqlite(folder);
    await expectAll(store);
    await store.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

it('fills the indexes of a PostgreSQL database of before', async () => {
  const cluster = await startPostgres();
  const store = await openPostgres(cluster.url);
  await fill(store, 'ledger');
  await store.close();
  const client = new pg.Client(cluster.url);
  await client.connect();
  await client.query(`ALTER TABLE docs ${INDEX_COLUMNS.map((name) => `DROP COLUMN ${name}`).join(', ')}`);
  await client.end();
  const again = await openPostgres(cluster.url);
  await expectAll(again);
  await again.close();
  await cluster.stop();
});
