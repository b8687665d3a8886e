// The PC's clock is set while the app runs, and the PC sleeps: the person is told, numbers stay dense within their day,
// the till stands as it stood, the screen locks, what was typed stands in the form.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EMPTY_BOOKS, withEntries } from '@shared/ledger/books';
import type { LedgerEntry } from '@shared/ledger/schema';
import type { TestHook } from '../../renderer/app/test-hook';
import { DEMO_PIN, demoProfile, dropProfile, type Desk } from '../helpers/app';
import { processesOf } from '../helpers/crash';
import {
  compare,
  registerForever,
  registerSome,
  startSignedIn,
  storedVisits,
  until,
  WHOLE,
  type Acknowledged,
} from '../helpers/faults';
import { fakeClock, hasFakeClock } from '../helpers/fake-clock';
import { banners, shown, words } from '../helpers/shown';
import { beginVisit, openVisits, rows } from '../helpers/visits';

declare const window: { deskbookTest?: TestHook };

const ROUNDS = Number(process.env.DESKBOOK_ROUNDS ?? 1);
/** More than a day, and never a whole number of them. */
const JUMP_SECONDS = 100_000;

let profile: string;
let desk: Desk;
let session: string;
const clock = hasFakeClock ? fakeClock() : null;
const acknowledged: Acknowledged[] = [];

/** The business day in a number. */
const dayOf = ({ no }: Acknowledged): string => no.split('-')[2] ?? '';

const ledger = (): Promise<readonly LedgerEntry[]> =>
  desk.page.evaluate(
    async () => ((await window.deskbookTest?.all('ledger')) ?? []) as unknown as LedgerEntry[],
  );

async function sell(): Promise<void> {
  expect(await desk.page.evaluate(() => window.deskbookTest?.sell())).toMatchObject({ ok: true });
}

/** Every entry has its place, and the one till that is open is the one that was. */
async function tillStands(session: string): Promise<void> {
  const entries = await ledger();
  const places = entries.map(({ body }) => body.n).sort((a, b) => a - b);
  expect(places).toEqual(places.map((_place, at) => at + 1));
  expect(openSession(entries)).toBe(session);
}

const openSession = (entries: readonly LedgerEntry[]): string => {
  const { sessions } = withEntries(EMPTY_BOOKS, entries);
  return Object.keys(sessions)
    .filter((id) => sessions[id]?.closedAt === '')
    .join();
};

async function register(count: number): Promise<readonly Acknowledged[]> {
  const saved = await registerSome(desk.page, count);
  expect(saved).toHaveLength(count);
  acknowledged.push(...saved);
  return saved;
}

/** Compares; tells the row. */
async function nothingLost(fault: string, seen: readonly string[]): Promise<void> {
  const found = compare(acknowledged, await storedVisits(desk.page));
  expect(found).toEqual(WHOLE);
  shown(fault, { seen, acknowledged: acknowledged.length, missing: found.missing });
}

beforeAll(async () => {
  profile = await demoProfile();
  desk = await startSignedIn(profile, [], clock?.env);
  await sell();
  session = openSession(await ledger());
  expect(session).not.toBe('');
});

afterAll(async () => {
  await desk.close();
  dropProfile(profile);
  clock?.remove();
});

it.runIf(clock)(
  'the clock jumps forward: told, a new day begins, the till stays open, the screen does not lock',
  async () => {
    const { page } = desk;
    const [before] = await register(3);
    await openVisits(page);
    clock?.set(JUMP_SECONDS);
    await page.locator('.banner', { hasText: '电脑时间刚才被调快了' }).waitFor({ timeout: 30_000 });
    const seen = (await banners(page)).filter((text) => text.includes('电脑时间'));
    const [after] = await register(3);
    expect(dayOf(after as Acknowledged) > dayOf(before as Acknowledged)).toBe(true);
    await rows(page)
      .filter({ hasText: after?.no ?? '' })
      .waitFor({ timeout: 60_000 });
    await sell();
    await tillStands(session);
    await page.evaluate(() => (location.hash = '#/'));
    const line = page.locator('.todo', { hasText: '钱箱没有交接' }).first();
    await line.waitFor({ timeout: 60_000 });
    seen.push((await line.locator('strong').innerText()).trim());
    await nothingLost('clock-forward', seen);
  },
);

it.runIf(clock)(
  'the clock jumps back: told, numbers go on where their day stood, nothing is doubled',
  async () => {
    const { page } = desk;
    const [before] = await register(2);
    clock?.set(0);
    await page.locator('.banner', { hasText: '电脑时间刚才被调慢了' }).waitFor({ timeout: 30_000 });
    const seen = (await banners(page)).filter((text) => text.includes('被调慢'));
    const [after] = await register(3);
    expect(dayOf(after as Acknowledged) < dayOf(before as Acknowledged)).toBe(true);
    await sell();
    await tillStands(session);
    expect(compare(acknowledged, await storedVisits(page))).toEqual(WHOLE);
    await desk.close();
    desk = await startSignedIn(profile, [], clock?.env);
    await desk.page.locator('.banner', { hasText: '电脑时间比最后一次记录早' }).waitFor();
    seen.push(...(await banners(desk.page)));
    await tillStands(session);
    await nothingLost('clock-back', seen);
  },
);

it(`the PC sleeps and wakes, ${ROUNDS} times: locked, with what was typed, and every act whole`, async () => {
  const { app, page } = desk;
  const form = await openVisits(page).then(() => beginVisit(page));
  await form.getByRole('textbox', { name: '姓名' }).fill('睡眠前的客人');
  await registerForever(page, acknowledged, 2);
  let seen: readonly string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await until(acknowledged, acknowledged.length + 10);
    await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
    // As a sleeping PC stops them: all at once, in the middle of whatever they do.
    const pids = processesOf(app);
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    const asleep = acknowledged.length;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    for (const pid of [...pids].reverse()) process.kill(pid, 'SIGCONT');
    await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
    await page.getByRole('heading', { name: '已锁定' }).waitFor();
    seen = [await words(page, '.gate h1'), await words(page, '.gate p')];
    await until(acknowledged, asleep + 10);
    await page.locator('input[name=staffNo]').fill('9001');
    await page.locator('input[name=pin]').fill(DEMO_PIN);
    await page.keyboard.press('Enter');
    expect(await form.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('睡眠前的客人');
  }
  await nothingLost('sleep', seen);
});
