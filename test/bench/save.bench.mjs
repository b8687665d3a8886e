// `save` (DESIGN §10): command → acknowledged (journal + RxDB), p50 at 365,000 visits ÷ raw strict Dexie put + synced append.
import assert from 'node:assert/strict';
import { clubProfile, median, report, startSignedIn, VISITS } from './lib.mjs';

const ROUNDS = 80;
const { page, close } = await startSignedIn(await clubProfile());
await page.evaluate(() => window.deskbookTest.open());
assert.ok((await page.evaluate(() => window.deskbookTest.total('visits'))) >= VISITS);
const { ours, raw } = await page.evaluate(async (rounds) => {
  const ours = [];
  const raw = [];
  for (let round = 0; round < rounds + 5; round += 1) {
    const begun = performance.now();
    const outcome = await window.deskbookTest.register('计时的客人');
    const took = performance.now() - begun;
    if (!outcome.ok) throw new Error('refused');
    const baseline = await window.deskbookTest.rawSave({ ...outcome.docs[0], id: crypto.randomUUID() });
    if (round < 5) continue;
    ours.push(took);
    raw.push(baseline);
  }
  return { ours, raw };
}, ROUNDS);
assert.ok((await page.evaluate(() => window.deskbookTest.total('visits'))) >= VISITS + ROUNDS);
await close();
report('save', median(ours), 'ms', median(raw));
