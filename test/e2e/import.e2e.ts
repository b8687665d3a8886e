// A paper-era register taken over from XLSX: looked at, written, found again, never twice, taken back (issue 8, part 8).
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { dropProfile, quietDesk, signInAs, startDesk, type Desk } from '../helpers/app';
import { dialog } from '../helpers/fees';
import { takeOver } from '../helpers/products';
import { goTo, rows } from '../helpers/visits';

const CLOCK = '2026-11-27T02:12:00Z';
const SHOTS = process.env.DESKBOOK_PICTURES ?? '';
let desk: Desk;
const files = mkdtempSync(path.join(tmpdir(), 'deskbook-import-'));

async function shot(name: string): Promise<void> {
  if (SHOTS) await desk.page.screenshot({ path: path.join(SHOTS, `import-${name}.png`) });
}

async function openImport(register = '来访登记'): Promise<void> {
  const { page } = desk;
  await goTo(page, '/visits');
  await goTo(page, '/settings/import');
  await page.getByRole('button', { name: '下载样表' }).waitFor();
  await page.getByRole('button', { name: register, exact: true }).click();
}

const segment = (name: string): Promise<string> =>
  desk.page.getByRole('group', { name: '检查结果' }).getByRole('button', { name }).innerText();

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

describe('the visitor register', () => {
  it('is looked at first: the sample of the page itself, with the reason beside the row that cannot', async () => {
    const { page } = desk;
    await openImport();
    await page.getByRole('button', { name: '下载样表' }).click();
    await page.getByText('样表已保存').last().waitFor();
    await shot('choose');
    const [name = ''] = readdirSync(files);
    await page.locator('input[type=file]').setInputFiles(path.join(files, name));
    await page.getByRole('button', { name: '导入 6 行' }).waitFor();
    expect(await segment('不能导入')).toContain('1');
    await page.getByRole('row', { name: /吴先生.*联系电话：电话号码/ }).waitFor();
    await page.getByRole('group', { name: '检查结果' }).getByRole('button', { name: '全部' }).click();
    await page.getByRole('row', { name: /赵敏.*没写年份，按 2026-11-05 登记/ }).waitFor();
    await shot('preview');
  });

  it('gives the refused rows back as a sheet, and takes the others over', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '下载不能导入的行（1）' }).click();
    await page.getByText('改好后再导入这个文件即可').waitFor();
    const name = readdirSync(files).find((one) => one.startsWith('未导入')) ?? '';
    const [head = [], row = []] = await readSheet(path.join(files, name));
    expect(head.at(-1)).toBe('没有导入的原因');
    expect(row.join(' ')).toMatch(/吴先生.*电话号码/);
    await page.getByRole('button', { name: '导入 6 行' }).click();
    await page.getByText('已导入 6 行').waitFor();
    await shot('done');
    await goTo(page, '/visits');
    await page.getByLabel('期间').selectOption('thisMonth');
    await page.getByPlaceholder('姓名、电话、单位、车牌…').fill('王建国');
    await rows(page).filter({ hasText: '王建国' }).click();
    await page.getByText('导入自《导入样表 来访登记.xlsx》第 4 行').waitFor();
    await page.getByText('LF-A-20261103-').first().waitFor();
    await shot('visit');
  });

  it('never comes in twice', async () => {
    const { page } = desk;
    await openImport();
    const name = readdirSync(files).find((one) => one.startsWith('导入样表 来访')) ?? '';
    await page.locator('input[type=file]').setInputFiles(path.join(files, name));
    await page.getByText(/这个文件 .* 导入过/).waitFor();
    await page.getByRole('button', { name: '没有可以导入的行' }).waitFor();
    expect(await segment('已登记')).toContain('6');
  });

  it('a person chooses the column that the sheet calls by a name of its own; 5,000 rows leave the page awake', async () => {
    const { page } = desk;
    const text = (value: string): { value: string; type: StringConstructor } => ({ value, type: String });
    const sheet = [
      ['登记日', '姓名', '来访时间', '离开时间', '会籍'].map(text),
      ...Array.from({ length: 5_000 }, (_, at) =>
        [
          `2026-0${1 + (at % 9)}-${String(10 + (at % 18))}`,
          `客人${at}`,
          `${9 + (at % 8)}:${String(at % 60).padStart(2, '0')}`,
          '18:30',
          '',
        ].map(text),
      ),
    ];
    await openImport();
    const buffer = await writeExcelFile(sheet).toBuffer();
    const file = { name: '旧登记.xlsx', mimeType: 'application/octet-stream', buffer };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('alert').filter({ hasText: '缺少必需的列：日期' }).waitFor();
    await shot('columns');
    await page.getByLabel('登记日').selectOption('day');
    await page.getByRole('button', { name: '导入 5000 行' }).click();
    await page.getByText(/已写入 \d+ \/ 5000 行/).waitFor();
    // The page answers while it is written.
    const began = Date.now();
    await page.keyboard.press('F1');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(Date.now() - began).toBeLessThan(5_000);
    await page.getByText('已导入 5000 行').waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: '换一个文件' }).click();
  });
});

describe('lost property', () => {
  it('comes in as it stands; a lead takes back what the administrator imported, save what has left the desk', async () => {
    const { page } = desk;
    await takeOver(page, '9001');
    await openImport('遗留物品');
    await page.locator('input[type=file]').setInputFiles('resources/samples/lostItems.xlsx');
    await page.getByRole('button', { name: '导入 4 行' }).click();
    await page.getByText('已导入 4 行').waitFor();
    await takeOver(page, '1002');
    await page.getByRole('button', { name: '换一个文件' }).click();
    await page.getByRole('heading', { name: '今天的导入' }).waitFor();
    await shot('past');
    await page.getByRole('button', { name: '撤销这次导入' }).click();
    await dialog(page).getByLabel('撤销原因').fill('导错了表');
    await shot('undo');
    await page.keyboard.press('Enter');
    await page.getByText('已作废 2 条').waitFor();
    await page.getByText(/2 条没有作废：已有认领或移交/).waitFor();
  });
});
