// `search` (DESIGN §10): a fixed mix over 365,000 visits, p95, from the page's call to its answer.
import assert from 'node:assert/strict';
import { fiveYearProfile, percentile, report, startSignedIn } from './lib.mjs';

const MIX = [
  '王伟',
  '张',
  'zw',
  'lixt',
  'zhangwei',
  '0000',
  '1234',
  '鲁B',
  '鲁BA12',
  '海信',
  'qdpj',
  'LF-A-20240',
  '20251103',
  '林晓彤 2026',
  '没有这个人',
  'xxyyzz',
  '99999999',
  '陶𬭚',
  'wang 38',
  '会籍',
];
const { page, close } = await startSignedIn(await fiveYearProfile());
const found = await page.evaluate(async (mix) => {
  const counts = {};
  for (const query of mix) counts[query] = await window.deskbookTest.search(query);
  return counts;
}, MIX);
assert.ok(
  found['王伟'] > 0 && found['zw'] === 20 && found['1234'] > 0 && found['鲁B'] === 20,
  JSON.stringify(found),
);
assert.equal(found['没有这个人'], 0);
assert.equal(found['xxyyzz'], 0);
const times = await page.evaluate(async (mix) => {
  const times = [];
  for (let round = 0; round < 10; round += 1)
    for (const query of mix) {
      const begun = performance.now();
      await window.deskbookTest.search(query);
      times.push(performance.now() - begun);
    }
  return times;
}, MIX);
await close();
report('search', percentile(times, 0.95), 'ms', null);
