/** Goods in, out and between places; what is refused; what a reversal restores (DOMAIN §4). */
import { describe, expect, it } from 'vitest';
import type { GoodsReceived, OtherOut } from '@shared/ledger/entries/stock';
import type { Reversal } from '@shared/ledger/schema';
import type { Product } from '@shared/products/schema';
import { restocks, stockLevels } from '@shared/stock/levels';
import { historyOf } from '@shared/stock/history';
import { DEFAULT_SETTINGS } from '@shared/core/settings';
import { CLERK, LEAD, pinOf } from '../../../helpers/desk';
import { NEXT } from '../../../helpers/tills';
import {
  BY_LEAD,
  DISPLAY,
  PRODUCTS,
  STORE,
  held,
  line,
  move,
  ok,
  out,
  receive,
  reverse,
  stockDesk,
} from './stock-desk';

describe('goods in', () => {
  it('adds pieces and packs, keeps price and number, and renews the last cost', () => {
    const desk = stockDesk();
    ok(
      receive(desk, 'r1', {
        lines: [line('balls', '2', { packed: true, price: '816' }), line('glove', '3')],
      }),
    );
    expect(held(desk, 'balls', STORE)).toBe(24);
    expect(held(desk, 'glove')).toBe(3);
    const { body } = desk.get<GoodsReceived>('r1');
    expect(body.no).toMatch(/^RK-A-20261121-/);
    expect(body.amount).toBe(2 * 81_600 + 3 * 7_000);
    expect(desk.get<Product>('balls').body.cost).toBe(6_800);
    expect(desk.get<Product>('glove').body.cost).toBe(7_000);
  });

  it.each([
    ['-1', 'quantityNegative'],
    ['−2', 'quantityNegative'],
    ['1.5', 'quantityFraction'],
    ['0', 'quantityMissing'],
    ['', 'quantityMissing'],
    ['三', 'quantityNoNumber'],
    ['6901234500017', 'quantityTooHigh'],
  ])('refuses the quantity “%s”', (quantity, code) => {
    const desk = stockDesk();
    expect(receive(desk, 'r1', { lines: [line('balls', quantity)] })).toEqual([`lines.0.quantity ${code}`]);
    expect(desk.ledger()).toEqual([]);
  });

  it('refuses no lines, an unknown product, a wild price, no place and no supplier', () => {
    const desk = stockDesk();
    expect(receive(desk, 'r1', { lines: [] })).toEqual(['lines linesEmpty']);
    expect(receive(desk, 'r1', { lines: [line('gone', '1')] })).toEqual(['lines.0 notFound']);
    expect(receive(desk, 'r1', { lines: [line('balls', '1', { price: '1000000000' })] })).toEqual([
      'lines.0.price badMoney',
    ]);
    expect(receive(desk, 'r1', { lines: [line('balls', '1', { price: '2000000' })] })).toEqual([
      'lines.0.price priceTooHigh',
    ]);
    expect(receive(desk, 'r1', { location: '车库', supplier: '' })).toEqual([
      'location required',
      'supplier required',
    ]);
    expect(desk.ledger()).toEqual([]);
  });

  it('takes free goods at 0 without touching the cost, and a double Enter once', () => {
    const desk = stockDesk();
    ok(receive(desk, 'r1', { lines: [line('balls', '1', { price: '0' })] }));
    ok(receive(desk, 'r1', { lines: [line('balls', '1', { price: '0' })] }));
    expect(desk.ledger()).toHaveLength(1);
    expect(desk.get<Product>('balls').body.cost).toBe(7_000);
  });

  it('lets a lead enter opening stock once per product and place', () => {
    const desk = stockDesk();
    const opening = { source: 'opening' as const, supplier: '' };
    expect(receive(desk, 'o1', opening)).toEqual(['openingByLead']);
    ok(receive(desk, 'o1', opening, { actor: LEAD }));
    expect(receive(desk, 'o2', opening, { actor: LEAD })).toEqual(['lines openingTwice']);
    ok(receive(desk, 'o3', { ...opening, location: DISPLAY }, { actor: LEAD }));
    ok(reverse(desk, 'o1', {}, { witnesses: [pinOf({ ...LEAD, id: 'staff:1009' })] }));
    ok(receive(desk, 'o4', opening, { actor: LEAD }));
    expect(held(desk, 'balls')).toBe(10);
  });
});

describe('goods out', () => {
  it('asks a supplier for a return, somebody for what is used or given, another lead for what is scrapped', () => {
    const desk = stockDesk();
    expect(
      out(desk, 'c1', { reason: 'supplierReturn', lines: [line('balls', '1')], remark: '破损' }),
    ).toEqual(['supplier required']);
    ok(
      out(desk, 'c1', {
        reason: 'supplierReturn',
        supplier: 'supplier',
        lines: [line('balls', '1')],
        remark: '破损',
      }),
    );
    expect(desk.get<OtherOut>('c1').body.counterpart).toBe('供应商 supplier');
    expect(out(desk, 'c2', { counterpart: '' })).toEqual(['counterpart required']);
    expect(out(desk, 'c3', { reason: 'gift', counterpart: '' })).toEqual(['counterpart required']);
    expect(out(desk, 'c4', { reason: 'scrapped', remark: '受潮' })).toEqual(['approval leadMustConfirm']);
    expect(out(desk, 'c4', { reason: 'scrapped', remark: '受潮' }, { actor: LEAD })).toEqual([
      'approval notOwnApproval',
    ]);
    expect(out(desk, 'c4', { reason: 'scrapped' }, BY_LEAD)).toEqual(['remark required']);
    ok(out(desk, 'c4', { reason: 'scrapped', remark: '受潮' }, BY_LEAD));
    expect(desk.get<OtherOut>('c4').body.approval?.name).toBe(LEAD.name);
    expect(desk.get<OtherOut>('c4').body.no).toMatch(/^CK-A-/);
    expect(out(desk, 'c5', { reason: 'lost' })).toEqual(['reason required']);
  });

  it('goes below zero without clipping, and says so', () => {
    const desk = stockDesk();
    ok(out(desk, 'c1', { lines: [line('balls', '3', { price: '' })] }));
    expect(held(desk, 'balls', DISPLAY)).toBe(-3);
    const [level] = stockLevels([desk.get<Product>('balls')], desk.books(), DEFAULT_SETTINGS.locations);
    expect(level).toMatchObject({ negative: true, thin: true, total: -3 });
  });
});

describe('transfers and restocking', () => {
  it('moves between two places and leaves the sum', () => {
    const desk = stockDesk();
    ok(receive(desk, 'r1', { lines: [line('balls', '1', { packed: true })] }));
    ok(move(desk, 't1'));
    expect([held(desk, 'balls', STORE), held(desk, 'balls', DISPLAY), held(desk, 'balls')]).toEqual([
      10, 2, 12,
    ]);
    expect(move(desk, 't2', { to: STORE })).toEqual(['to sameLocation']);
    expect(move(desk, 't2', { from: '', to: DISPLAY })).toEqual(['from required']);
  });

  it('proposes thin displays the store can fill, up to twice the minimum', () => {
    const desk = stockDesk();
    ok(receive(desk, 'r1', { lines: [line('balls', '20'), line('glove', '3')] }));
    ok(receive(desk, 'r2', { location: DISPLAY, lines: [line('balls', '3'), line('water', '9')] }));
    const products = PRODUCTS.map((id) => desk.get<Product>(id));
    const levels = stockLevels(products, desk.books(), DEFAULT_SETTINGS.locations);
    expect(restocks(levels).map(({ product, quantity }) => [product.id, quantity])).toEqual([
      ['balls', 5],
      ['glove', 3],
    ]);
    ok(move(desk, 't1', { lines: [line('balls', '5'), line('glove', '3')] }));
    const after = stockLevels(products, desk.books(), DEFAULT_SETTINGS.locations);
    expect(restocks(after)).toEqual([]);
    // Gloves stay thin: the store is empty.
    expect(after.filter(({ thin }) => thin).map(({ id }) => id)).toEqual(['glove']);
  });
});

describe('reversal', () => {
  it('restores the stock, names the first entry and happens once', () => {
    const desk = stockDesk();
    ok(receive(desk, 'r1'));
    expect(reverse(desk, 'r1', {}, {})).toEqual(['approval leadMustConfirm']);
    expect(reverse(desk, 'r1', { reason: ' ' })).toEqual(['reason required']);
    ok(reverse(desk, 'r1'));
    expect(held(desk, 'balls')).toBe(0);
    const { body } = desk.get<Reversal>('reversal:r1');
    expect(body).toMatchObject({ of: 'r1', ofKind: 'goodsReceived', reason: '录错' });
    expect(reverse(desk, 'r1', {}, { actId: 'again', witnesses: [pinOf(LEAD)] })).toEqual(['entryReversed']);
  });

  it('is never one’s own, nor of what has its own way back', () => {
    const desk = stockDesk();
    ok(receive(desk, 'r1', {}, { actor: LEAD }));
    expect(reverse(desk, 'r1', {}, { actor: LEAD })).toEqual(['approval notOwnApproval']);
    expect(reverse(desk, 'r1', {}, { actor: CLERK, witnesses: [pinOf(NEXT)] })).toEqual([
      'approval leadMustConfirm',
    ]);
    ok(receive(desk, 'r2'));
    ok(reverse(desk, 'r2'));
    expect(reverse(desk, 'reversal:r2')).toEqual(['notReversible']);
    expect(reverse(desk, 'nothing')).toEqual(['notFound']);
  });
});

describe('history', () => {
  it('runs from the opening to what is on hand now, each line with its entry', () => {
    const desk = stockDesk();
    ok(receive(desk, 'r1'));
    ok(move(desk, 't1'));
    ok(out(desk, 'c1'));
    const { opening, rows, closing } = historyOf(desk.ledger().slice(1), 'balls', {
      location: '',
      now: held(desk, 'balls'),
      to: '2026-11-21',
    });
    expect(opening).toBe(5);
    expect(rows.map(({ entry, quantity, balance }) => [entry.id, quantity, balance])).toEqual([
      ['t1', -2, 3],
      ['t1', 2, 5],
      ['c1', -1, 4],
    ]);
    expect(closing).toBe(4);
    const display = historyOf(desk.ledger(), 'balls', {
      location: DISPLAY,
      now: held(desk, 'balls', DISPLAY),
      to: '2026-11-21',
    });
    expect(display.rows.map(({ balance }) => balance)).toEqual([2, 1]);
  });
});
