/** Both sheets of a month on paper: a large shop, an open month, an empty one. */
import { describe, expect, it } from 'vitest';
import { buildForm } from '../../../shared/forms/registry';
import { totalsOf } from '../../../shared/month-end/figures';
import { amountCell } from '../../../shared/forms/texts';
import { CATEGORIES, lines, monthSheetInput as input } from '../../fixtures/month-sheets';
import { pagesOfText, pageSize, plainText, renderForm } from '../../helpers/pdf';

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
