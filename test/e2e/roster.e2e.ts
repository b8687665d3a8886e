// Issue 7: the roster from a blank week to what everybody sees, in the real app.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDesk, dropProfile, signInAs, startDesk, type Desk } from '../helpers/app';
import { plainText } from '../helpers/pdf';
import { cell, grid, openRoster, planIn, savePdf } from '../helpers/roster';

const CLOCK = '2026-11-18T01:42:00Z';
/** A Monday that the demo club has not planned. */
const MONDAY = '2026-12-07';
let desk: Desk;
let files: string;

beforeAll(async () => {
  files = mkdtempSync(path.join(tmpdir(), 'deskbook-files-'));
  desk = await demoDesk('1002', { args: [`--clock=${CLOCK}`, `--save-to=${files}`] });
});

afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
  rmSync(files, { recursive: true, force: true });
});

/** Ends the app and starts it again as another person. */
async function as(staffNo: string, clock = CLOCK): Promise<void> {
  await desk.close();
  desk = await startDesk({ profile: desk.profile, args: [`--clock=${clock}`, `--save-to=${files}`] });
  await signInAs(desk.page, staffNo);
}

describe('planning', () => {
  it('is done by keyboard alone: a digit a day, a day off, a second shift, and what is short stands beside', async () => {
    const { page } = desk;
    await openRoster(page, `/${MONDAY}`);
    await page.getByText('草稿，同事看不到').waitFor();
    await grid(page).focus();
    await page.keyboard.press('ArrowDown');
    // 林晓彤: early from Monday to Friday, then two days off.
    for (const key of ['1', '1', '1', '1', '1', '0', '0']) await page.keyboard.press(key);
    await cell(page, '林晓彤', '2026-12-13').and(page.locator('.rest')).waitFor();
    expect(await planIn(page, '林晓彤', '2026-12-11')).toBe('早班');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    for (const key of ['b', 'b', 'b', 'b', 'b', 'a']) await page.keyboard.press(key);
    await page.keyboard.press('Shift+Digit2');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+Digit2');
    // 周立 works both shifts on Saturday: said in the cell and in the list.
    await page.locator('.roster-warnings', { hasText: '12-12 周立 同一天排了两个班' }).waitFor();
    expect(await planIn(page, '周立', '2026-12-12')).toContain('早班+晚班');
    await page
      .locator('.roster-warnings', { hasText: '12-13 早班 缺 1 人（已排 0 人，至少 1 人）' })
      .waitFor();
    await page.locator('.roster-warnings', { hasText: '12-12 周立 距上一班只休息 8 小时' }).waitFor();
  });

  it('takes the last change back, clears a cell and opens its menu by Enter', async () => {
    const { page } = desk;
    await page.keyboard.press('Control+z');
    await page.getByText('已撤销：周立 12-12').waitFor();
    expect(await planIn(page, '周立', '2026-12-12')).not.toContain('晚班');
    await page.keyboard.press('Delete');
    await cell(page, '周立', '2026-12-12').and(page.locator(':not(.planned)')).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemcheckbox', { name: /晚班/ }).waitFor();
    await page.keyboard.press('2');
    await cell(page, '周立', '2026-12-12').and(page.locator('.planned')).waitFor();
    expect(await planIn(page, '周立', '2026-12-12')).toBe('晚班');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  });

  it('moves a day by dragging, and a shift from the palette', async () => {
    const { page } = desk;
    await cell(page, '周立', '2026-12-07').dragTo(cell(page, '孙倩', '2026-12-07'));
    await cell(page, '孙倩', '2026-12-07').and(page.locator('.planned')).waitFor();
    expect(await planIn(page, '周立', '2026-12-07')).toBe('未排');
    await page
      .locator('.roster-palette .chip', { hasText: '晚班' })
      .dragTo(cell(page, '赵一鸣', '2026-12-13'));
    await cell(page, '赵一鸣', '2026-12-13').and(page.locator('.planned')).waitFor();
    expect(await planIn(page, '赵一鸣', '2026-12-13')).toBe('晚班');
  });

  it('chooses people of a shift in the other view', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '按班次' }).click();
    await cell(page, '早班', '2026-12-12').click();
    await page.getByRole('menuitemcheckbox', { name: '孙倩', exact: true }).click();
    await page.locator('td[aria-label="早班，2026-12-12，孙倩"]').waitFor();
    await page.getByRole('button', { name: '按人员' }).click();
  });

  it('copies the week before and lays a turn over four people', async () => {
    const { page } = desk;
    await openRoster(page, '/2026-12-14');
    await page.getByRole('button', { name: '复制上周' }).click();
    await page.getByRole('button', { name: '复制', exact: true }).click();
    await cell(page, '林晓彤', '2026-12-18').and(page.locator('.planned')).waitFor();
    await openRoster(page, '/2026-12-21');
    await page.getByRole('button', { name: '套用模板' }).click();
    for (const name of ['林晓彤', '赵一鸣', '孙倩', '周立'])
      await page.getByRole('checkbox', { name }).check();
    await page.getByRole('button', { name: '套用', exact: true }).click();
    await page.getByText('没有人数不足、重复排班或休息不够的情况。').waitFor();
    expect(await planIn(page, '赵一鸣', '2026-12-21')).toBe('晚班');
  });
});

describe('publishing', () => {
  it('is refused while shifts are short and no reason stands, and keeps the reason', async () => {
    const { page } = desk;
    await openRoster(page, `/${MONDAY}`);
    await page.getByRole('button', { name: '发布', exact: true }).click();
    const form = page.locator('dialog');
    await form.getByText('12-13 早班 缺 1 人（已排 0 人，至少 1 人）').waitFor();
    await form.getByRole('button', { name: '发布', exact: true }).click();
    await form.getByText(/处人数不足，请写明为什么仍要发布/).waitFor();
    await form.getByLabel('人数不足仍要发布的原因').fill('新同事 12 月 13 日到岗');
    await form.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByText(/已发布 · 周立/).waitFor();
    await page.getByText('人数不足仍发布的原因：新同事 12 月 13 日到岗').waitFor();
  });

  it('prints shifts × days with names, gaps and the reason', async () => {
    const { page } = desk;
    await page.keyboard.press('Control+p');
    const text = plainText(await savePdf(page, files));
    for (const part of [
      '周值班表',
      '2026-12-07至2026-12-13',
      '12-07周一',
      '（缺1人）',
      '新同事12月13日到岗',
      '编制',
      '审批',
      '工号确认周立',
    ])
      expect(text).toContain(part);
  });

  it('is changed afterwards by a lead with a reason, which the cell’s log shows', async () => {
    const { page } = desk;
    await openRoster(page, `/${MONDAY}`);
    await cell(page, '孙倩', '2026-12-13').click();
    await page.keyboard.press('1');
    await page.getByText('孙倩 2026-12-13：未排 改为 早班').waitFor();
    await page.getByRole('button', { name: '改动', exact: true }).click();
    await page.getByText('请填写').waitFor();
    await page.getByLabel('改动原因').fill('补上周日早班');
    await page.keyboard.press('Enter');
    await page.getByText('原因：补上周日早班').waitFor();
    expect(await planIn(page, '孙倩', '2026-12-13')).toBe('早班');
  });
});

describe('a clerk', () => {
  it('sees what is published, plans nothing, and has the own shifts with a calendar file', async () => {
    await as('1001', '2026-12-07T00:30:00Z');
    const { page } = desk;
    await openRoster(page, `/${MONDAY}`);
    expect(await planIn(page, '林晓彤', MONDAY)).toBe('早班');
    await cell(page, '林晓彤', MONDAY).click();
    await page.keyboard.press('2');
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(await page.getByRole('button', { name: '发布', exact: true }).count()).toBe(0);
    await openRoster(page, '/2026-12-21');
    expect(await planIn(page, '林晓彤', '2026-12-21')).toBe('未发布');
    await openRoster(page, '/mine');
    await page.locator('.roster-mine li').first().waitFor();
    expect(await page.locator('.roster-mine li').count()).toBe(5);
    await page.getByRole('button', { name: '导出日历' }).click();
    await page.getByText('日历文件已保存').waitFor();
    const name = readdirSync(files).find((file) => file.endsWith('.ics')) ?? '';
    const text = readFileSync(path.join(files, name), 'utf8');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(5);
    expect(text).toContain('DTSTART:20261207T000000Z');
    expect(await planOfOthers(page)).toBe('unchanged');
  });
});

/** The published cell is still what the lead planned. */
async function planOfOthers(page: Desk['page']): Promise<string> {
  await openRoster(page, `/${MONDAY}`);
  return (await planIn(page, '林晓彤', MONDAY)) === '早班' ? 'unchanged' : 'changed';
}

describe('Today', () => {
  it('asks the lead for next week’s roster in time, and tells what the published one lacks', async () => {
    await as('1002', '2026-12-11T01:00:00Z');
    const { page } = desk;
    await page.locator('.todo.due', { hasText: '下周值班表还没有发布' }).waitFor();
    await page.locator('.todo', { hasText: '本月值班表还没有全部发布' }).waitFor();
    await page.locator('.todo', { hasText: '下周值班表还没有发布' }).getByRole('link').click();
    await page.getByText('2026-12-14 – 12-20').waitFor();
  });
});
