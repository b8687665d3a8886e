// `sale` (DESIGN §10): a scanner's code and Enter → the line painted in the basket, p95, beside five years.
import assert from 'node:assert/strict';
import { clubProfile, ENTRIES, percentile, report, startSignedIn } from './lib.mjs';

const ROUNDS = 120;
const { page, close } = await startSignedIn(await clubProfile());
await page.evaluate(() => {
  window.location.hash = '#/sales';
});
await page.locator('.scan-line input').waitFor({ timeout: 60_000 });
// A club keeps the sums of its months; only these five years, made in one go, have to be summed first.
assert.ok((await page.evaluate(() => window.deskbookTest.books())) >= ENTRIES);
await page.waitForTimeout(1_000);
const codes = await page.evaluate(async () => {
  const open = window.indexedDB.open('rxdb-dexie-deskbook--0--products');
  const db = await new Promise((resolve) => (open.onsuccess = () => resolve(open.result)));
  const all = db.transaction('docs').objectStore('docs').getAll();
  const docs = await new Promise((resolve) => (all.onsuccess = () => resolve(all.result)));
  return docs
    .filter(({ status, body }) => status === 'onSale' && body.barcode !== '')
    .map(({ body }) => body.barcode);
});
assert.ok(codes.length > 50, 'the shop has products');
const { times, lines } = await page.evaluate(
  async ({ codes, rounds }) => {
    const input = document.querySelector('.scan-line input');
    const type = Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, 'value').set;
    const units = () =>
      [...document.querySelectorAll('.sale-lines td:nth-child(3) input')].reduce(
        (sum, { value }) => sum + Number(value),
        0,
      );
    const times = [];
    for (let round = 0; round < rounds; round += 1) {
      const before = units();
      const begun = performance.now();
      type.call(input, codes[round % codes.length]);
      input.dispatchEvent(new window.Event('input', { bubbles: true }));
      input.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      await new Promise((resolve, reject) => {
        const look = () => {
          if (units() === before + 1) requestAnimationFrame(() => setTimeout(resolve));
          else if (performance.now() - begun > 5_000) reject(new Error('the line was not painted'));
          else setTimeout(look);
        };
        look();
      });
      times.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return { times, lines: document.querySelectorAll('.sale-lines tbody tr').length };
  },
  { codes: codes.slice(0, 40), rounds: ROUNDS },
);
assert.equal(times.length, ROUNDS);
assert.equal(lines, 40);
await close();
report('sale', percentile(times, 0.95), 'ms', null);
