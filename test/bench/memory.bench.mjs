// `memory` (DESIGN §10): proportional memory of all processes with five years of data, after a walk through
// every page and a search ÷ a blank window.
import { blankApp, clubProfile, memoryOf, ownFolder, report, startApp, startSignedIn } from './lib.mjs';

const blank = await startApp(ownFolder('blank-profile'), { app: blankApp() });
await blank.evaluate('1');
await new Promise((resolve) => setTimeout(resolve, 4_000));
const baseline = memoryOf(blank.pid);
await blank.close();

const { page, pid, close } = await startSignedIn(await clubProfile());
await page.evaluate(() => window.deskbookTest.search('zw'));
const paths = await page.evaluate(() =>
  [...document.querySelectorAll('nav.side a')].map((link) => link.getAttribute('href')),
);
for (const hash of [...paths, '#/']) {
  await page.evaluate((next) => {
    window.location.hash = next;
  }, hash);
  await page.waitForTimeout(1_500);
}
await page.waitForTimeout(4_000);
const value = memoryOf(pid);
await close();
report('memory', value / 1e6, 'MB', baseline / 1e6);
