// `visible` (DESIGN §10): command → acknowledged and its row painted in the visit list, p50.
import assert from 'node:assert/strict';
import { clubProfile, median, report, startSignedIn } from './lib.mjs';

const ROUNDS = 60;
const { page, close } = await startSignedIn(await clubProfile());
await page.evaluate(() => {
  window.location.hash = '#/visits';
});
await page.locator('[data-register-rows]').waitFor();
await page.evaluate(() => window.deskbookTest.open());
await page.waitForTimeout(1_500);
const times = await page.evaluate(async (rounds) => {
  const times = [];
  for (let round = 0; round < rounds + 5; round += 1) {
    const id = window.deskbookTest.newId();
    const begun = performance.now();
    const painted = new Promise((resolve, reject) => {
      const look = () => {
        if (document.querySelector(`[data-id="${id}"]`)) requestAnimationFrame(() => setTimeout(resolve));
        else if (performance.now() - begun < 5_000) setTimeout(look);
      };
      look();
      setTimeout(() => reject(new Error('the row was not painted')), 5_000);
    });
    const outcome = await window.deskbookTest.register('看得见的客人', id);
    if (!outcome.ok) throw new Error('refused');
    await painted;
    if (round >= 5) times.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return times;
}, ROUNDS);
assert.equal(times.length, ROUNDS);
await close();
report('visible', median(times), 'ms', null);
