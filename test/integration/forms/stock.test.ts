/** The forms of stock and orders on paper: columns, totals in figures and words, who confirmed, what was taken back. */
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildForm } from '../../../shared/forms/registry';
import { stockForms } from '../../fixtures/stock-forms';
import { plainText, renderForm } from '../../helpers/pdf';

/** Folder for what the tests print, when somebody wants to look. */
const pictures = process.env.DESKBOOK_PICTURES;

async function printed(name: string): Promise<string> {
  const { form = '', data } = stockForms()[name] ?? {};
  const { file, pages } = await renderForm(buildForm(form, data));
  if (pictures) copyFileSync(file, path.join(pictures, `${name}.pdf`));
  expect(pages).toBe(1);
  return plainText(file);
}

describe('forms of stock and orders', () => {
  it.each([
    [
      'received',
      [
        '入库单',
        '供应商supplier',
        'SH20261120-07',
        'SP0006',
        '箱',
        '合计（大写）',
        '经办',
        '主管',
        '外箱一只压痕，内货完好',
      ],
    ],
    ['reversed', ['入库单已冲销']],
    ['transfer', ['出库单（调拨）', '库房', '展架', '补架']],
    ['scrapped', ['出库单（报损）', '受潮发霉，不能出售', '工号确认周立']],
    ['returned', ['出库单（退供应商）', '合计（大写）', '与订货规格不符']],
    ['list', ['库存表', '-3*', '带*的为负数', '合计']],
    ['order', ['采购订货单', '已审批', '2026-11-24', '合计（大写）', '工号确认周立']],
    ['customer', ['客户订货单', '138****6620', '左手推杆34寸，灰色握把', '2,876.00', 'YA-A-20261121-0003']],
  ])('print %s', async (name, parts) => {
    const text = (await printed(name)).replace(/\s/g, '');
    for (const part of parts) expect(text).toContain(part);
  });
});
