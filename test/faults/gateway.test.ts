// The gateway in the real page: one act an id, numbers unique and dense over refusals, voids, double saves and
// crashes of the page, and an act the database failed to take is not lost.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestHook } from '../../renderer/app/test-hook';
import { demoProfile, dropProfile, type Desk } from '../helpers/app';
import {
  compare,
  ready,
  registerSome,
  startSignedIn,
  storedVisits,
  WHOLE,
  type Acknowledged,
} from '../helpers/faults';
import { banners, shown, words } from '../helpers/shown';
import { beginVisit, openVisits, typeOn } from '../helpers/visits';

declare const window: { deskbookTest?: TestHook };

let profile: string;
let desk: Desk;
const acknowledged: Acknowledged[] = [];

beforeAll(async () => {
  profile = await demoProfile();
  desk = await startSignedIn(profile);
});

afterAll(async () => {
  await desk.close();
  dropProfile(profile);
});

/** The same act asked for twice at once, and once more afterwards. */
async function saveThrice(): Promise<void> {
  const outcomes = await desk.page.evaluate(async () => {
    const hook = window.deskbookTest as TestHook;
    const id = crypto.randomUUID();
    const both = await Promise.all([hook.register('按了两次', id), hook.register('按了两次', id)]);
    return [...both, await hook.register('按了两次', id)];
  });
  const visits = outcomes.map((outcome) => (outcome.ok ? outcome.docs[0] : undefined));
  const [first] = visits;
  expect(new Set(visits.map((visit) => visit?.body.no)).size).toBe(1);
  expect(visits.at(-1)?.ver).toEqual(first?.ver);
  if (first) acknowledged.push({ id: first.id, no: first.body.no ?? '' });
}

const steps = {
  save: async () => void acknowledged.push(...(await registerSome(desk.page, 1))),
  saveThrice,
  refused: async () =>
    expect(await desk.page.evaluate(() => window.deskbookTest?.register(''))).toMatchObject({ ok: false }),
  voided: async () => {
    const id = acknowledged.at(-1)?.id ?? '';
    await desk.page.evaluate((visit) => window.deskbookTest?.voidVisit(visit), id);
  },
  // The page goes down with acts under way; what was not acknowledged may or may not be there, but whole.
  pageCrash: async () => {
    await desk.page.evaluate(() => void [1, 2, 3].map(() => window.deskbookTest?.register('没等到回答')));
    await desk.page.reload();
    await ready(desk.page);
  },
} satisfies Record<string, () => Promise<unknown>>;

it('numbers densely and never twice, whatever happens between', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.values(steps)), { minLength: 6, maxLength: 12 }),
      async (history) => {
        for (const step of history) await step();
        expect(compare(acknowledged, await storedVisits(desk.page))).toEqual(WHOLE);
      },
    ),
    { numRuns: 5 },
  );
  const { missing } = compare(acknowledged, await storedVisits(desk.page));
  shown('page-reloaded', { seen: await banners(desk.page), acknowledged: acknowledged.length, missing });
});

it('saves many at once under different numbers', async () => {
  const saved = await desk.page.evaluate(async () => {
    const hook = window.deskbookTest as TestHook;
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => hook.register('同时登记')));
    return outcomes.flatMap((outcome) =>
      outcome.ok ? outcome.docs.map(({ id, body }) => ({ id, no: body.no ?? '' })) : [],
    );
  });
  expect(saved).toHaveLength(30);
  acknowledged.push(...saved);
  expect(compare(acknowledged, await storedVisits(desk.page))).toEqual(WHOLE);
});

it('keeps an act whose writing failed after its journal line, refuses more, and has all after a start', async () => {
  await desk.page.evaluate(() => window.deskbookTest?.breakDatabase());
  const committed = await registerSome(desk.page, 1);
  expect(committed).toHaveLength(1);
  acknowledged.push(...committed);
  const next = await desk.page.evaluate(() => window.deskbookTest?.register('写不进去'));
  expect(next).toEqual({ ok: false, refusals: [{ code: 'storageFailed' }] });
  await openVisits(desk.page);
  const form = await beginVisit(desk.page);
  await typeOn(desk.page, '', '写不进去的客人', '', '');
  await desk.page.keyboard.press('1');
  await desk.page.keyboard.press('Control+Enter');
  const refusal = await words(desk.page, 'form.record [role=alert]');
  expect(await form.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('写不进去的客人');
  await desk.close();
  desk = await startSignedIn(profile);
  await desk.page.getByText('已从日志恢复 1 条记录').waitFor();
  acknowledged.push(...(await registerSome(desk.page, 2)));
  const found = compare(acknowledged, await storedVisits(desk.page));
  expect(found).toEqual(WHOLE);
  const seen = [refusal, ...(await banners(desk.page))];
  shown('database-refuses', { seen, acknowledged: acknowledged.length, missing: found.missing });
});
