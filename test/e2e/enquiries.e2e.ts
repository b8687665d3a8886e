// Issue 6, points 1 and 7: a call taken by keyboard alone, known callers, call backs, standard replies, in the real app.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PIN, dropProfile, quietDesk, type Desk } from '../helpers/app';
import { plainText } from '../helpers/pdf';
import { goTo, notice, rows, side, typeOn } from '../helpers/visits';

let desk: Desk;
const files = mkdtempSync(path.join(tmpdir(), 'deskbook-files-'));

/** Answers the system's save dialog, which no driver can reach. */
async function saveAs(name: string): Promise<string> {
  const target = path.join(files, name);
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  return target;
}

/** A clerk's typing speed, milliseconds between keys. */
const KEY_MS = 120;

async function openEnquiries(page: Page): Promise<void> {
  await goTo(page, '/enquiries');
  await page.getByRole('heading', { name: '来电 / 在线受理', exact: true }).waitFor();
}

/** F2, and the form has the focus in its first field. */
async function begin(page: Page): Promise<Locator> {
  await openEnquiries(page);
  await page.keyboard.press('F2');
  await page.locator('.enquiry-form input:focus').waitFor();
  return page.locator('.enquiry-form');
}

/** A caller with a phone, a name, the second identity and the first category; the focus is in what was asked. */
async function caller(page: Page, phone: string, name: string): Promise<void> {
  await typeOn(page, phone, name);
  await page.keyboard.press('2');
  await typeOn(page, '', '');
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
}

beforeAll(async () => {
  desk = await quietDesk('1001', '2026-11-21T01:42:00.000Z');
});

afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

describe('taking a call', () => {
  it('closes what was answered at once, under the day’s number', async () => {
    const { page } = desk;
    await begin(page);
    await caller(page, '138 1234 5678', '王建国');
    await typeOn(page, '请问周六下午有位置吗');
    await page.keyboard.type('有，请提前一天预订');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('LD-A-20261121-0001').waitFor();
    const facts = await side(page).innerText();
    for (const fact of [
      '王建国',
      '访客',
      '咨询',
      '请问周六下午有位置吗',
      '有，请提前一天预订',
      '已办结',
      '林晓彤',
    ])
      expect(facts).toContain(fact);
  });

  it('is filled by the keyboard alone at human speed: known caller, pinyin for the reply', async () => {
    const { page } = desk;
    const form = await begin(page);
    const started = Date.now();
    let keys = 0;
    const press = async (key: string): Promise<void> => {
      await page.keyboard.press(key);
      keys += 1;
      await page.waitForTimeout(KEY_MS);
    };
    const type = async (text: string): Promise<void> => {
      for (const letter of text) {
        await page.keyboard.type(letter);
        keys += 1;
        await page.waitForTimeout(KEY_MS);
      }
    };
    await type('13812345678');
    await press('Enter');
    // The caller is known by now, or the clerk would see nothing to fill from.
    await form.getByRole('button', { name: /1.*王建国/ }).waitFor();
    await press('Alt+1');
    await press('Enter');
    await press('Enter');
    await press('Enter');
    await press('1');
    await press('Enter');
    await type('会员卡丢了怎么补办');
    await press('Enter');
    await press('Alt+r');
    await type('hyk');
    await press('Enter');
    await press('Control+Enter');
    await side(page).getByText('LD-A-20261121-0002').waitFor();
    const seconds = (Date.now() - started) / 1_000;
    process.stdout.write(
      `enquiry by keyboard: ${keys} keys, ${seconds.toFixed(1)} s at ${KEY_MS} ms a key\n`,
    );
    // At this speed the keys alone take less than a third of the 20 seconds.
    expect(keys).toBeLessThan(55);
    const facts = await side(page).innerText();
    expect(facts).toContain('王建国');
    expect(facts).toMatch(/工本费/);
    expect(facts).toContain('会员卡遗失补办');
  });

  it('shows the caller’s earlier records beside the form and overwrites nothing typed', async () => {
    const { page } = desk;
    const form = await begin(page);
    await typeOn(page, '13812345678');
    await form.getByRole('button', { name: /1.*王建国/ }).waitFor();
    expect(await page.getByRole('region', { name: '往来记录' }).getByRole('listitem').count()).toBe(2);
    await page.keyboard.type('王太太');
    await page.keyboard.press('Alt+1');
    expect(await form.getByLabel('姓名').inputValue()).toBe('王太太');
    expect(await form.getByRole('radio', { name: '访客' }).isChecked()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '放弃', exact: true }).click();
  });

  it('hints gently at a forbidden word and saves all the same', async () => {
    const { page } = desk;
    const form = await begin(page);
    await caller(page, '', '');
    await typeOn(page, '几点关门');
    await page.keyboard.type('我不知道');
    await form.getByText('禁用语：“不知道”').waitFor();
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('LD-A-20261121-0003').waitFor();
    expect(await side(page).getByRole('heading', { name: '未留姓名' }).count()).toBe(1);
  });

  it('says what is missing beside each field and loses nothing', async () => {
    const { page } = desk;
    const form = await begin(page);
    await typeOn(page, '1234567');
    await page.keyboard.press('Control+Enter');
    await form.getByText('电话号码不对').waitFor();
    expect(await form.locator('.field .error:visible').allInnerTexts()).toHaveLength(5);
    expect(await form.getByLabel('联系电话').inputValue()).toBe('1234567');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '放弃', exact: true }).click();
  });
});

describe('calling back', () => {
  it('stands on Today until the customer was reached', async () => {
    const { page } = desk;
    await begin(page);
    await caller(page, '13900001111', '李秀英');
    await typeOn(page, '账单多收了一次');
    await typeOn(page, '');
    await page.keyboard.press('2');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('LD-A-20261121-0004').waitFor();
    await side(page).getByText('还剩 2 小时 0 分').waitFor();
    expect(await side(page).innerText()).toContain('按自然时间');
    await goTo(page, '/');
    await page.getByText('回电：李秀英').waitFor();
    await goTo(page, '/enquiries');
    await rows(page).filter({ hasText: '李秀英' }).click();
    await side(page).getByRole('button', { name: '回电', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('无人接听').click();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await side(page).getByText('无人接听').first().waitFor();
    await side(page).getByRole('button', { name: '回电', exact: true }).click();
    await dialog.getByText('已接通并答复').click();
    await dialog.getByLabel('答复内容').fill('已核对，退回一次');
    await dialog.getByRole('button', { name: '保存' }).click();
    await side(page).getByText('已办结').waitFor();
    await goTo(page, '/');
    // Today asks again a moment after a change.
    await page.getByText('回电：李秀英').waitFor({ state: 'detached' });
  });

  it('is handed to a named colleague', async () => {
    const { page } = desk;
    await begin(page);
    await caller(page, '13900002222', '周敏');
    await typeOn(page, '问球包寄存');
    await typeOn(page, '');
    await page.keyboard.press('2');
    await page.keyboard.press('Control+Enter');
    await side(page).getByRole('button', { name: '移交责任人' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('移交给').selectOption({ label: '赵一鸣' });
    await dialog.getByLabel('移交原因').fill('下班');
    await dialog.getByRole('button', { name: '移交责任人' }).click();
    await notice(page, '已移交给 赵一鸣').waitFor();
    await side(page)
      .getByText(/林晓彤 移交给 赵一鸣：下班/)
      .waitFor();
  });
});

describe('passing on', () => {
  it('opens the customer’s order filled in, which closes the enquiry', async () => {
    const { page } = desk;
    const form = await begin(page);
    await caller(page, '13900003333', '赵强');
    await typeOn(page, '想订两盒练习球');
    await typeOn(page, '');
    await page.keyboard.press('5');
    await form.getByRole('button', { name: '保存并转客户订货' }).waitFor();
    await page.keyboard.press('Control+Enter');
    const order = page.getByRole('form', { name: '客户订货', exact: true });
    await order.waitFor();
    expect(await order.getByLabel('客户').first().inputValue()).toBe('赵强');
    expect(await order.getByLabel('电话').inputValue()).toBe('13900003333');
    await page.getByLabel('扫条码，或输入编码、品名、拼音首字母').fill('练习球');
    await page.getByRole('option').last().click();
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('来源').waitFor();
    await side(page)
      .getByRole('link', { name: /来电受理 LD-A-20261121-0006/ })
      .click();
    await side(page).getByText('已办结').waitFor();
    await side(page)
      .getByRole('link', { name: /客户订货 DH-A/ })
      .waitFor();
  });
});

describe('standard replies', () => {
  it('are made from an enquiry, wait for the lead, and are then at hand', async () => {
    const { page } = desk;
    await openEnquiries(page);
    await rows(page).filter({ hasText: '请问周六下午有位置吗' }).click();
    await side(page).getByRole('link', { name: '整理为统一答复' }).click();
    const form = page.getByRole('form', { name: '新增统一答复' });
    expect(await form.getByLabel('适用情形').inputValue()).toBe('请问周六下午有位置吗');
    expect(await form.getByLabel('答复内容').inputValue()).toBe('有，请提前一天预订');
    await form.getByLabel('适用情形').fill('周末订位');
    await form.getByLabel('类别').selectOption({ label: '营业与预订' });
    await page.keyboard.press('Control+Enter');
    await notice(page, '已提交主管审核').waitFor();
    await side(page).getByText('待审核').waitFor();

    await page.keyboard.press('Control+l');
    await page.locator('input[name=staffNo]').fill('1002');
    await page.locator('input[name=pin]').fill(DEMO_PIN);
    await page.keyboard.press('Enter');
    await side(page).getByRole('button', { name: '审核', exact: true }).click();
    await page.getByRole('form', { name: '修改统一答复' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('在用').waitFor();

    await begin(page);
    await page.keyboard.press('Alt+r');
    await page.keyboard.type('zmdw');
    await page.getByRole('option', { name: /周末订位/ }).waitFor();
    await page.keyboard.press('Escape');
    await goTo(page, '/replies');
    await page.getByRole('heading', { name: '统一答复', exact: true }).waitFor();
    await rows(page).filter({ hasText: '会员卡遗失补办' }).click();
    await side(page)
      .getByText(/近 90 天使用 \d+ 次/)
      .waitFor();
  });
});

describe('on paper', () => {
  it('prints the telephone register of the day, phones masked for a clerk', async () => {
    const { page } = desk;
    await openEnquiries(page);
    await rows(page).first().waitFor();
    const target = await saveAs('来电.pdf');
    await page.keyboard.press('Control+p');
    const preview = page.getByRole('dialog');
    await preview.locator('.pdf-page canvas').first().waitFor();
    await preview.getByRole('button', { name: /保存/ }).click();
    await preview.getByText(/已保存/).waitFor();
    const text = plainText(target);
    for (const part of ['客户来电登记表', '王建国', '账单多收了一次', '合计']) expect(text).toContain(part);
  });
});
