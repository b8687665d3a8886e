// Issue 2, point 7: a day at the desk with the visitor log, in the real app.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_PIN, dropProfile, quietDesk, type Desk } from '../helpers/app';
import { answerSave, printedText } from '../helpers/prints';
import { beginVisit, goTo, notice, openVisits, registerQuickly, rows, side, typeOn } from '../helpers/visits';

let desk: Desk;
const files = mkdtempSync(path.join(tmpdir(), 'deskbook-files-'));

/** All lines of the journal as text. */
const journal = (): string => readFileSync(path.join(desk.profile, 'journal', '2026-11.log'), 'utf8');

beforeAll(async () => {
  desk = await quietDesk('1001', '2026-11-21T01:42:00.000Z');
  await openVisits(desk.page);
});

beforeEach(async () => {
  await openVisits(desk.page);
});

afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

describe('registering', () => {
  it('takes a new visitor by keyboard alone, with the day’s number', async () => {
    const { page } = desk;
    await beginVisit(page);
    await typeOn(page, '138 1234 5678', '王建国', '', '青岛海湾设备有限公司');
    await page.keyboard.press('7');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await typeOn(page, '', '张工', '鲁b12345', '018');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('LF-A-20261121-0001').waitFor();
    const facts = await side(page).innerText();
    for (const fact of ['13812345678', '供应商', '鲁B12345', '018', '11-21 09:42', '林晓彤', '当场答复'])
      expect(facts).toContain(fact);
    expect(facts).toMatch(/(部|前台) 张工/);
    expect(await rows(page).count()).toBe(1);
  });

  it('offers earlier visitors of a phone by Alt+digit and fills only what is empty', async () => {
    const { page } = desk;
    await beginVisit(page);
    await typeOn(page, '13812345678');
    await side(page)
      .getByRole('button', { name: /1.*王建国/ })
      .waitFor();
    await page.keyboard.type('王小芳');
    await page.keyboard.press('Alt+1');
    expect(await side(page).getByLabel('姓名').inputValue()).toBe('王小芳');
    expect(await side(page).getByLabel('单位').inputValue()).toBe('青岛海湾设备有限公司');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('LF-A-20261121-0002').waitFor();
    expect(await side(page).getByRole('region', { name: '同一电话的来访' }).innerText()).toContain('王建国');
  });

  it('makes one visit of a double Enter', async () => {
    const { page } = desk;
    await beginVisit(page);
    await typeOn(page, '', '赵一', '', '');
    await page.keyboard.press('1');
    await Promise.all([
      page.keyboard.press('Control+Enter'),
      page.keyboard.press('Control+Enter'),
      page.keyboard.press('Control+Enter'),
    ]);
    await side(page).getByText('LF-A-20261121-0003').waitFor();
    expect(await rows(page).filter({ hasText: '赵一' }).count()).toBe(1);
  });

  it('stores emoji, rare characters and a leading = as they were typed', async () => {
    const { page } = desk;
    await registerQuickly(page, '𬭚𫖮 👨‍👩‍👧');
    await registerQuickly(page, '=1+1');
    expect(await rows(page).filter({ hasText: '𬭚𫖮 👨‍👩‍👧' }).count()).toBe(1);
  });

  it('says what is wrong beside each field and loses nothing typed', async () => {
    const { page } = desk;
    const form = await beginVisit(page);
    await page.keyboard.press('Control+Enter');
    await form.getByText('请填写').first().waitFor();
    expect(await form.locator('.field .error:visible').allInnerTexts()).toEqual(['请填写', '请填写']);

    await form.getByLabel('电话').fill('1234567');
    await form.getByLabel('人数').fill('0');
    await form.getByLabel('备注').fill('长'.repeat(10_000));
    await form.getByLabel('来访时间').fill('2026-11-21T11:00');
    await form.getByLabel('离开时间').fill('2026-11-21T08:00');
    await page.keyboard.press('Control+Enter');
    await form.getByText('电话号码不对').waitFor();
    const alerts = (await form.getByRole('alert').allInnerTexts()).join('\n');
    for (const message of ['请填 1 到 999 之间的整数', '时间不能晚于现在', '最多 500 个字，现在有 10000 个'])
      expect(alerts).toContain(message);
    expect(await form.getByLabel('备注').inputValue()).toHaveLength(10_000);

    await form.getByLabel('来访时间').fill('2026-11-21T09:00');
    await page.keyboard.press('Control+Enter');
    await form.getByText('离开时间不能早于来访时间').waitFor();
    await form.getByLabel('离开时间').fill('');
    await form.getByLabel('来访时间').fill('2026-11-18T09:00');
    await form.getByLabel('备注').fill('');
    await form.getByLabel('电话').fill('');
    await form.getByLabel('人数').fill('2');
    await form.getByLabel('姓名').fill('补登者');
    await form.locator('.chip', { hasText: '咨询' }).click();
    await page.keyboard.press('Control+Enter');
    await form.getByText('最多补登到前一个营业日').waitFor();

    await form.getByLabel('来访时间').fill('2026-11-20T15:00');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('LF-A-20261120-0001').waitFor();
  });

  it('asks before it throws away what was typed', async () => {
    const { page } = desk;
    await beginVisit(page);
    await page.keyboard.type('1');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '放弃填写？' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await side(page).getByLabel('电话').inputValue()).toBe('1');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '放弃', exact: true }).click();
    await side(page).waitFor({ state: 'detached' });
  });
});

describe('a visitor leaves', () => {
  it('by S on the selected row, and comes back by 撤销', async () => {
    const { page } = desk;
    await rows(page).filter({ hasText: '赵一' }).click();
    await page.keyboard.press('s');
    await notice(page, '赵一 已离开 09:4').waitFor();
    await rows(page).filter({ hasText: '赵一' }).filter({ hasText: '在场' }).waitFor({ state: 'detached' });
    await page.locator('.toast', { hasText: '赵一 已离开' }).getByRole('button', { name: '撤销' }).click();
    await rows(page).filter({ hasText: '赵一' }).filter({ hasText: '在场' }).waitFor();
    const log = await side(page).locator('.log').innerText();
    for (const act of ['登记', '离开', '撤销离开登记']) expect(log).toContain(act);
    await rows(page).filter({ hasText: '赵一' }).click();
    await page.keyboard.press('s');
    await rows(page).filter({ hasText: '赵一' }).filter({ hasText: '在场' }).waitFor({ state: 'detached' });
  });

  it('at a time given afterwards, never before the visitor came', async () => {
    const { page } = desk;
    await rows(page).filter({ hasText: '王小芳' }).click();
    await side(page).getByRole('button', { name: '补登离开时间' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('离开时间').fill('2026-11-21T09:00');
    await page.keyboard.press('Enter');
    await dialog.getByText('离开时间不能早于来访时间').waitFor();
    await dialog.getByLabel('离开时间').fill('2026-11-21T09:42');
    await page.keyboard.press('Enter');
    await rows(page).filter({ hasText: '王小芳' }).filter({ hasText: '在场' }).waitFor({ state: 'detached' });
  });
});

describe('mistakes', () => {
  it('are corrected with a reason, field by field in the log', async () => {
    const { page } = desk;
    await rows(page).filter({ hasText: '王建国' }).click();
    await side(page).getByRole('button', { name: '更正', exact: true }).click();
    await side(page).getByLabel('人数').fill('3');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('请填写').waitFor();
    await side(page).getByLabel('更正原因').fill('少记两人');
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('人数：1 → 3').waitFor();
    expect(await side(page).locator('.log').innerText()).toContain('原因：少记两人');
  });

  it('are voided by a lead’s PIN; the number stays and the next goes on', async () => {
    const { page } = desk;
    await rows(page).filter({ hasText: '=1+1' }).click();
    await side(page).getByRole('button', { name: '作废', exact: true }).click();
    await page.getByLabel('作废原因').fill('误登');
    await page.keyboard.press('Enter');
    const pin = page.getByRole('dialog', { name: '由客服主管确认' });
    await pin.locator('input[name=staffNo]').fill('1003');
    await pin.locator('input[name=pin]').fill(DEMO_PIN);
    await page.keyboard.press('Enter');
    await page.getByText('须由客服主管输入工号和密码确认').waitFor();
    await page.keyboard.press('Enter');
    await pin.locator('input[name=staffNo]').fill('1002');
    await pin.locator('input[name=pin]').fill(DEMO_PIN);
    await page.keyboard.press('Enter');
    await side(page).getByText('核准人：周立').waitFor();
    expect(await side(page).innerText()).toContain('LF-A-20261121-0005');
    await page.getByRole('button', { name: /已作废\s*1/ }).waitFor();
    await registerQuickly(page, '下一位');
    expect(await side(page).innerText()).toContain('LF-A-20261121-0006');
  });
});

describe('a department', () => {
  it('gets a matter with a clock that Today shows, and its answer stops it', async () => {
    const { page } = desk;
    const form = await beginVisit(page);
    await typeOn(page, '', '刘强', '', '');
    await page.keyboard.press('2');
    await form.locator('.chip', { hasText: '转交部门' }).click();
    await page.keyboard.press('Control+Enter');
    await form.getByText('请填写').waitFor();
    await form.getByLabel('转交部门', { exact: false }).last().selectOption({ label: '球场部' });
    await page.keyboard.press('Control+Enter');
    await side(page)
      .getByText(/球场部应于 10:\d\d 前答复/)
      .waitFor();
    await goTo(page, '/');
    await page.getByText('球场部待答复').waitFor();
    await page.getByRole('link', { name: '登记答复' }).click();
    await page.getByLabel('答复人').fill('李场长');
    await page.getByLabel('部门答复').fill('今日补沙');
    await page.getByRole('dialog').getByRole('button', { name: '登记答复' }).click();
    await side(page)
      .getByText(/球场部 李场长 11-21 09:4\d 答复：今日补沙/)
      .waitFor();
    await goTo(page, '/');
    await page.getByText('球场部待答复').waitFor({ state: 'detached' });
  });
});

describe('a child', () => {
  it('is kept by the guardian’s name and consent; the paper is asked for until it is filed', async () => {
    const { page } = desk;
    const form = await beginVisit(page);
    await form.getByLabel('姓名').fill('小宝');
    await form.getByLabel('14 岁以下来访者').check();
    await form.getByLabel('监护人姓名').fill('李梅');
    await form.locator('.chip', { hasText: '咨询' }).click();
    await page.keyboard.press('Control+Enter');
    await form.getByText('请先取得监护人同意并勾选').waitFor();
    await form.getByLabel('监护人已同意登记').check();
    await page.keyboard.press('Control+Enter');
    await side(page).locator('.tag', { hasText: '待签字' }).waitFor();
    expect(journal()).not.toContain('小宝');
    await goTo(page, '/');
    await page.getByRole('link', { name: '同意书归档' }).click();
    await page.getByLabel('同意书归档号').fill('TY-2026-018');
    await page.keyboard.press('Enter');
    await side(page).getByText('TY-2026-018').waitFor();
    expect(await side(page).innerText()).not.toContain('待签字');
  });

  it('may be signed for on screen by the guardian', async () => {
    const { page } = desk;
    const form = await beginVisit(page);
    await form.getByLabel('14 岁以下来访者').check();
    await form.getByLabel('监护人姓名').fill('周梅');
    await form.getByLabel('监护人已同意登记').check();
    await form.locator('.chip', { hasText: '咨询' }).click();
    await form.getByRole('button', { name: '屏幕签字' }).click();
    await page.keyboard.press('Control+Enter');
    await form.getByText('请先签字，或改用纸质签字').waitFor();
    const box = await form.locator('canvas').boundingBox();
    if (!box) throw new Error('no box to sign in');
    await page.mouse.move(box.x + 30, box.y + 60);
    await page.mouse.down();
    for (const x of [80, 140, 200, 260])
      await page.mouse.move(box.x + x, box.y + 40 + (x % 60), { steps: 4 });
    await page.mouse.up();
    await page.keyboard.press('Control+Enter');
    await side(page).getByText('周梅 已签').waitFor();
    expect(await side(page).locator('.tag', { hasText: '待签字' }).count()).toBe(0);
  });
});

describe('the list', () => {
  it('narrows by state, purpose, words and period', async () => {
    const { page } = desk;
    const search = page.getByPlaceholder('姓名、电话、单位、车牌…');
    await search.fill('海湾设备');
    await rows(page).filter({ hasText: '刘强' }).waitFor({ state: 'detached' });
    expect(await rows(page).count()).toBe(2);
    for (const words of ['鲁b123 王', 'hwsb', 'wangxiaofang', '5678']) {
      await search.fill(words);
      await rows(page).filter({ hasText: '王小芳' }).waitFor();
      await rows(page).filter({ hasText: '刘强' }).waitFor({ state: 'detached' });
    }
    await search.fill('没有这个人');
    await page.getByText('没有符合条件的来访').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('button', { name: /^在场/ }).click();
    await rows(page).filter({ hasText: '赵一' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^全部/ }).click();
    await page.getByLabel('来访事由', { exact: true }).first().selectOption('供应商');
    expect(await rows(page).count()).toBe(2);
    await page.getByLabel('来访事由', { exact: true }).first().selectOption('');
    await page.getByLabel('期间').selectOption('yesterday');
    await rows(page).filter({ hasText: '补登者' }).waitFor();
    expect(await rows(page).count()).toBe(1);
    await page.getByLabel('期间').selectOption('today');
  });

  it('is reached from the search box by pinyin and Enter', async () => {
    const { page } = desk;
    await page.keyboard.press('/');
    await page.keyboard.type('wangxiaofang');
    await page
      .getByRole('option', { name: /王小芳/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await side(page).getByRole('heading', { name: '王小芳' }).waitFor();
  });

  it('masks phones; showing one is noted', async () => {
    const { page } = desk;
    expect(await page.getByRole('grid').innerText()).toContain('138****5678');
    await rows(page).filter({ hasText: '王小芳' }).click();
    await side(page).getByText('138****5678').waitFor();
    await side(page).getByRole('button', { name: '显示完整号码（会记录）' }).click();
    await side(page).getByText('13812345678').waitFor();
    expect(journal()).toContain('"what":"phone.reveal"');
  });

  it('exports every column as text to Excel, and notes it', async () => {
    const { page } = desk;
    const target = path.join(files, 'visits.xlsx');
    await answerSave(desk, target);
    await page.getByRole('button', { name: '导出' }).click();
    await notice(page, /已导出 \d+ 条/).waitFor();
    const [title, made, head, ...lines] = await readSheet(target);
    expect(title?.[0]).toBe('来访登记　2026-11-21');
    expect(made?.[0]).toMatch(/^导出：林晓彤（A 台）\s2026-11-21 09:\d\d$/);
    expect(head).toHaveLength(18);
    expect(lines).toHaveLength(await rows(page).count());
    const formula = lines.find((line) => line[1] === 'LF-A-20261121-0005');
    expect(formula?.[4]).toBe('=1+1');
    expect(formula?.[16]).toBe('作废：误登');
    expect(JSON.stringify(lines)).toContain('138****5678');
    expect(JSON.stringify(lines)).not.toContain('13812345678');
    expect(journal()).toContain('"what":"export"');
  });

  it('prints the register of the listed period', async () => {
    const text = await printedText(desk, path.join(files, 'register.pdf'));
    for (const part of [
      '客户来访登记表',
      'LF-A-20261121-0001',
      '王建国',
      '138****5678',
      '李梅（监护人）',
      '作废：误登',
      '制表：林晓彤（A台）',
    ])
      expect(text).toContain(part);
  });
});

describe('on site now', () => {
  it('counts visitors, players and caddies, and prints the evacuation list', async () => {
    const { page } = desk;
    await goTo(page, '/visits/on-site');
    await page.getByRole('button', { name: '登记出发台人数' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('客人').fill('三十');
    await dialog.getByLabel('球童').fill('12');
    await page.keyboard.press('Enter');
    await dialog.getByText('请填 0 到 2000 之间的整数').waitFor();
    await dialog.getByLabel('客人').fill('36');
    await page.keyboard.press('Enter');
    await notice(page, '出发台人数已记下').waitFor();
    const people = (await rows(page).locator('[role=gridcell]:nth-child(2)').allInnerTexts()).reduce(
      (sum, text) => sum + Number(text),
      0,
    );
    const tiles = side(page).locator('.figure');
    // Of the staff whoever roster and attendance know to be here, and whoever is ticked.
    await side(page).getByLabel('周立').check();
    const staff = await side(page).locator('input[type=checkbox]:checked').count();
    expect(staff).toBeGreaterThanOrEqual(2);
    await expect.poll(() => tiles.allInnerTexts()).toEqual([String(people), String(staff), '36', '12']);
    const text = await printedText(desk, path.join(files, 'evacuation.pdf'));
    expect(text).toContain(`合计：来访者${people}人，客人36人，球童12人，在岗员工${staff}人`);
  });
});
