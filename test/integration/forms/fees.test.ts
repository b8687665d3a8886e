/** The forms of fees on paper: amounts in figures and words, both parts, what marks a reprint. */
import { describe, expect, it } from 'vitest';
import { buildForm } from '../../../shared/forms/registry';
import { feeForms } from '../../fixtures/fee-forms';
import { pageSize, plainText, renderForm } from '../../helpers/pdf';

async function printed(
  name: string,
): Promise<{ readonly text: string; readonly file: string; readonly pages: number }> {
  const { form = '', data } = feeForms()[name] ?? {};
  const { file, pages } = await renderForm(buildForm(form, data));
  return { text: plainText(file), file, pages };
}

describe('forms of fees', () => {
  it('print the receipt in two parts on one sheet, in figures and in words', async () => {
    const { text, pages } = await printed('fee-receipt');
    for (const part of [
      '存根联',
      '客户联',
      'SF-A-20261121-0003',
      '刘志远（H-0217）',
      'XY-003',
      'HY000102',
      '¥12,345.00',
      '壹万贰仟叁佰肆拾伍元整',
      '现金¥2,345.00、微信¥10,000.00（4417）',
      '收现金¥2,400.00，找零¥55.00',
      '待开票',
      '本收据不作发票使用',
      '收款单位盖章',
    ])
      expect(text).toContain(part);
    expect(text.split('壹万贰仟叁佰肆拾伍元整')).toHaveLength(3);
    expect(text).not.toContain('补打');
    expect(pages).toBe(1);
  });

  it('mark a reprint and a reversed fee', async () => {
    const { text } = await printed('fee-receipt-reprint');
    expect(text).toContain('补打');
    expect(text).toContain('已冲销');
  });

  it('print the receipt on 80 mm paper', async () => {
    const { text, file } = await printed('fee-receipt-80');
    expect(pageSize(file).width).toBe(80);
    for (const part of ['收费收据', '壹万贰仟叁佰肆拾伍元整', '找零¥55.00', '本收据不作发票使用'])
      expect(text).toContain(part);
  });

  it('print the register with totals per type and tender, and say when there is nothing', async () => {
    const { text } = await printed('fee-register');
    for (const part of [
      '合计38,456.00',
      '会费12笔¥23,456.00',
      '微信14笔¥20,000.00',
      '另有已冲销1笔',
      '已冲销',
    ])
      expect(text).toContain(part);
    expect((await printed('fee-register-empty')).text).toContain('本期无记录');
  });

  it('print 领入 发出 作废 结存 of the month and every move', async () => {
    const { text } = await printed('numbered-sheet');
    for (const part of [
      '卡证票据领用月表',
      'HY000104，HY000107–HY000109，HY000113–HY000200',
      '92（11-30）',
      '未盘点',
      '印刷不清，已剪角（周立）',
      '随收费',
    ])
      expect(text).toContain(part);
  });
});
