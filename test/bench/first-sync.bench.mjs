// `first-sync` (DESIGN §10): documents a second that a new desk pulls from the endpoint into its database ÷ RxDB's own
// bulkInsert of the same documents on the same PC.
import assert from 'node:assert/strict';
import { drive, ownFolder, report, startSignedIn } from './lib.mjs';
import { document, startEndpoint } from './sync-lib.mjs';

const COUNT = 100_000;
const PUSHED = 1_000;
/** Documents of one pull, and of one insert of the baseline. */
const BATCH = 500;

const endpoint = await startEndpoint('sqlite');

/** A desk that has just joined and knows the club's people; it pulls the rest by itself. */
async function joined(profile, deskName) {
  const app = await drive(profile, []);
  const { page } = app;
  await page.getByRole('button', { name: '加入已有俱乐部' }).click();
  await page.getByLabel('端点地址').fill(endpoint.origin);
  await page.getByLabel('一次性代码').fill(endpoint.code());
  await page.getByLabel('本台名称').fill(deskName);
  await page.keyboard.press('Control+Enter');
  await page.locator('input[name=staffNo]').waitFor({ timeout: 120_000 });
  return app;
}

/** Number of stored documents and the instant it was read, past everything of the app's own. */
/* global indexedDB -- of the page */
const stored = (page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const name = names.find((one) => /visits/.test(one) && /rxdb/.test(one));
    if (!name) return [0, performance.now()];
    const db = await new Promise((resolve, reject) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const count = await new Promise((resolve) => {
      if (!db.objectStoreNames.contains('docs')) return resolve(0);
      const asked = db.transaction('docs').objectStore('docs').count();
      asked.onsuccess = () => resolve(asked.result);
    });
    db.close();
    return [count, performance.now()];
  });

try {
  // The baseline first, at a desk that joined while the club had no visits.
  const plain = ownFolder('first-sync-plain');
  const first = await joined(plain, '第一台');
  await first.page.waitForTimeout(3_000);
  await first.close();
  const desk = await startSignedIn(plain, '9001');
  let inserting = 0;
  for (let from = 0; from < COUNT; from += BATCH) {
    const docs = Array.from({ length: BATCH }, (_, index) => document(from + index));
    inserting += await desk.page.evaluate((batch) => window.deskbookTest.bulkInsert('visits', batch), docs);
  }
  assert.equal(await desk.page.evaluate(() => window.deskbookTest.total('visits')), COUNT);
  await desk.close();

  for (let from = 0; from < COUNT; from += PUSHED)
    await endpoint.push(Array.from({ length: PUSHED }, (_, index) => document(from + index)));

  const profile = ownFolder('first-sync-profile');
  const pulling = await joined(profile, '新的一台');
  // From the first stored page to the last: what came before is the form.
  let [begin, begun] = [0, 0];
  let [count, at] = await stored(pulling.page);
  while (count < COUNT) {
    if (begin === 0 && count > 0) [begin, begun] = [count, at];
    await pulling.page.waitForTimeout(100);
    [count, at] = await stored(pulling.page);
  }
  const rate = ((COUNT - begin) * 1_000) / (at - begun);
  assert.equal(count, COUNT, 'every document is there, each once');
  await pulling.close();
  const again = await startSignedIn(profile, '9001');
  const last = await again.page.evaluate(async () =>
    (await window.deskbookTest.all('visits')).map(({ id, body }) => [id, body.players]),
  );
  assert.equal(new Set(last.map(([id]) => id)).size, COUNT);
  for (const [id, players] of last) assert.equal(players, Number(id.slice(-12)) % 200, id);
  await again.close();
  report('first-sync', rate, 'documents/s', (COUNT * 1_000) / inserting);
} finally {
  await endpoint.end();
}
