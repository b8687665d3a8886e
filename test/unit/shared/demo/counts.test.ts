/** The demo shop counts each morning while it sells, and what differs is approved and posted. */
import { expect, it } from 'vitest';
import { demoClub, DEMO_SETTINGS } from '@shared/demo/club';
import { demoCountSteps } from '@shared/demo/counts';
import { PretendDesk } from '@shared/demo/pretend-desk';
import { demoProducts } from '@shared/demo/products';
import { Draw } from '@shared/demo/random';
import { demoSale } from '@shared/demo/sales';
import { demoOpeningStock } from '@shared/demo/stock';
import { demoOpenTill } from '@shared/demo/tills';
import type { Count } from '@shared/counts/schema';
import { instantOf } from '@shared/core/time';

const CREDENTIAL = { salt: 'a', hash: 'b', cost: 16_384 };

it('leaves one approved count a day and one in the middle', () => {
  const desk = new PretendDesk('A', DEMO_SETTINGS);
  const draw = new Draw(7);
  const club = demoClub(desk, draw, instantOf('2026-11-18T07:00'), CREDENTIAL);
  const [counter, lead] = ['1001', '1002'].map((no) => club.staff.get(no));
  if (!counter || !lead) throw new Error('no staff');
  const products = demoProducts(desk, draw, club, '2026-11-18T07:10');
  demoOpeningStock(desk, draw, { at: instantOf('2026-11-18T07:20'), products, lead });
  demoOpenTill(desk, draw, counter, instantOf('2026-11-18T07:58'));
  const lines = products.length * DEMO_SETTINGS.locations.length;
  for (const [day, share] of [
    ['2026-11-18', 1],
    ['2026-11-19', 1],
    ['2026-11-20', 0.43],
  ] as const) {
    const sales = {
      products,
      accounts: [],
      day,
      now: instantOf(`${day}T23:00`),
      count: 3,
      lead,
      clerkAt: () => counter,
    };
    const steps = [
      ...demoCountSteps(desk, draw, { day, counter, lead, share }, lines),
      ...['08:33', '08:40', '12:00'].map((time) => ({
        at: instantOf(`${day}T${time}`),
        run: (at: string) => demoSale(desk, draw, sales, at),
      })),
    ];
    for (const { at, run } of steps.sort((a, b) => a.at.localeCompare(b.at))) run(at);
  }
  const counts = [...desk.records.values()].filter(({ kind }) => kind === 'count') as Count[];
  expect(counts.map(({ status }) => status)).toEqual(['approved', 'approved', 'counting']);
  expect(counts[0]?.body.final).toHaveLength(lines);
  expect(counts[1]?.body.previous).toBe(counts[0]?.id);
});
