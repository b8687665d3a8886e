// `start` (DESIGN §10): launch → Today's counts right and painted with five years of data ÷ a blank window painted.
import assert from 'node:assert/strict';
import { blankApp, clubProfile, median, NOW, ownFolder, report, startApp } from './lib.mjs';

const ROUNDS = 7;
const blank = blankApp();
const blankProfile = ownFolder('blank-profile');
const profile = await clubProfile();
const ours = [];
const baseline = [];
const complete = [];

async function blankRun() {
  const app = await startApp(blankProfile, { app: blank });
  const painted = await app.evaluate(`new Promise((done) => {
    const look = () => {
      const [entry] = performance.getEntriesByName('first-contentful-paint');
      if (entry) done(performance.timeOrigin + entry.startTime);
      else setTimeout(look, 50);
    };
    look();
  })`);
  await app.close();
  return painted - app.startedAt;
}

async function ourRun() {
  const app = await startApp(profile, { args: ['--sign-in-as=1001', `--clock=${NOW}`] });
  const marked = (name) =>
    app.evaluate(`new Promise((done) => {
      const look = () => {
        const [mark] = performance.getEntriesByName('${name}');
        if (mark) done(performance.timeOrigin + mark.startTime);
        else setTimeout(look, 50);
      };
      look();
    })`);
  const ready = await marked('today.ready');
  const counts = await app.evaluate(
    `[...document.querySelectorAll('.tiles .figure')].map((tile) => tile.textContent)`,
  );
  assert.ok(
    counts.length > 0 && counts.every((text) => /^(?:\d+|¥[\d,]+\.\d{2})$/.test(text)),
    `Today shows its figures: ${counts}`,
  );
  const complete = await marked('today.complete');
  // It settles (opens RxDB) before it is closed, as in a day's work.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await app.close();
  return { time: ready - app.startedAt, all: complete - app.startedAt, counts };
}

const first = await ourRun();
await blankRun();
for (let round = 0; round < ROUNDS; round += 1) {
  baseline.push(await blankRun());
  const { time, all, counts } = await ourRun();
  assert.deepEqual(counts, first.counts, 'the same figures at every start');
  ours.push(time);
  complete.push(all);
}
report('start', median(ours), 'ms', median(baseline));
// No target: when the lines that need sums or products stand as well.
report('start.complete', median(complete), 'ms', median(baseline));
