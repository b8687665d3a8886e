// Products as a lead keeps them and clerks come to know them, in the real app (DOMAIN §4, §3.9).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropProfile, quietDesk, signInAs, startDesk, type Desk } from '../helpers/app';
import { dialog } from '../helpers/fees';
import { plainText } from '../helpers/pdf';
import { chooseFile, openProducts, takeOver } from '../helpers/products';
import { goTo, notice, rows, side, typeOn } from '../helpers/visits';

const CLOCK = '2026-11-26T01:42:00Z';
const SHOTS = process.env.DESKBOOK_PICTURES ?? '';
const HEAD = '编码,条码,品名,规格,单位,类别,售价,会员价,商品说明,颜色';
let desk: Desk;
const files = mkdtempSync(path.join(tmpdir(), 'deskbook-files-'));

async function shot(name: string): Promise<void> {
  if (SHOTS) await desk.page.screenshot({ path: path.join(SHOTS, `products-${name}.png`) });
}

/** The file of a kind that was written last; it is removed. */
function takeFile(ending: string): string {
  const [name = ''] = readdirSync(files).filter((one) => one.endsWith(ending));
  return path.join(files, name);
}

beforeAll(async () => {
  desk = await quietDesk('1002', CLOCK);
  await desk.close();
  desk = await startDesk({ profile: desk.profile, args: [`--clock=${CLOCK}`, `--save-to=${files}`] });
  await signInAs(desk.page, '1002');
});
afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

describe('a new product', () => {
  it('is registered by keyboard; a barcode that is used is refused beside its field', async () => {
    const { page } = desk;
    await openProducts(page);
    await rows(page).first().waitFor();
    await shot('register');
    await page.keyboard.press('F2');
    await page.locator('form[aria-label=新商品] input:focus').waitFor();
    await typeOn(page, '高尔夫手套 冬季', '保暖 双手', 'SP0900', '6901234500011', '副', '手套', '168', '150');
    await side(page).getByLabel('商品说明').fill('冬季双手保暖手套，掌心防滑；不可机洗。');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('已用于“高尔夫球 三层”').waitFor();
    await shot('refused');
    await side(page).getByLabel('条码', { exact: true }).fill('6909900000018');
    await page.keyboard.press('Control+Enter');
    await side(page).locator('.title', { hasText: '高尔夫手套 冬季' }).waitFor();
    await side(page).getByText('还没有确认说明').waitFor();
    await shot('new');
  });

  it('gets a price for a later day; today’s stays', async () => {
    const { page } = desk;
    await side(page).getByRole('button', { name: '改价' }).click();
    await dialog(page).getByLabel(/^售价/).fill('0');
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('alert').first().waitFor();
    await dialog(page).getByLabel(/^售价/).fill('188');
    await dialog(page).getByLabel('开始日期').fill('2026-12-01');
    await shot('price');
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    await side(page).getByText('2026-12-01 起').waitFor();
    expect(await side(page).locator('.prices').innerText()).toMatch(/¥188\.00[\s\S]*¥168\.00[\s\S]*现行/);
    await shot('panel');
  });

  it('is sold only after every clerk has acknowledged its facts', async () => {
    const { page } = desk;
    await side(page).getByRole('button', { name: '上架', exact: true }).click();
    await notice(page, /还不能上架：.*林晓彤.*尚未确认商品说明/).waitFor();
    for (const staffNo of ['1001', '1003', '1004']) {
      await takeOver(page, staffNo);
      await goTo(page, '/');
      await page.getByText('1 种新商品说明待确认').waitFor();
      if (staffNo === '1001') await shot('today-clerk');
      await openProducts(page, '/unread');
      await page.getByText('冬季双手保暖手套').waitFor();
      if (staffNo === '1001') await shot('unread');
      await page.getByRole('button', { name: '我已看过，确认' }).click();
      await page.getByText('这些商品您都确认过了').waitFor();
    }
    await takeOver(page, '1002');
    await goTo(page, '/');
    await page.getByText('1 种商品可以上架').waitFor();
    await page.getByRole('link', { name: '去看' }).first().click();
    await page.getByRole('button', { name: '1 种可以上架，全部上架' }).waitFor();
    await shot('ready');
    await page.getByRole('button', { name: '1 种可以上架，全部上架' }).click();
    await notice(page, '1 种商品已上架').waitFor();
    await page.getByRole('group', { name: '状态' }).getByRole('button', { name: '全部' }).click();
  });
});

describe('an import', () => {
  it('shows every row’s problem before anything is written, and writes the others once', async () => {
    const { page } = desk;
    const text = [
      HEAD,
      'SP0901,6909900000025,球帽 冬季,均码,顶,帽子与袜子,128,115,加绒,黑',
      'SP0902,6909900000025,球帽 夏季,均码,顶,帽子与袜子,98,,透气,白',
      'SP0903,6901234500011,重复条码,,个,其他,10,,x,',
      'SP0904,,价格为零,,个,其他,0,,x,',
      'SP0905,,公式,,个,雪茄,30,,=1+1,',
      'SP0001,6901234500011,高尔夫球 三层,3 粒装,盒,高尔夫球,130,108,三层球,',
    ].join('\r\n');
    await chooseFile(page, '供应商报价.csv', execFileSync('iconv', ['-t', 'GB18030'], { input: text }));
    await page.getByText('供应商报价.csv　GB18030　6 行').waitFor();
    await page.getByText('不认识的列没有导入：颜色').waitFor();
    for (const problem of ['条码：与第 2 行重复', '条码：与第 7 行重复', '售价：'])
      await page.getByText(problem).first().waitFor();
    await shot('preview-problems');
    await page.getByRole('group', { name: '结果' }).getByRole('button', { name: /^全部/ }).click();
    await page.getByText(/“商品说明”以 = \+ - @ 开头，按文字存；新类别“雪茄”/).waitFor();
    await page.getByText('价格 ¥120.00 / ¥108.00 → ¥130.00 / ¥108.00，2026-11-26 起').waitFor();
    await shot('preview');
    const confirm = page.getByRole('button', { name: '导入 3 行，跳过有问题的 3 行' });
    await confirm.focus();
    await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')]);
    await page.getByText('已导入 3 行').waitFor();
    await shot('imported');
    await page.keyboard.press('Enter');
    await openProducts(page);
    await page.getByLabel('名称、编码、条码或拼音').fill('qiumaodongji');
    await page.waitForFunction(() => document.querySelectorAll('[role=grid] [data-id]').length === 1);
    await page.getByLabel('名称、编码、条码或拼音').fill('');
  });

  it('of the same file again finds nothing new', async () => {
    const { page } = desk;
    const row = 'SP0901,6909900000025,球帽 冬季,均码,顶,帽子与袜子,128,115,加绒';
    await chooseFile(page, 'again.csv', `\ufeff${HEAD.replace(',颜色', '')}\n${row}`);
    await page.getByRole('button', { name: '没有可以导入的行' }).waitFor();
    await page.getByText('UTF-8　1 行').waitFor();
  });

  it('refuses other columns, old workbooks, pictures and 50,000 rows, each with its reason', async () => {
    const { page } = desk;
    const line = 'SP1,,球,,个,其他,1,,x,\n';
    const cases: readonly (readonly [string, Uint8Array | string, string])[] = [
      ['名单.csv', '姓名,电话\n张伟,138', '列不对，缺少：编码、品名、单位、类别、售价、商品说明'],
      ['旧.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), '这是旧版 Excel'],
      ['坏.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]), '打不开：不是 XLSX 或 CSV 文件'],
      ['空.csv', '', '文件里没有商品行'],
      ['大.csv', `${HEAD}\n${line.repeat(50_000)}`, '文件有 50000 行，一次最多 5000 行'],
    ];
    for (const [name, bytes, words] of cases) {
      await chooseFile(page, name, bytes);
      await page.getByText(words).waitFor();
    }
    await shot('refused-file');
  });

  it('takes back what was exported, unchanged; what looks like a formula is text there', async () => {
    const { page } = desk;
    await openProducts(page);
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await notice(page, /已导出 \d+ 种商品/).waitFor();
    const file = takeFile('.xlsx');
    const sheet = await readSheet(file);
    expect(String(sheet[1]?.[0])).toContain('周立');
    expect(sheet.some((cells) => cells.includes('=1+1'))).toBe(true);
    await chooseFile(page, '商品资料.xlsx', readFileSync(file));
    rmSync(file);
    await page.getByRole('button', { name: '没有可以导入的行' }).waitFor();
    await page.getByText(/XLSX\s\d+ 行/).waitFor();
    expect(await page.getByRole('group', { name: '结果' }).innerText()).toMatch(/有问题 0/);
    await shot('roundtrip');
  });

  it('takes back a CSV export as well, in which no cell is a formula', async () => {
    const { page } = desk;
    await openProducts(page);
    await page.getByRole('button', { name: '导出 CSV' }).click();
    await notice(page, /已导出 \d+ 种商品/).waitFor();
    await page.waitForFunction(() => document.querySelector('dialog') === null);
    await expect.poll(() => readdirSync(files).some((name) => name.endsWith('.csv'))).toBe(true);
    const file = takeFile('.csv');
    const text = readFileSync(file, 'utf8');
    rmSync(file);
    expect(text).toContain(",'=1+1,");
    expect(text).not.toMatch(/(^|,)"?[=+@]/m);
    await chooseFile(page, '商品资料.csv', text);
    await page.getByRole('button', { name: '没有可以导入的行' }).waitFor();
    await page.getByText(/UTF-8\s\d+ 行/).waitFor();
  });

  it('has a template that says what is missing until its example is replaced', async () => {
    const { page } = desk;
    await openProducts(page, '/import', '导入商品');
    await page.getByRole('button', { name: '下载模板' }).click();
    await notice(page, '模板已保存').waitFor();
    const file = takeFile('.xlsx');
    await chooseFile(page, '商品导入模板.xlsx', readFileSync(file));
    rmSync(file);
    await page.getByText('模板的示例行，请删除或改成真实商品').waitFor();
  });
});

describe('on paper', () => {
  it('labels show the price of their day, for the products chosen', async () => {
    const { page } = desk;
    await openProducts(page);
    await page.getByLabel('类别').selectOption('手套');
    await page.keyboard.press('Control+p');
    await dialog(page).getByText('已选 16 / 16').waitFor();
    await dialog(page).getByLabel('生效日期').fill('2026-12-01');
    await dialog(page).getByRole('button', { name: '只选当天改价的' }).click();
    await dialog(page).getByText('已选 1 / 16').waitFor();
    await shot('print');
    await dialog(page).getByRole('button', { name: '打印', exact: true }).click();
    await dialog(page).getByRole('button', { name: '保存为 PDF' }).click();
    await dialog(page).getByText('已保存。').waitFor();
    await shot('label-preview');
    const file = takeFile('.pdf');
    const text = plainText(file);
    expect(text).toContain('¥188.00/副');
    expect(text).toContain('6909900000018');
    rmSync(file);
    await page.keyboard.press('Escape');
  });

  it('the price list has every category', async () => {
    const { page } = desk;
    await page.getByLabel('类别').selectOption('');
    await page.keyboard.press('Control+p');
    await dialog(page).getByText('价目表', { exact: true }).click();
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('button', { name: '保存为 PDF' }).click();
    await dialog(page).getByText('已保存。').waitFor();
    await shot('list-preview');
    const file = takeFile('.pdf');
    const text = plainText(file);
    for (const part of ['价目表', '生效日期2026-11-26', '饮料', '矿泉水', '130.00', '箱×24'])
      expect(text).toContain(part);
    await page.keyboard.press('Escape');
  });
});

it('a clerk sees products but changes none', async () => {
  const { page } = desk;
  await takeOver(page, '1001');
  await openProducts(page);
  expect(await page.getByRole('button', { name: '导入', exact: true }).count()).toBe(0);
  await goTo(page, '/products/import');
  await page.getByText('您的岗位不能做这一步').waitFor();
});
