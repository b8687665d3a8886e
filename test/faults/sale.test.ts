// DESIGN §3.1: one act of money is one entry. The app is killed while sales are being saved: each is whole or absent.
import { expect, it } from 'vitest';
import type { Sale } from '@shared/ledger/entries/sales';
import type { TestHook } from '../../renderer/app/test-hook';
import type { Desk } from '../helpers/app';
import { demoProfile, dropProfile } from '../helpers/app';
import { compare, startSignedIn, WHOLE, type Acknowledged } from '../helpers/faults';
import { banners, shown } from '../helpers/shown';

declare const window: { deskbookTest?: TestHook; acknowledge?: (sale: Acknowledged) => void };

const ROUNDS = Number(process.env.DESKBOOK_ROUNDS ?? 3);

/** Sales of this desk, and every place in its ledger. */
async function stored({
  page,
}: Desk): Promise<{ readonly sales: readonly Sale[]; readonly places: readonly number[] }> {
  const entries = await page.evaluate(async () => (await window.deskbookTest?.all('ledger')) ?? []);
  return {
    sales: entries.filter((entry): entry is Sale => entry.kind === 'sale'),
    places: entries
      .filter(({ desk }) => desk === 'A')
      .map(({ body }) => (body as Sale['body']).n)
      .sort((a, b) => a - b),
  };
}

const sum = (rows: readonly { readonly amount: number }[]): number =>
  rows.reduce((total, { amount }) => total + amount, 0);

/** Every sale whole, every place filled; returns how many known ones are missing. */
function check(
  { sales, places }: Awaited<ReturnType<typeof stored>>,
  known: readonly Acknowledged[],
): number {
  const found = compare(
    known,
    sales.map(({ id, body }) => ({ id, no: body.no ?? '' })),
  );
  expect(found).toEqual(WHOLE);
  for (const { body } of sales) {
    expect(sum(body.lines)).toBe(body.total);
    expect(sum(body.payments)).toBe(body.total);
  }
  expect(places).toEqual(places.map((_place, at) => at + 1));
  return found.missing;
}

it(`keeps every sale whole over ${ROUNDS} kills`, async () => {
  const profile = await demoProfile();
  const acknowledged: Acknowledged[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const desk = await startSignedIn(profile);
    check(await stored(desk), acknowledged);
    const before = acknowledged.length;
    await desk.page.exposeFunction('acknowledge', (sale: Acknowledged) => acknowledged.push(sale));
    // Several counters save at once, each act twice; the page never hears of the last ones.
    await desk.page.evaluate(() => {
      const forever = async (): Promise<void> => {
        for (;;) {
          const id = window.deskbookTest?.newId();
          const [outcome] = await Promise.all([window.deskbookTest?.sell(id), window.deskbookTest?.sell(id)]);
          const doc = outcome?.ok ? outcome.docs[0] : undefined;
          if (doc) window.acknowledge?.({ id: doc.id, no: doc.body.no ?? '' });
        }
      };
      for (let index = 0; index < 3; index += 1) void forever();
    });
    while (acknowledged.length < before + 15 + (round % 4) * 7)
      await new Promise((resolve) => setTimeout(resolve, 5));
    await desk.kill();
  }
  const desk = await startSignedIn(profile);
  const missing = check(await stored(desk), acknowledged);
  const seen = await banners(desk.page);
  await desk.close();
  dropProfile(profile);
  shown('sale-killed', { seen, acknowledged: acknowledged.length, missing });
});
