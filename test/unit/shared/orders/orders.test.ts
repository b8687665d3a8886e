/** Orders: suggestion, approval, partial receipts, cancellation; customer orders (DOMAIN §4). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GoodsReceived } from '@shared/ledger/entries/stock';
import type { Reversal } from '@shared/ledger/schema';
import { saveCustomerOrder, stepCustomerOrder } from '@shared/orders/customer';
import {
  approvePurchase,
  cancelPurchase,
  placePurchase,
  savePurchase,
  type PurchaseFields,
} from '@shared/orders/purchase';
import { onOrder, outstandingOf, receivedFor, standing, stateOf } from '@shared/orders/receipts';
import type { CustomerOrder, PurchaseOrder } from '@shared/orders/schema';
import { suggestedLines, suggestions } from '@shared/orders/suggest';
import type { Product } from '@shared/products/schema';
import { LEAD, pinOf, type Desk } from '../../../helpers/desk';
import { BY_LEAD, PRODUCTS, held, line, ok, receive, reverse, stockDesk } from '../stock/stock-desk';

const DAY = '2026-11-21';

const save = (desk: Desk, id: string, change: Partial<PurchaseFields> = {}, actId = id) =>
  desk.codes(
    savePurchase,
    {
      id,
      fields: {
        supplier: 'supplier',
        expected: '2026-11-24',
        lines: [line('balls', '1', { packed: true, price: '816' }), line('glove', '10')],
        remark: '',
        ...change,
      },
    },
    { actId },
  );

/** An order that has gone out. */
function ordered(): Desk {
  const desk = stockDesk();
  ok(save(desk, 'p1'));
  ok(desk.codes(approvePurchase, { id: 'p1' }, BY_LEAD));
  ok(desk.codes(placePurchase, { id: 'p1' }));
  return desk;
}

const order = (desk: Desk): PurchaseOrder => desk.get<PurchaseOrder>('p1');
const receipts = (desk: Desk): readonly GoodsReceived[] =>
  standing(
    desk.ledger().filter((entry): entry is GoodsReceived => entry.kind === 'goodsReceived'),
    desk.ledger().filter((entry): entry is Reversal => entry.kind === 'reversal'),
  );
const state = (desk: Desk) => stateOf(order(desk), receivedFor('p1', receipts(desk)));
const come = (desk: Desk, id: string, balls: string, glove: string) =>
  receive(desk, id, {
    order: 'p1',
    orderDay: DAY,
    lines: [line('balls', balls), line('glove', glove)].filter(({ quantity }) => quantity !== '0'),
  });

describe('a purchase order', () => {
  it('is written, approved by a lead who did not write it, placed, and comes in parts', () => {
    const desk = stockDesk();
    ok(save(desk, 'p1'));
    expect(order(desk).body.no).toMatch(/^CG-A-20261121-/);
    expect(order(desk).body.amount).toBe(81_600 + 70_000);
    expect(desk.codes(placePurchase, { id: 'p1' })).toEqual(['orderNotApproved']);
    expect(desk.codes(approvePurchase, { id: 'p1' })).toEqual(['approval leadMustConfirm']);
    ok(desk.codes(approvePurchase, { id: 'p1' }, BY_LEAD));
    expect(save(desk, 'p1', {}, 'later')).toEqual(['orderNotDraft']);
    expect(come(desk, 'r0', '1', '0')).toEqual(['orderNotOut']);
    ok(desk.codes(placePurchase, { id: 'p1' }));
    expect(state(desk)).toBe('ordered');
    ok(come(desk, 'r1', '12', '4'));
    expect(state(desk)).toBe('partly');
    ok(come(desk, 'r2', '0', '6'));
    expect(state(desk)).toBe('received');
    expect([held(desk, 'balls'), held(desk, 'glove')]).toEqual([12, 10]);
    expect(order(desk).status).toBe('ordered');
  });

  it('is not approved by its maker or by who changed it', () => {
    const desk = stockDesk();
    const fields = {
      supplier: 'supplier',
      expected: '2026-11-24',
      lines: [line('balls', '1')],
      remark: '',
    };
    ok(desk.codes(savePurchase, { id: 'p1', fields }, { actor: LEAD, actId: 'a1' }));
    expect(desk.codes(approvePurchase, { id: 'p1' }, { actor: LEAD })).toEqual(['approval notOwnApproval']);
    ok(save(desk, 'p2'));
    ok(desk.codes(savePurchase, { id: 'p2', fields }, { actor: LEAD, actId: 'a2' }));
    expect(desk.codes(approvePurchase, { id: 'p2' }, BY_LEAD)).toEqual(['approval notOwnApproval']);
    ok(desk.codes(approvePurchase, { id: 'p2' }, { witnesses: [pinOf({ ...LEAD, id: 'staff:1009' })] }));
  });

  it('refuses nothing ordered, a day gone by and fractions', () => {
    const desk = stockDesk();
    expect(save(desk, 'p1', { lines: [] })).toEqual(['lines linesEmpty']);
    expect(save(desk, 'p1', { expected: '2026-11-20' })).toEqual(['expected dayPast']);
    expect(save(desk, 'p1', { supplier: '' })).toEqual(['supplier required']);
    expect(save(desk, 'p1', { lines: [line('balls', '1.5')] })).toEqual([
      'lines.0.quantity quantityFraction',
    ]);
  });

  it('refuses more than is to come, another supplier and what was not ordered', () => {
    const desk = ordered();
    expect(come(desk, 'r1', '13', '0')).toEqual(['lines moreThanOrdered']);
    expect(
      receive(desk, 'r1', { order: 'p1', orderDay: DAY, supplier: 'other', lines: [line('balls', '1')] }),
    ).toEqual(['supplier orderOtherSupplier']);
    expect(receive(desk, 'r1', { order: 'p1', orderDay: DAY, lines: [line('water', '1')] })).toEqual([
      'lines notInOrder',
    ]);
    // A wrong day would look for receipts in the wrong place.
    expect(receive(desk, 'r1', { order: 'p1', orderDay: '2026-11-22' })).toEqual(['notFound']);
  });

  it('is waited for again when a receipt is taken back', () => {
    const desk = ordered();
    ok(come(desk, 'r1', '12', '10'));
    expect(state(desk)).toBe('received');
    ok(reverse(desk, 'r1'));
    expect(state(desk)).toBe('ordered');
    ok(come(desk, 'r2', '12', '10'));
    expect(held(desk, 'balls')).toBe(12);
  });

  it('keeps what came when the rest is cancelled', () => {
    const desk = ordered();
    const cancel = (reason: string) => desk.codes(cancelPurchase, { id: 'p1', day: DAY, reason });
    ok(come(desk, 'r1', '12', '0'));
    expect(cancel('')).toEqual(['reason required']);
    ok(cancel('停产'));
    expect(state(desk)).toBe('closedShort');
    expect(onOrder([order(desk)], receipts(desk)).get('glove')).toBeUndefined();
    expect(come(desk, 'r2', '0', '1')).toEqual(['orderNotOut', 'lines notInOrder']);
    expect(cancel('再来')).toEqual(['changedMeanwhile']);
  });

  it('never receives more than ordered nor less than nothing, whatever comes and goes back', () => {
    const step = fc.record({
      balls: fc.integer({ min: 0, max: 15 }),
      glove: fc.integer({ min: 0, max: 12 }),
      back: fc.option(fc.nat(20), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const desk = ordered();
        steps.forEach(({ balls, glove, back }, at) => {
          if (back === null) come(desk, `r${at}`, String(balls), String(glove));
          else reverse(desk, `r${back}`);
          const received = receivedFor('p1', receipts(desk));
          const open = outstandingOf(order(desk), received);
          for (const [product, limit] of [
            ['balls', 12],
            ['glove', 10],
          ] as const) {
            const units = received.get(product) ?? 0;
            expect(units).toBeGreaterThanOrEqual(0);
            expect(units + (open.get(product) ?? 0)).toBe(limit);
            expect(held(desk, product)).toBe(units);
          }
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('suggestions', () => {
  it('propose what with its orders is not above the reorder point, once', () => {
    const desk = stockDesk();
    ok(receive(desk, 'r1', { lines: [line('water', '7'), line('glove', '6')] }));
    const products = PRODUCTS.map((id) => desk.get<Product>(id));
    const [group] = suggestions(products, desk.books(), new Map());
    expect(group?.supplier).toBe('supplier');
    expect(group?.items.map(({ product, quantity }) => [product.id, quantity])).toEqual([
      ['balls', 20],
      ['glove', 20],
    ]);
    const lines = suggestedLines(group?.items ?? []);
    // Two cartons of twelve rather than twenty boxes.
    expect(lines[0]).toEqual({ product: 'balls', packed: true, quantity: '2', price: '840.00' });
    ok(save(desk, 'p1', { lines }));
    const coming = onOrder([order(desk)], receipts(desk));
    expect(coming.get('balls')).toBe(24);
    expect(suggestions(products, desk.books(), coming)).toEqual([]);
  });
});

describe('a customer order', () => {
  const fields = {
    name: '刘志远',
    phone: '138 1234 6620',
    lines: [
      { product: '', packed: false, name: '左手推杆 34 寸', quantity: '1', price: '880' },
      { product: 'balls', packed: true, name: '', quantity: '2', price: '' },
    ],
    neededBy: '2026-11-28',
    deposit: 'YA-A-20261121-0003',
    purchase: '',
    remark: '',
  };
  const enter = (desk: Desk, change: Partial<typeof fields> = {}, actId = 'k1') =>
    desk.codes(saveCustomerOrder, { id: 'k1', fields: { ...fields, ...change } }, { actId });
  const step = (desk: Desk, to: 'arrived' | 'fetched' | 'cancelled', reason = '') =>
    desk.codes(stepCustomerOrder, { id: 'k1', step: to, reason });

  it('is entered with what the shop keeps and what it does not, arrives and is fetched', () => {
    const desk = stockDesk();
    ok(enter(desk));
    expect(step(desk, 'fetched')).toEqual(['changedMeanwhile']);
    const { body } = desk.get<CustomerOrder>('k1');
    expect(body.no).toMatch(/^DH-A-/);
    expect(body).toMatchObject({ phone: '13812346620', amount: 88_000 });
    expect(body.lines.map(({ name, unit }) => [name, unit])).toEqual([
      ['左手推杆 34 寸', ''],
      ['balls', '箱'],
    ]);
    ok(step(desk, 'arrived'));
    expect(enter(desk, {}, 'later')).toEqual(['changedMeanwhile']);
    ok(step(desk, 'fetched'));
    expect(step(desk, 'cancelled', '不要了')).toEqual(['changedMeanwhile']);
  });

  it('names a purchase order that exists, and says why it is cancelled', () => {
    const desk = stockDesk();
    expect(enter(desk, { purchase: 'p1' })).toEqual(['purchase notFound']);
    ok(save(desk, 'p1'));
    ok(enter(desk, { purchase: 'p1' }));
    expect(desk.get<CustomerOrder>('k1').body.purchaseNo).toMatch(/^CG-/);
    expect(step(desk, 'cancelled')).toEqual(['reason required']);
    ok(step(desk, 'cancelled', '客户不要了'));
  });

  it('refuses what cannot be', () => {
    const desk = stockDesk();
    expect(enter(desk, { name: '', phone: '12' })).toEqual(['name required', 'phone badPhone']);
    expect(enter(desk, { lines: [] })).toEqual(['lines linesEmpty']);
    expect(
      enter(desk, { lines: [{ product: '', packed: false, name: ' ', quantity: '-1', price: '' }] }),
    ).toEqual(['lines.0.quantity quantityNegative', 'lines.0 required']);
    expect(enter(desk, { neededBy: '2026-11-20' })).toEqual(['neededBy dayPast']);
  });
});
