// What the benches of sync share: the built endpoint on either store, its baseline express-pouchdb on leveldb, both
// in a process of their own over HTTP on the loopback, and documents of 500 bytes.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, ownFolder, report, YEARS } from './lib.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const PROGRAM = path.join(root, 'out/endpoint/main.mjs');
const POUCH = path.join(root, 'test/bench/pouchdb');
/** Bytes of one document. */
const SIZE = 500;
const PUSH_BATCH = 100;
const PULL_BATCH = 500;
/** A push holds no more. */
const PUSH_AT_MOST = 1_000;
/** Documents of one round. */
const PER_ROUND = 3_000;
const ROUNDS = 7;

const AT = '2026-11-21T01:00:00.000Z';
const id = (number) => `01a1b000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const PERSON = id(999_999_999);

/** The person who wrote them all: facts of somebody unknown would be flagged, which costs time. */
const staff = {
  id: PERSON,
  kind: 'staff',
  status: 'active',
  day: '2026-11-21',
  dueAt: '9999',
  desk: 'A',
  by: PERSON,
  at: AT,
  key: '',
  ver: { A: 1 },
  body: {
    v: 1,
    staffNo: '9001',
    name: '系统管理员',
    roles: ['admin', 'lead'],
    departments: [],
    phone: '',
    log: [],
  },
};

/** Document `number`: a count of people on site, filled up to 500 bytes. */
export function document(number) {
  const bare = {
    id: id(number),
    kind: 'starterCount',
    status: 'recorded',
    day: '2026-11-21',
    dueAt: '9999',
    desk: 'A',
    by: PERSON,
    at: AT,
    key: '',
    ver: { A: 1 },
    body: { v: 1, players: number % 200, caddies: number % 70, countedAt: AT, filled: '' },
  };
  const missing = SIZE - Buffer.byteLength(JSON.stringify(bare));
  assert.ok(missing > 0);
  return { ...bare, body: { ...bare.body, filled: 'x'.repeat(missing) } };
}

async function json(url, { headers, body } = {}) {
  const answer = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  assert.ok(answer.ok, `${url}: ${answer.status}`);
  return answer.json();
}

/** Starts a program that prints its address; it ends with this process. */
async function serve(args, env = process.env) {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  process.on('exit', () => child.kill('SIGKILL'));
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk))?.[0];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`${args[0]} ended`)));
  });
  const end = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return { url, end };
}

/**
 * The endpoint on `sqlite` or `postgres`, with an enrolled desk.
 * @returns push(docs), pull(seq) → {documents, next}, code() for one more desk, url and end()
 */
export async function startEndpoint(engine) {
  const data = ownFolder('endpoint');
  const cluster =
    engine === 'postgres' ? await (await import('../helpers/postgres.ts')).startPostgres() : null;
  const env = { ...process.env, ...(cluster ? { DATABASE_URL: cluster.url } : {}) };
  const code = () =>
    execFileSync(process.execPath, [PROGRAM, 'code', '--data', data], { env, encoding: 'utf8' }).trim();
  const { url: origin, end } = await serve([PROGRAM, 'serve', '--data', data, '--port', '0'], env);
  const url = `${origin}/api/v1`;
  const { token, epoch } = await json(`${url}/enrol`, {
    body: { code: code(), deskName: '大堂前台', deskCode: 'A' },
  });
  const headers = { authorization: `Bearer ${token}`, 'x-schema-version': '1' };
  const push = async (collection, docs) => {
    const rows = docs.map((doc) => ({ newDocumentState: { ...doc, _deleted: false } }));
    const { conflicts, rejected } = await json(`${url}/sync/${collection}/push`, {
      headers,
      body: { epoch, rows },
    });
    assert.deepEqual([...conflicts, ...rejected], [], 'every document is taken');
  };
  await push('directory', [staff]);
  return {
    name: engine,
    origin,
    code,
    push: (docs) => push('visits', docs),
    pull: async (seq) => {
      const query = `epoch=${epoch}&seq=${seq}&limit=${PULL_BATCH}`;
      const { documents, checkpoint } = await json(`${url}/sync/visits/pull?${query}`, { headers });
      return { documents, next: checkpoint.seq };
    },
    end: async () => {
      await end();
      await cluster?.stop();
    },
  };
}

/** Installs the baseline where it is not yet; it is no part of the product, whose package.json stays free of it. */
function installPouch() {
  if (existsSync(path.join(POUCH, 'node_modules/express-pouchdb'))) return;
  console.error('Installing the baseline (express-pouchdb, pouchdb-node) in test/bench/pouchdb…');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: POUCH,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 600_000,
  });
  if (status !== 0)
    throw new Error(
      'The baseline could not be installed (npm ci in test/bench/pouchdb): no figure without it.',
    );
}

/** A document as a replicator sends it: its first revision, named by what it holds. */
const revised = ({ id: _id, ...doc }) => {
  const hash = createHash('md5').update(JSON.stringify(doc)).digest('hex');
  return { _id, _rev: `1-${hash}`, _revisions: { start: 1, ids: [hash] }, ...doc };
};

/**
 * express-pouchdb on leveldb, which does not sync its writes to disk, called as PouchDB's own replicator calls it:
 * `_revs_diff` and `_bulk_docs` to push, `_changes` and `_bulk_get` to pull; its checkpoints are left out.
 */
export async function startPouch() {
  installPouch();
  const { url, end } = await serve([path.join(POUCH, 'server.mjs'), ownFolder('pouch')]);
  const made = await fetch(`${url}/visits`, { method: 'PUT' });
  assert.equal(made.status, 201);
  return {
    name: 'pouchdb',
    push: async (docs) => {
      const sent = docs.map(revised);
      const missing = await json(`${url}/visits/_revs_diff`, {
        body: Object.fromEntries(sent.map(({ _id, _rev }) => [_id, [_rev]])),
      });
      assert.equal(Object.keys(missing).length, docs.length);
      const faults = await json(`${url}/visits/_bulk_docs`, { body: { docs: sent, new_edits: false } });
      assert.deepEqual(faults, [], 'every document is taken');
    },
    pull: async (since) => {
      const { results, last_seq: next } = await json(
        `${url}/visits/_changes?style=all_docs&limit=${PULL_BATCH}&since=${since}`,
      );
      if (results.length === 0) return { documents: [], next };
      const { results: got } = await json(`${url}/visits/_bulk_get?revs=true&latest=true`, {
        body: { docs: results.flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev }))) },
      });
      const documents = got.flatMap(({ docs }) =>
        docs.map(({ ok: { _id, ...doc } }) => ({ id: _id, ...doc })),
      );
      return { documents, next };
    },
    end,
  };
}

const persec = (documents, ms) => (documents * 1_000) / ms;

async function pushRound(side, first) {
  const docs = Array.from({ length: PER_ROUND }, (_, index) => document(first + index));
  const begun = performance.now();
  for (let at = 0; at < docs.length; at += PUSH_BATCH) await side.push(docs.slice(at, at + PUSH_BATCH));
  return persec(docs.length, performance.now() - begun);
}

async function pullAll(side, from = 0) {
  const documents = [];
  const begun = performance.now();
  for (let seq = from; ;) {
    const page = await side.pull(seq);
    documents.push(...page.documents);
    seq = page.next;
    if (page.documents.length < PULL_BATCH)
      return { documents, rate: persec(documents.length, performance.now() - begun) };
  }
}

/** Everything that was pushed comes back as it was sent. */
function checkAll(side, documents, count) {
  const back = new Map(documents.map((doc) => [doc.id, doc]));
  assert.equal(back.size, count, `${side.name} gives every document`);
  assert.equal(documents.length, count, `${side.name} gives each once`);
  for (let number = 0; number < count; number += 1) {
    const { kind, body } = back.get(id(number));
    assert.deepEqual({ kind, body }, { kind: 'starterCount', body: document(number).body });
  }
}

async function bothSides(engine, work) {
  const sides = [await startEndpoint(engine), await startPouch()];
  try {
    await work(...sides);
  } finally {
    for (const side of sides) await side.end();
  }
}

/** Documents a second pushed by one client in batches of 100 ÷ the baseline. */
export function benchPush(name, engine) {
  return bothSides(engine, async (ours, pouch) => {
    const rates = { ours: [], pouch: [] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      const first = round * PER_ROUND;
      const mine = await pushRound(ours, first);
      const theirs = await pushRound(pouch, first);
      // The first round warms both up.
      if (round === 0) continue;
      rates.ours.push(mine);
      rates.pouch.push(theirs);
    }
    for (const side of [ours, pouch])
      checkAll(side, (await pullAll(side)).documents, (ROUNDS + 1) * PER_ROUND);
    report(name, median(rates.ours), 'documents/s', median(rates.pouch));
  });
}

/** Documents a second pulled by one client in pages of 500 ÷ the baseline. */
export function benchPull(name, engine) {
  return bothSides(engine, async (ours, pouch) => {
    const count = 4 * PER_ROUND;
    for (const side of [ours, pouch])
      for (let first = 0; first < count; first += PER_ROUND) await pushRound(side, first);
    const rates = { ours: [], pouch: [] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      const mine = await pullAll(ours);
      const theirs = await pullAll(pouch);
      checkAll(ours, mine.documents, count);
      checkAll(pouch, theirs.documents, count);
      if (round === 0) continue;
      rates.ours.push(mine.rate);
      rates.pouch.push(theirs.rate);
    }
    report(name, median(rates.ours), 'documents/s', median(rates.pouch));
  });
}

/**
 * Push and pull at an endpoint that holds the club's years already (visits, entries, tickets, lost items); no baseline.
 * @param perYear documents of a year
 */
export async function benchGrown(engine, perYear) {
  const side = await startEndpoint(engine);
  try {
    const held = perYear * YEARS;
    for (let first = 0; first < held; first += PUSH_AT_MOST)
      await side.push(
        Array.from({ length: Math.min(PUSH_AT_MOST, held - first) }, (_, index) => document(first + index)),
      );
    const before = (await side.pull(held)).next;
    const rates = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rates.push(await pushRound(side, held + round * PER_ROUND));
    const { documents, rate } = await pullAll(side, before);
    assert.equal(new Set(documents.map((doc) => doc.id)).size, ROUNDS * PER_ROUND);
    report(`grown-push-${engine}`, median(rates), 'documents/s', null);
    report(`grown-pull-${engine}`, rate, 'documents/s', null);
  } finally {
    await side.end();
  }
}
