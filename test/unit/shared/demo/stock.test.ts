/** A month of the demo shop's goods keeps the rules: orders come in, displays are filled, nothing goes below zero. */
import { expect, it } from 'vitest';
import { addDays, instantOf } from '@shared/core/time';
import { DEMO_SETTINGS, demoClub } from '@shared/demo/club';
import { PretendDesk } from '@shared/demo/pretend-desk';
import { demoProducts } from '@shared/demo/products';
import { Draw } from '@shared/demo/random';
import { demoCustomerOrder, demoOpeningStock, demoStockDay } from '@shared/demo/stock';
import type { Actor } from '@shared/core/command';
import { onHand } from '@shared/ledger/books';
import { takeOut } from '@shared/stock/take-out';

it('is stocked, ordered, delivered and restocked for four weeks', () => {
  const desk = new PretendDesk('A', DEMO_SETTINGS);
  const draw = new Draw(1);
  const first = '2026-10-23';
  const opened = instantOf(`${first}T06:00`);
  const club = demoClub(desk, draw, opened, { salt: 'a', hash: 'b', cost: 16_384 });
  const products = demoProducts(desk, draw, club, `${first}T06:00`);
  const clerk = club.staff.get('1001') as Actor;
  const lead = club.staff.get('1002') as Actor;
  demoOpeningStock(desk, draw, { at: opened, products, lead });
  for (let index = 1; index <= 28; index += 1) {
    const day = addDays(first, index);
    const at = instantOf(`${day}T08:10`);
    demoStockDay(desk, draw, { at, day, products, clerk, lead });
    if (index % 9 === 0)
      demoCustomerOrder(desk, draw, { at, day, clerk }, { name: '刘志远', phone: '13812346620' });
    // Stands in for the day's sales: customers take what stands on the display.
    const [display = ''] = DEMO_SETTINGS.locations;
    const wanted = new Set(Array.from({ length: 16 }, () => draw.one(products).id));
    const lines = [...wanted].flatMap((product) => {
      const quantity = Math.min(draw.whole(1, 5), onHand(desk.books(), product, display));
      return quantity > 0 ? [{ product, packed: false, quantity: String(quantity), price: '' }] : [];
    });
    const id = draw.id(at);
    const fields = {
      reason: 'used',
      location: display,
      supplier: '',
      counterpart: '客人',
      lines,
      remark: '',
    };
    desk.run(takeOut, { id, fields }, id, at, clerk);
  }
  const kinds = [...desk.records.values()].map(({ kind }) => kind);
  const count = (kind: string): number => kinds.filter((one) => one === kind).length;
  expect(count('purchaseOrder')).toBeGreaterThan(2);
  expect(count('goodsReceived')).toBeGreaterThan(4);
  expect(count('transfer')).toBeGreaterThan(2);
  expect(count('customerOrder')).toBe(3);
  const totals = products.map(({ id }) =>
    Object.values(desk.books().stock[id] ?? {}).reduce((sum, quantity) => sum + quantity, 0),
  );
  expect(Math.min(...totals)).toBeGreaterThanOrEqual(0);
});
