/** The demo shop keeps the rules: every product is on sale, with codes of its own. */
import { expect, it } from 'vitest';
import { DEMO_SETTINGS, demoClub } from '@shared/demo/club';
import { PretendDesk } from '@shared/demo/pretend-desk';
import { demoProducts } from '@shared/demo/products';
import { Draw } from '@shared/demo/random';
import { codesOf } from '@shared/products/fields';

it('stands on its shelves', () => {
  const desk = new PretendDesk('A', DEMO_SETTINGS);
  const draw = new Draw(1);
  const club = demoClub(desk, draw, '2026-10-22T22:00:00.000Z', { salt: 'a', hash: 'b', cost: 16_384 });
  const products = demoProducts(desk, draw, club, '2026-10-23T06:00');
  expect(products.length).toBeGreaterThanOrEqual(80);
  expect(products.every(({ status }) => status === 'onSale')).toBe(true);
  const codes = products.flatMap(({ body }) => codesOf(body));
  expect(new Set(codes).size).toBe(codes.length);
});
