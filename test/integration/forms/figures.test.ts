/** 经营统计表 on paper: chart, tables with totals, an empty table that says so. */
import { expect, it } from 'vitest';
import { buildForm } from '../../../shared/forms/registry';
import { shopFiguresInput } from '../../fixtures/shop-figures';
import { pagesOfText, plainText, renderForm } from '../../helpers/pdf';

it('prints the chart of the year, every table with its total, and the formula', async () => {
  const { file, pages } = await renderForm(buildForm('shop-figures', shopFiguresInput()));
  const text = plainText(file);
  for (const part of [
    '经营统计表',
    '近12个月营业额',
    '营业额175,326.0084,407.00107.7%——',
    '高尔夫球四层巡回赛级12粒装（礼盒）',
    '合计2850537,840.00',
    '林晓彤39857,049.00143.34-2,342.0040,780.000.0095,487.00',
    '本期无记录',
    '找零时少收，已复点',
    '营业额=商品净销售额+收费+租借+扣留的押金',
    '审核',
  ])
    expect(text).toContain(part);
  expect(pagesOfText(file)).toHaveLength(pages);
});
