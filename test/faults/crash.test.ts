// One of the app's processes is gone while visits are being saved and a form is half filled in: the window stays or
// comes back by itself, what was acknowledged is stored, what was typed stands in the form.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';
import { demoProfile, dropProfile, launchArgs, type Desk } from '../helpers/app';
import { inPage, pidOf, untilInPage } from '../helpers/crash';
import {
  compare,
  registerForever,
  startSignedIn,
  storedVisits,
  until,
  WHOLE,
  type Acknowledged,
} from '../helpers/faults';
import { banners, shown } from '../helpers/shown';
import { beginVisit, openVisits } from '../helpers/visits';

const ROUNDS = Number(process.env.DESKBOOK_ROUNDS ?? 1);
/** Room for the page, and little enough to run out of soon. */
const LITTLE_MEMORY = '--js-flags=--max-old-space-size=400';

let profile: string;
let desk: Desk;
const acknowledged: Acknowledged[] = [];

beforeAll(async () => {
  profile = await demoProfile();
  desk = await startSignedIn(profile, [LITTLE_MEMORY]);
});

afterAll(async () => {
  await desk.close();
  dropProfile(profile);
});

/** The name in the form that is open, as it stands there. */
const NAME = `[...document.querySelectorAll('form[aria-label=登记来访] label')]
  .find((label) => label.textContent.startsWith('姓名'))?.control.value`;
const REGISTER = `Promise.all([1, 2].map(() => window.deskbookTest.register('回来以后的客人')))
  .then((all) => all.filter(({ ok }) => ok).map(({ docs: [doc] }) => ({ id: doc.id, no: doc.body.no })))`;
const BANNERS = `[...document.querySelectorAll('.banner')].map((one) => one.firstChild.textContent.trim())`;

async function startAnew(): Promise<void> {
  await desk.close();
  desk = await startSignedIn(profile, [LITTLE_MEMORY]);
}

/** Compares; tells the row. */
async function nothingLost(fault: string, seen: readonly string[]): Promise<void> {
  const found = compare(acknowledged, await storedVisits(desk.page));
  expect(found).toEqual(WHOLE);
  shown(fault, { seen, acknowledged: acknowledged.length, missing: found.missing });
}

/** Types half a visit while others are being saved, takes the page away, and finds the draft when it is back. */
async function halfTyped(name: string, takeAway: () => Promise<unknown>): Promise<readonly string[]> {
  await openVisits(desk.page);
  await (await beginVisit(desk.page)).getByRole('textbox', { name: '姓名' }).fill(name);
  await registerForever(desk.page, acknowledged);
  await until(acknowledged, acknowledged.length + 15);
  await takeAway();
  await untilInPage(desk, `document.querySelector('.banner') !== null`);
  const seen = (await inPage(desk, BANNERS)) as readonly string[];
  await untilInPage(desk, `document.querySelector('nav.side') !== null`);
  await inPage(desk, `location.hash = '#/'`);
  await inPage(desk, `location.hash = '#/visits/new'`);
  await untilInPage(desk, `${NAME} !== undefined`);
  expect(await inPage(desk, NAME)).toBe(name);
  await untilInPage(desk, `document.body.textContent.includes('已恢复未保存的草稿')`);
  return seen;
}

it('a second start shows the first window, which goes on saving', async () => {
  await registerForever(desk.page, acknowledged);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = acknowledged.length;
    const runtime = electronRuntime();
    const second = spawn(runtime.executablePath, [...launchArgs(profile)], {
      env: { ...process.env, ...runtime.env },
      stdio: 'ignore',
    });
    expect(await new Promise((resolve) => second.on('exit', resolve))).toBe(0);
    await until(acknowledged, before + 10);
  }
  expect(desk.app.windows()).toHaveLength(1);
  await nothingLost('two-instances', await banners(desk.page));
});

// Visits go on being saved from the test before.
it('a graphics process that is killed comes back, and the page goes on', async () => {
  const { app, page } = desk;
  const before = await pidOf(app, 'graphics');
  expect(before).not.toBeNull();
  await openVisits(page);
  await (await beginVisit(page)).getByRole('textbox', { name: '姓名' }).fill('画面断开前');
  await until(acknowledged, acknowledged.length + 10);
  process.kill(before ?? 0, 'SIGKILL');
  await expect.poll(() => pidOf(app, 'graphics')).not.toBe(before);
  await until(acknowledged, acknowledged.length + 10);
  expect(await inPage(desk, NAME)).toBe('画面断开前');
  // It is drawn again: a picture of the window is not one colour.
  const colours = await app.evaluate(async ({ BrowserWindow }) => {
    const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return new Set(new Uint32Array(Uint8Array.from(picture?.toBitmap() ?? []).buffer)).size;
  });
  expect(colours).toBeGreaterThan(10);
  await nothingLost('gpu-killed', await banners(page));
});

it(`a page whose process is killed comes back with its draft, ${ROUNDS} times`, async () => {
  let seen: readonly string[] = [];
  await startAnew();
  for (let round = 0; round < ROUNDS; round += 1) {
    const pid = (await pidOf(desk.app, 'page')) ?? 0;
    seen = await halfTyped(`没写完的客人${round}`, async () => {
      process.kill(pid, 'SIGKILL');
      await expect.poll(() => pidOf(desk.app, 'page').catch(() => pid)).not.toBe(pid);
    });
    await startAnew();
  }
  await nothingLost('page-killed', seen);
});

it('a page that runs out of memory comes back with its draft', async () => {
  const pid = await pidOf(desk.app, 'page');
  const seen = await halfTyped('内存不足时的客人', async () => {
    await desk.page
      .evaluate(() => {
        const kept: number[][] = [];
        for (;;) kept.push(new Array<number>(1_000_000).fill(0.5 + kept.length));
      })
      .catch(() => undefined);
    await expect.poll(() => pidOf(desk.app, 'page').catch(() => pid)).not.toBe(pid);
  });
  // Killed by nobody.
  const gone = readFileSync(path.join(profile, 'logs', 'deskbook.log'), 'utf8').match(/"page\.gone".*/g);
  expect(gone?.at(-1)).toMatch(/"reason":"(?:oom|crashed)"/);
  acknowledged.push(...((await inPage(desk, REGISTER)) as readonly Acknowledged[]));
  await startAnew();
  await nothingLost('page-memory', seen);
});
