// `search` (DESIGN §10): a fixed mix over the club's visits (365,000 in five years), p95, from the page's call to its answer. Every answer
// to words and digits is first compared with a plain scan of all stored visits.
import assert from 'node:assert/strict';
import { clubProfile, percentile, report, startSignedIn, VISITS, YEARS } from './lib.mjs';

const TYPED = [
  '王伟',
  '张',
  '0000',
  '1234',
  '鲁B',
  '鲁BA12',
  'b12',
  '海信',
  'LF-A-20240',
  '20251103',
  '1103-0007',
  '林晓彤 2026',
  '没有这个人',
  '99999999',
  '陶𬭚',
];
const PINYIN = ['zw', 'lixt', 'zhangwei', 'qdpj', 'xxyyzz', 'wang 38'];
/** This many hits are looked for at once: the mix asks for 10,000 over five years. */
const MANY = 2_000 * YEARS;
const LIMIT = 20;
/** Longer than the worker waits for a query before it ends. */
const WORKER_GONE_MS = 15_000;

const { page, close } = await startSignedIn(await clubProfile());
const { answers, scanned, visits } = await page.evaluate(
  async ({ queries, limit }) => {
    const answers = {};
    for (const query of queries)
      // Tickets and found things carry names and digits, too: the visits among many more hits.
      answers[query] = (await window.deskbookTest.search(query, 50 * limit))
        .filter(({ collection }) => collection === 'visits')
        .slice(0, limit)
        .map(({ id }) => id);
    const fold = (text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '');
    const wanted = queries.map((query) => ({ query, words: query.split(' ').map(fold), hits: [], all: 0 }));
    const docs = await window.deskbookTest.all('visits');
    for (const { id, at, kind, body } of docs) {
      if (kind !== 'visit') continue;
      const fields = [
        body.no,
        body.name,
        body.guardian?.name,
        body.company,
        body.host,
        body.phone,
        body.plate,
        body.badge,
      ];
      const texts = fields.filter(Boolean).map(fold);
      for (const one of wanted)
        if (one.words.every((word) => texts.some((text) => text.includes(word)))) {
          one.all += 1;
          one.hits.push([at, id]);
          if (one.hits.length > 4 * limit) one.hits = one.hits.sort().slice(-limit);
        }
    }
    const scanned = Object.fromEntries(
      wanted.map(({ query, hits, all }) => [
        query,
        {
          all,
          ids: hits
            .sort()
            .slice(-limit)
            .reverse()
            .map(([, id]) => id),
        },
      ]),
    );
    return { answers, scanned, visits: docs.length };
  },
  { queries: TYPED, limit: LIMIT },
);
assert.ok(visits >= VISITS);
for (const query of TYPED) assert.deepEqual(answers[query], scanned[query].ids, query);
assert.ok(
  TYPED.some((query) => scanned[query].all >= MANY) && TYPED.some((query) => scanned[query].all === 0),
);

// The worker has ended for want of queries by now: what the next one waits for, told apart.
await page.waitForTimeout(WORKER_GONE_MS);
const { first, times, counts } = await page.evaluate(
  async ({ mix, limit }) => {
    const start = performance.now();
    await window.deskbookTest.search(mix[0], limit);
    const first = performance.now() - start;
    // Each query's part of the index comes from disk once.
    for (const query of mix) await window.deskbookTest.search(query, limit);
    const times = [];
    const counts = {};
    for (let round = 0; round < 10; round += 1)
      for (const query of mix) {
        const begun = performance.now();
        counts[query] = (await window.deskbookTest.search(query, limit)).length;
        times.push(performance.now() - begun);
      }
    return { first, times, counts };
  },
  { mix: [...TYPED, ...PINYIN], limit: LIMIT },
);
assert.equal(counts.zw, LIMIT);
// A club of months has fewer of that name.
assert.ok(counts.zhangwei >= Math.min(LIMIT, LIMIT * YEARS));
assert.equal(counts.xxyyzz, 0);
await close();
report('search', percentile(times, 0.95), 'ms', null);
report('search.first', first, 'ms', null);
