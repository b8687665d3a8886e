// `backup` and `restore`: the whole five-year club with 5,000 photos to a folder and back, and the replay after it,
// in seconds. The second backup is a day later: one visit more, nothing else new.
import assert from 'node:assert/strict';
import { clubProfile, drive, LOST, ownFolder, report, startSignedIn, VISITS } from './lib.mjs';

const profile = await clubProfile();
const stick = ownFolder('stick');
const { page, close } = await startSignedIn(profile, '9001', [`--save-to=${stick}`]);
const call = (...args) => page.evaluate((given) => window.host.call(...given), args);
const key = await call('backup.key');
await call('backup.chooseFolder');
const timed = async (run) => {
  const begun = performance.now();
  const result = await run();
  assert.equal(result.ok, true, JSON.stringify(result));
  return (performance.now() - begun) / 1000;
};
const first = await timed(() => call('backup.run', 'bench', 'A', 30));
await page.evaluate(() => window.deskbookTest.register('第二天的客人'));
const second = await timed(() => call('backup.run', 'bench', 'A', 30));
await close();
report('backup-first', first, 's', null);
report('backup-next-day', second, 's', null);

const other = ownFolder('other-pc');
const desk = await drive(other, [`--save-to=${stick}`]);
const ask = (...args) => desk.page.evaluate((given) => window.host.call(...given), args);
const { listings } = await ask('backup.find');
const restored = await timed(() => ask('backup.restore', listings[0].name, key, 'B'));
await desk.page.waitForEvent('close').catch(() => undefined);
await desk.close().catch(() => undefined);
report('restore-files', restored, 's', null);

const begun = performance.now();
const again = await startSignedIn(other);
report('restore-replay', (performance.now() - begun) / 1000, 's', null);
assert.ok((await again.page.evaluate(() => window.deskbookTest.total('visits'))) > VISITS);
assert.ok((await again.page.evaluate(() => window.deskbookTest.total('lostItems'))) > LOST);
await again.close();
