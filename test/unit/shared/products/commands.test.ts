/** Products, dated prices and who must know their facts (DOMAIN §4, §3.9). */
import { describe, expect, it } from 'vitest';
import { acknowledgeFacts } from '@shared/products/acknowledge';
import { EMPTY_PRODUCT, type ProductFields } from '@shared/products/fields';
import { priceOn } from '@shared/products/price';
import { putOnSale, takeOffSale } from '@shared/products/put-on-sale';
import { saveProduct } from '@shared/products/save-product';
import { saveSupplier } from '@shared/products/save-supplier';
import type { Product } from '@shared/products/schema';
import { setPrice } from '@shared/products/set-price';
import type { Staff } from '@shared/directory/schema';
import { ADMIN, CLERK, Desk, LEAD } from '../../../helpers/desk';

const NOON = '2026-11-21T04:00:00.000Z';
const FIELDS: ProductFields = {
  ...EMPTY_PRODUCT,
  sku: 'SP0001',
  barcode: '6901234500017',
  name: '高尔夫球 三层',
  spec: '3 粒装',
  unit: '盒',
  category: '高尔夫球',
  price: '120',
  memberPrice: '108',
  cost: '72',
  facts: '三层球，适合中等挥速。',
};

const lead = { actor: LEAD };
const product = (desk: Desk, id = 'p1'): Product => desk.records.get(id) as Product;

function shop(): Desk {
  const desk = new Desk(NOON);
  const clerk = {
    id: CLERK.id,
    kind: 'staff',
    status: 'active',
    body: { v: 1, name: CLERK.name, roles: ['clerk'] },
  };
  desk.records.set(CLERK.id, clerk as unknown as Staff);
  desk.run(saveProduct, { id: 'p1', fields: FIELDS }, lead);
  return desk;
}
const save = (desk: Desk, id: string, change: Partial<ProductFields>): readonly string[] =>
  desk.codes(saveProduct, { id, fields: { ...FIELDS, ...change } }, lead);

describe('product.save', () => {
  it('keeps what was typed, new and not yet on sale', () => {
    const { status, key, body } = product(shop());
    expect([status, key, body.prices]).toEqual([
      'new',
      '6901234500017',
      [{ from: '2026-11-21', price: 12_000, memberPrice: 10_800 }],
    ]);
  });

  it.each<[string, Partial<ProductFields>, string]>([
    ['a price of 0', { price: '0' }, 'price badMoney'],
    ['a negative price', { price: '-1' }, 'price badMoney'],
    ['a price of 10^9', { price: '999999999' }, 'price priceTooHigh'],
    ['a member price above the price', { memberPrice: '121' }, 'memberPrice memberPriceHigher'],
    ['a doubled number', { barcode: '' }, 'sku codeTaken'],
    ['a doubled barcode', { sku: 'SP0002' }, 'barcode codeTaken'],
    ["a barcode that is another's number", { sku: 'X', barcode: 'SP0001' }, 'barcode codeTaken'],
    ['a pack of one', { packUnit: '箱', packSize: '1' }, 'packSize badNumber'],
    ['a pack without its unit', { packSize: '12' }, 'packUnit required'],
    ['half a piece to reorder', { reorderPoint: '1.5' }, 'reorderPoint badNumber'],
    ['a negative reorder point', { reorderPoint: '-3' }, 'reorderPoint badNumber'],
    ['no name', { name: ' ' }, 'name required'],
    ['no facts', { facts: '' }, 'facts required'],
  ])('refuses %s', (_what, change, code) => expect(save(shop(), 'p2', change)).toContain(code));

  it('knows the barcode of a pack as well', () => {
    const desk = shop();
    const pack = { sku: 'SP0002', barcode: '690', packUnit: '箱', packSize: '12', packBarcode: '691' };
    expect(save(desk, 'p2', pack)).toEqual([]);
    expect(save(desk, 'p3', { sku: 'SP0003', barcode: '691' })).toEqual(['barcode codeTaken']);
    expect(
      save(desk, 'p4', { sku: 'SP0004', barcode: '7', packUnit: '箱', packSize: '2', packBarcode: '7' }),
    ).toEqual(['packBarcode packBarcodeSame']);
  });

  it('leaves prices alone when particulars change, and raises the version of changed facts', () => {
    const desk = shop();
    expect(save(desk, 'p1', { name: '高尔夫球', price: '5' })).toEqual([]);
    expect(product(desk).body.prices[0]?.price).toBe(12_000);
    expect(product(desk).body.facts.version).toBe(1);
    save(desk, 'p1', { facts: '另一种说明' });
    expect(product(desk).body.facts.version).toBe(2);
  });
});

describe('product.setPrice', () => {
  const set = (desk: Desk, from: string, price = '130', memberPrice = ''): readonly string[] =>
    desk.codes(setPrice, { id: 'p1', from, price, memberPrice }, lead);

  it('holds from its day on and keeps the earlier one', () => {
    const desk = shop();
    expect(set(desk, '2026-12-01')).toEqual([]);
    expect(priceOn(product(desk).body, '2026-11-30')?.price).toBe(12_000);
    expect(priceOn(product(desk).body, '2026-12-01')?.price).toBe(13_000);
    expect(priceOn(product(desk).body, '2026-11-20')).toBeNull();
  });
  it('takes the place of one for the same day', () => {
    const desk = shop();
    set(desk, '2026-12-01', '130');
    set(desk, '2026-12-01', '140');
    expect(product(desk).body.prices).toHaveLength(2);
  });
  it('changes nothing that was sold already', () =>
    expect(set(shop(), '2026-11-20')).toEqual(['from priceInPast']));
  it('refuses nonsense', () => expect(set(shop(), '', '0')).toEqual(['price badMoney', 'from required']));
});

describe('on sale', () => {
  it('only after every clerk has acknowledged the facts', () => {
    const desk = shop();
    expect(desk.run(putOnSale, { ids: ['p1'] }, lead)).toEqual([
      { code: 'factsUnread', params: { product: '高尔夫球 三层', names: CLERK.name } },
    ]);
    expect(desk.codes(acknowledgeFacts, { ids: ['p1'] })).toEqual([]);
    expect(desk.codes(acknowledgeFacts, { ids: ['p1'] })).toEqual(['nothingToAcknowledge']);
    expect(desk.codes(putOnSale, { ids: ['p1'] }, lead)).toEqual([]);
    expect(product(desk).status).toBe('onSale');
  });
  it('again only after changed facts were read too', () => {
    const desk = shop();
    desk.run(acknowledgeFacts, { ids: ['p1'] });
    desk.run(putOnSale, { ids: ['p1'] }, lead);
    desk.run(takeOffSale, { ids: ['p1'] }, lead);
    save(desk, 'p1', { facts: '换了厂家' });
    expect(desk.codes(putOnSale, { ids: ['p1'] }, lead)).toEqual(['factsUnread']);
  });
});

it('has one supplier of a name', () => {
  const desk = new Desk(NOON);
  const supplier = { name: '远航体育', contact: '', phone: '', leadDays: '7', remark: '', active: true };
  expect(desk.codes(saveSupplier, { id: 's1', ...supplier }, { actor: ADMIN })).toEqual([]);
  expect(desk.codes(saveSupplier, { id: 's2', ...supplier }, lead)).toEqual(['name nameTaken']);
  expect(desk.codes(saveSupplier, { id: 's2', ...supplier, name: '甲', leadDays: '1.5' }, lead)).toEqual([
    'leadDays badNumber',
  ]);
});
