/** The lost-property forms on paper: what stands there, what does not, and that a scanner reads the label. */
import { describe, expect, it } from 'vitest';
import { buildForm } from '../../../shared/forms/registry';
import { lostForms } from '../../fixtures/lost-forms';
import { pageSize, pictures, plainText, renderForm, scanned } from '../../helpers/pdf';

const printed = async (id: string): Promise<string> =>
  (await renderForm(buildForm(id, lostForms()[id]))).file;

describe('lost-property forms on paper', () => {
  it('show every column of the register, with a long feature whole', async () => {
    const text = plainText(await printed('lost-register'));
    for (const part of [
      '遗留物品登记表',
      '拾获人签字',
      '存放处/封袋号',
      '领取人签字',
      '认领数量',
      '背面刻LX2019',
      '138****6620',
      '按状态合计',
    ])
      expect(text).toContain(part);
  });

  it('print the claim slip twice with what was checked', async () => {
    const text = plainText(await printed('lost-claim-slip'));
    for (const part of ['存根联', '领取人联', '√银色表带', '身份证123X', '见证人'])
      expect(text).toContain(part);
  });

  it('keep hidden features off the notice', async () => {
    const text = plainText(await printed('lost-notice'));
    expect(text).toContain('银色表带');
    expect(text).not.toContain('LX2019');
  });

  it('make a 60×40 mm label a scanner reads', async () => {
    const file = await printed('lost-label');
    expect(pageSize(file)).toEqual({ width: 60, height: 40 });
    expect(scanned(pictures(file, 300)[0] ?? '')).toEqual(['YL-A-20261121-0001']);
  });

  it('print sheet, loss register and disposals', async () => {
    expect(plainText(await printed('lost-handover'))).toContain('遗留物品移交单');
    expect(plainText(await printed('loss-register'))).toContain('刘志远');
    expect(plainText(await printed('lost-disposals'))).toContain('公安77');
  });
});
