/** Shelf labels and price list on paper (FORMS): what stands there, at the price of the day, readable by a scanner. */
import { describe, expect, it } from 'vitest';
import type { PriceLabel } from '@shared/products/forms/price-labels';
import { priceRows } from '@shared/products/forms/rows';
import type { Product } from '@shared/products/schema';
import { buildForm } from '@shared/forms/registry';
import { pageSize, pagesOfText, pictures, plainText, renderForm, scanned } from '../../../helpers/pdf';

const product = (sku: string, change: Partial<Product['body']> = {}): Product =>
  ({
    body: {
      sku,
      barcode: '6901234500017',
      name: '高尔夫球 三层',
      spec: '3 粒装',
      unit: '盒',
      category: '高尔夫球',
      shelf: 'A-01',
      pack: { unit: '箱', size: 12, barcode: '', price: null },
      prices: [
        { from: '2026-11-01', price: 12_000, memberPrice: 10_800 },
        { from: '2026-12-01', price: 13_000, memberPrice: null },
      ],
      ...change,
    },
  }) as Product;

const LONG = product('SP0002', {
  name: '短袖球衣 男 速干防晒 会标刺绣 限量版 青岛海湾高尔夫俱乐部三十周年纪念',
  spec: 'XXL 深海蓝',
  barcode: '',
  pack: null,
  category: '服饰',
  prices: [{ from: '2026-11-01', price: 99_999_999, memberPrice: 99_999_998 }],
});

describe('the price of a day', () => {
  it('is what stands on paper; a pack without its own price costs its pieces', () => {
    expect(priceRows([product('SP0001')], '2026-11-30')).toMatchObject([
      { price: 12_000, memberPrice: 10_800, pack: '箱×12 1,440.00', code: '6901234500017' },
    ]);
    expect(priceRows([product('SP0001')], '2026-12-01')).toMatchObject([
      { price: 13_000, memberPrice: null },
    ]);
    expect(priceRows([product('SP0001')], '2026-10-31')).toEqual([]);
  });
});

describe('price labels', () => {
  const labels: readonly PriceLabel[] = priceRows([product('SP0001'), LONG], '2026-11-21');

  it('are one a page of the label printer’s size, and a scanner reads them', async () => {
    const { file, pages } = await renderForm(buildForm('price-label', { labels }));
    expect(pages).toBe(2);
    expect(pageSize(file)).toEqual({ width: 60, height: 40 });
    const [first = '', second = ''] = pagesOfText(file);
    for (const part of ['高尔夫球 三层 3 粒装', '¥120.00 / 盒', '会员价 ¥108.00', 'A-01'])
      expect(first).toContain(part);
    expect(second).toContain('¥999,999.99');
    const shots = pictures(file, 200);
    expect(shots.flatMap(scanned)).toEqual(['6901234500017', 'SP0002']);
  });

  it('stand in columns on A4', async () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ ...labels[0], code: `69000000000${index}` }));
    const { file, pages } = await renderForm(buildForm('price-label-sheet', { labels: many }));
    expect(pages).toBe(2);
    expect(pageSize(file)).toEqual({ width: 210, height: 297 });
    expect(plainText(file).match(/会员价¥108.00/g)).toHaveLength(25);
  });
});

describe('the price list', () => {
  it('has a table for each category, the day its prices hold, and 本期无记录 when empty', async () => {
    const rows = priceRows([product('SP0001'), LONG], '2026-11-21');
    const { file } = await renderForm(buildForm('price-list', { club: '海湾', day: '2026-11-21', rows }));
    const text = plainText(file);
    for (const part of [
      '价目表',
      '生效日期2026-11-21',
      '高尔夫球',
      '服饰',
      '120.00',
      '108.00',
      '箱×121,440.00',
      '999,999.99',
      '共2种商品',
    ])
      expect(text).toContain(part);
    const empty = await renderForm(buildForm('price-list', { club: '海湾', day: '2026-11-21', rows: [] }));
    expect(plainText(empty.file)).toContain('本期无记录');
  });
});
