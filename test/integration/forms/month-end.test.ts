/** Both sheets of a month on paper: a large shop, an open month, an empty one. */
import { describe, expect, it } from 'vitest';
import { buildForm } from '../../../shared/forms/registry';
import type { MonthLine } from '../../../shared/ledger/schema';
import { totalsOf } from '../../../shared/month-end/figures';
import type { MonthPaper } from '../../../shared/month-end/papers';
import { amountCell } from '../../../shared/forms/texts';
import { pagesOfText, pageSize, plainText, renderForm } from '../../helpers/pdf';

const CATEGORIES = ['高尔夫球', '手套', '球钉与配件', '服饰', '饮料'];

const lines = Array.from({ length: 200 }, (_, index): MonthLine => ({
  product: `p${index}`,
  sku: `SKU-${String(index + 1).padStart(4, '0')}`,
  name: `商品名称较长的第 ${index + 1} 号`,
  spec: '12 粒装',
  category: CATEGORIES[Math.floor(index / 40)] ?? '',
  unit: '盒',
  opening: 1_200,
  openingAmount: 123_456_789,
  received: 300,
  receivedAmount: 30_864_197,
  sold: 250,
  revenue: 51_440_328,
  soldCost: 25_720_164,
  otherOut: 1,
  otherOutAmount: 102_881,
  closing: 1_249,
  closingAmount: 128_497_941,
  unitCost: 10_288_066,
  adjusted: index % 20 === 0 ? -1 : 0,
  counted: 1_249,
  price: 205_761,
  reason: index % 20 === 0 ? '试戴后遗失，已问当班' : '',
  treatment: index % 20 === 0 ? '按盘亏处理' : '',
}));

const paper: MonthPaper = {
  month: '2026-11',
  closed: {
    round: 2,
    at: '2026-12-01T02:00:00.000Z',
    by: 'staff:2001',
    cut: { A: 900, B: 0 },
    silent: ['B'],
    note: '第二次结账',
  },
  lines,
  late: [{ id: 'x', kind: 'sale', no: 'XS-B-20261030-0007', day: '2026-10-30', place: 'B-000000041' }],
  count: {
    id: 'count:monthEnd:2026-11:1',
    no: 'PD-A-20261130-0001',
    at: '2026-11-30T13:00:00.000Z',
    counter: '工号确认 林晓彤 2026-11-30 21:00',
    supervisor: '工号确认 周立 2026-11-30 21:30',
  },
  taxPercent: 13,
};

const input = (change: Partial<MonthPaper> = {}, withTax = true): object => ({
  club: '青岛海湾高尔夫俱乐部',
  paper: { ...paper, ...change },
  closedBy: '王会计',
  withTax,
});

describe.each([
  ['month-stocktake', '月度库存盘点表', '差异售价额'],
  ['month-report', '商品进销存月报', '毛利率'],
] as const)('the form %s', (form, title, column) => {
  it('repeats its head, totals every category, and signs below the last lines', async () => {
    const { file, missing } = await renderForm(buildForm(form, input()));
    expect(missing).toEqual([]);
    expect(pageSize(file)).toEqual({ width: 297, height: 210 });
    const pages = pagesOfText(file);
    expect(pages.length).toBeGreaterThan(6);
    const text = plainText(file);
    for (const category of CATEGORIES) expect(text).toContain(`${category}小计`);
    expect(text).toContain(title);
    for (const page of pages.slice(0, -1)) expect(page).toContain(column);
    const last = (pages.at(-1) ?? '').replace(/\s/g, '');
    for (const part of [
      '工号确认王会计',
      '合计',
      '补记',
      'XS-B-20261030-0007',
      '未声明记全的接待台：B',
      '第二次结账',
    ])
      expect(last).toContain(part);
    if (form === 'month-report') expect(last).toContain(amountCell(totalsOf(lines).revenue));
  });

  it('says that the month is open, and signs nothing then', async () => {
    const { file } = await renderForm(
      buildForm(form, input({ closed: null, count: null, lines: lines.slice(0, 9) })),
    );
    const text = plainText(file);
    expect(text).toContain('未结账（草表）');
    expect(text).not.toContain('工号确认');
  });

  it('prints an empty month as a form', async () => {
    const { file } = await renderForm(buildForm(form, input({ lines: [], late: [] })));
    expect(plainText(file)).toContain('本期无记录');
  });
});

it('the report says which amounts it shows', async () => {
  const gross = plainText((await renderForm(buildForm('month-report', input()))).file);
  const net = plainText((await renderForm(buildForm('month-report', input({}, false)))).file);
  expect(gross).toContain('金额含税');
  expect(net).toContain('金额不含税（税率13%）');
  expect(net).toContain('换算尾差留在期末金额');
});
