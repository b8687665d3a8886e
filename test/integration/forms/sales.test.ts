/** Receipts of sales and refunds on paper (FORMS): 80 mm and A4. */
import { describe, expect, it } from 'vitest';
import type { Refund, Sale } from '@shared/ledger/entries/sales';
import type { SaleReceiptInput } from '@shared/sales/forms/receipt';
import { buildForm } from '../../../shared/forms/registry';
import { pageSize, pagesOfText, plainText, renderForm } from '../../helpers/pdf';

const line = (name: string, spec: string, quantity: number, price: number, change: object = {}): object => ({
  product: name,
  sku: 'SP0001',
  name,
  spec,
  unit: '盒',
  category: '高尔夫球',
  quantity,
  factor: 1,
  location: '展架',
  price,
  pricing: 'list',
  discount: 0,
  share: 0,
  amount: quantity * price,
  gift: false,
  ...change,
});
const payment = (tender: string, amount: number, change: object = {}): object => ({
  tender,
  amount,
  given: 0,
  terminal: '',
  ref: '',
  account: '',
  ...change,
});

const SALE = {
  kind: 'sale',
  at: '2026-11-21T02:40:00.000Z',
  body: {
    no: 'XS-A-20261121-0011',
    lines: [
      line('高尔夫球 三层', '3 粒装', 4, 12_000, { share: 1_000, amount: 47_000 }),
      line('女士防晒冰丝袖套加长款高尔夫专用', '均码 藏青色', 1, 8_800),
      line('矿泉水', '550 ml', 2, 500, { gift: true, discount: 1_000, amount: 0 }),
    ],
    discount: 1_000,
    rounding: 0,
    total: 55_800,
    payments: [payment('cash', 5_800, { given: 10_000 }), payment('wechat', 50_000, { ref: '8812' })],
    customer: { name: '刘志远', phone: '13800001234', memberNo: 'H-0217' },
    invoice: { state: 'none', title: '', taxNo: '', number: '', redNumber: '' },
    reason: '老客户',
  },
} as unknown as Pick<Sale, 'kind' | 'at' | 'body'>;

const REFUND = {
  kind: 'refund',
  at: '2026-11-21T03:10:00.000Z',
  body: {
    no: 'TH-A-20261121-0001',
    sale: 's',
    saleNo: 'XS-A-20261121-0011',
    lines: [{ ...line('高尔夫球 三层', '3 粒装', 1, 12_000), line: 0, amount: 11_750 }],
    total: 11_750,
    payments: [payment('wechat', 11_750, { ref: '8812' })],
    reason: '买多了',
  },
} as unknown as Pick<Refund, 'kind' | 'at' | 'body'>;

const input = (entry: SaleReceiptInput['entry'], reprint = false): SaleReceiptInput => ({
  club: '青岛海湾高尔夫俱乐部',
  entry,
  clerk: '林晓彤',
  reprint,
});

const SAID = [
  'XS-A-20261121-0011',
  '高尔夫球三层3粒装',
  '480.00',
  '矿泉水550ml（赠）',
  '合计¥558.00',
  '微信¥500.00（8812）',
  '实收¥100.00',
  '找零¥42.00',
  '林晓彤',
  '本小票不作发票使用',
];

describe('sale receipts', () => {
  it('stand on 80 mm paper with what was paid and the change', async () => {
    const { file, pages } = await renderForm(buildForm('sale-receipt-80', input(SALE)));
    const text = plainText(file);
    for (const part of SAID) expect(text).toContain(part);
    expect(text).toContain('优惠¥10.00合计¥558.00');
    expect(text).not.toContain('补打');
    expect(pageSize(file).width).toBe(80);
    expect(pages).toBe(1);
  });

  it('stand on A4 with the customer and the amount in words', async () => {
    const { file, pages } = await renderForm(buildForm('sale-receipt', input(SALE, true)));
    const text = plainText(file);
    for (const part of [...SAID, '补打', '客户：刘志远', '伍佰伍拾捌元整', '优惠-10.00合计558.00'])
      expect(text).toContain(part);
    expect(pageSize(file)).toEqual({ width: 210, height: 297 });
    expect(pages).toBe(1);
  });

  it.each(['sale-receipt', 'sale-receipt-80'])('name the sale a refund belongs to: %s', async (form) => {
    const { file } = await renderForm(buildForm(form, input(REFUND)));
    const text = plainText(file);
    for (const part of [
      '退货小票',
      'TH-A-20261121-0001',
      '原销售单XS-A-20261121-0011',
      '退款合计¥117.50',
      '微信¥117.50（8812）',
    ])
      expect(text).toContain(part);
  });

  it('go on over pages with their head repeated', async () => {
    const many = Array.from({ length: 60 }, (_, at) => line(`商品 ${at + 1}`, '', 1, 100));
    const sale = { ...SALE, body: { ...SALE.body, lines: many } } as unknown as typeof SALE;
    const { file, pages } = await renderForm(buildForm('sale-receipt', input(sale)));
    expect(pages).toBeGreaterThan(1);
    for (const page of pagesOfText(file)) expect(page).toContain('XS-A-20261121-0011');
  });
});
