// A full disk at every place the app writes to: refused in words, nothing typed and nothing acknowledged lost, and it
// goes on once there is room. Each place has a small disk of its own below one running app.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoProfile, dropProfile, type Desk } from '../helpers/app';
import { startCups, type Cups } from '../helpers/cups';
import {
  compare,
  registerSome,
  startSignedIn,
  storedVisits,
  WHOLE,
  type Acknowledged,
} from '../helpers/faults';
import { dialog, takeIn } from '../helpers/lost-property';
import { banners, shown, words } from '../helpers/shown';
import { canMount, onSmallDisk, smallDisk, type SmallDisk } from '../helpers/small-disk';
import { beginVisit, goTo, notice, openVisits, side, typeOn } from '../helpers/visits';

const CLOCK = '2026-11-21T01:42:00Z';

describe.runIf(canMount)('a full disk', () => {
  let cups: Cups;
  let stick: SmallDisk;
  let disks: Readonly<Record<'journal' | 'IndexedDB' | 'blobs' | 'print-jobs' | 'archive', SmallDisk>>;
  let desk: Desk;
  const acknowledged: Acknowledged[] = [];

  beforeAll(async () => {
    cups = await startCups(['Front_Desk']);
    const profile = await demoProfile(CLOCK);
    stick = smallDisk('24m');
    disks = {
      journal: onSmallDisk(profile, 'journal', '24m'),
      IndexedDB: onSmallDisk(profile, 'IndexedDB', '96m'),
      blobs: onSmallDisk(profile, 'blobs', '4m'),
      'print-jobs': onSmallDisk(profile, 'print-jobs', '8m'),
      archive: onSmallDisk(profile, 'archive', '4m'),
    };
    desk = await startSignedIn(profile, [`--clock=${CLOCK}`, `--save-to=${stick.folder}`], {
      CUPS_SERVER: cups.server,
    });
    acknowledged.push(...(await registerSome(desk.page, 5)));
  });

  afterAll(async () => {
    await desk.close();
    for (const disk of [...Object.values(disks), stick]) disk.remove();
    dropProfile(desk.profile);
    await cups.stop();
  });

  /** Compares what is stored with what was acknowledged; tells the row. */
  async function nothingLost(fault: string, seen: readonly string[]): Promise<void> {
    acknowledged.push(...(await registerSome(desk.page, 2)));
    const found = compare(acknowledged, await storedVisits(desk.page));
    expect(found).toEqual(WHOLE);
    shown(fault, { seen, acknowledged: acknowledged.length, missing: found.missing });
  }

  /** Notes the visit that stands beside the list as acknowledged. */
  async function noteShown(): Promise<void> {
    const no = await words(desk.page, 'section.record .number');
    const visit = (await storedVisits(desk.page)).find((stored) => stored.no === no);
    if (!visit) throw new Error(`${no} is not stored`);
    acknowledged.push(visit);
  }

  /** Today does not remind a demo club of its backups. */
  const noDemo = (): Promise<void> =>
    desk.page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('deskbook-local');
          opening.onerror = () => reject(new Error('cannot open'));
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('prefs', 'readwrite');
            transaction.objectStore('prefs').delete('demo');
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );

  const openPreview = async (): Promise<void> => {
    await openVisits(desk.page);
    await desk.page.keyboard.press('Control+p');
    await dialog(desk.page).waitFor();
  };

  it('at the journal: saving is refused, what was typed stays and is saved once there is room', async () => {
    const { page } = desk;
    await openVisits(page);
    const form = await beginVisit(page);
    disks.journal.fill();
    // The last page of the file may still have room for some lines.
    acknowledged.push(...(await registerSome(page, 60)));
    await typeOn(page, '', '磁盘满时的客人', '', '');
    await page.keyboard.press('1');
    await page.keyboard.press('Control+Enter');
    const seen = [await words(page, 'form.record [role=alert]')];
    expect(seen[0]).toContain('磁盘已满');
    expect(await form.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('磁盘满时的客人');
    disks.journal.empty();
    await page.keyboard.press('Control+Enter');
    await side(page).getByRole('heading', { name: '磁盘满时的客人', exact: true }).waitFor();
    await noteShown();
    await nothingLost('full-journal', seen);
  });

  it('at the photos: the dialog says so and keeps the photo until there is room', async () => {
    const { page } = desk;
    await takeIn(page, '墨绿折叠伞', '出发台');
    await page.getByRole('button', { name: '添加照片' }).click();
    await page
      .locator('dialog input[type=file]')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: await page.screenshot() });
    await page.getByText(/\d+ × \d+，\d+ KB/).waitFor();
    disks.blobs.fill();
    await dialog(page).getByRole('button', { name: '保存' }).click();
    const seen = [await words(page, 'dialog [role=alert]')];
    expect(seen[0]).toContain('磁盘已满');
    disks.blobs.empty();
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.querySelectorAll('.photos img').length === 1);
    const left = readdirSync(disks.blobs.folder, { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.endsWith('.part'))).toEqual([]);
    await nothingLost('full-photo', seen);
  });

  it('where forms are made: the preview says so and makes it once there is room', async () => {
    const { page } = desk;
    disks['print-jobs'].fill();
    await openPreview();
    const seen = [await words(page, 'dialog .print-paper [role=alert] strong')];
    expect(seen[0]).toContain('磁盘空间不足');
    disks['print-jobs'].empty();
    await dialog(page).getByRole('button', { name: '重试' }).click();
    await page.locator('.pdf-page canvas').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await nothingLost('full-print', seen);
  });

  it('at the archive: the form is printed, and the missing copy is said', async () => {
    const { page } = desk;
    disks.archive.fill();
    await openPreview();
    await page.locator('.pdf-page canvas').first().waitFor();
    await page.keyboard.press('Enter');
    const sent = await notice(page, '已发送到打印机').innerText();
    await page.locator('.banner', { hasText: '没有存进存档文件夹' }).waitFor();
    const seen = [sent, ...(await banners(page)).filter((text) => text.includes('存档'))];
    expect(await cups.arrived(1)).toHaveLength(1);
    disks.archive.empty();
    const archived = (): readonly string[] =>
      readdirSync(disks.archive.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /登记表.*\.pdf$/.test(name),
      );
    expect(archived()).toEqual([]);
    await openPreview();
    await page.locator('.pdf-page canvas').first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(archived).toHaveLength(1);
    await nothingLost('full-archive', seen);
  });

  it('where an export goes: it says so and leaves nothing half-written', async () => {
    const { page } = desk;
    await openVisits(page);
    stick.fill();
    await page.getByRole('button', { name: '导出' }).click();
    const seen = [await notice(page, '文件没有保存').innerText()];
    expect(readdirSync(stick.folder)).toEqual(['filler']);
    stick.empty();
    await page.getByRole('button', { name: '导出' }).click();
    await notice(page, /已导出 \d+ 条/).waitFor();
    await nothingLost('full-export', seen);
  });

  it('at the backup: the page and Today say so, and the next one is whole', async () => {
    const { page } = desk;
    await goTo(page, '/backup');
    await page.getByRole('button', { name: '选择文件夹' }).click();
    stick.fill();
    await page.getByRole('button', { name: '立即备份' }).click();
    await page.locator('.backup-page [role=alert]').waitFor();
    const seen = [await words(page, '.backup-page [role=alert]')];
    expect(seen[0]).toContain('备份盘已满');
    await noDemo();
    await goTo(page, '/');
    const line = page.locator('.todo', { hasText: '备份没有完成' });
    await line.waitFor({ timeout: 40_000 });
    seen.push((await line.locator('strong').innerText()).trim());
    stick.empty();
    await goTo(page, '/backup');
    await page.getByRole('button', { name: '立即备份' }).click();
    await page.getByText('备份完成').waitFor();
    await nothingLost('full-backup', seen);
  });

  it('at the database: the next save is refused, and the next start brings everything in', async () => {
    const { page, profile } = desk;
    disks.IndexedDB.fill();
    // What the journal holds is acknowledged, whether the database took it or not.
    acknowledged.push(...(await registerSome(page, 200)));
    await openVisits(page);
    const form = await beginVisit(page);
    await typeOn(page, '', '数据库满时的客人', '', '');
    await page.keyboard.press('1');
    await page.keyboard.press('Control+Enter');
    const seen = [await words(page, 'form.record [role=alert]')];
    expect(seen[0]).toContain('数据库写不进去');
    expect(await form.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('数据库满时的客人');
    await desk.close();
    disks.IndexedDB.empty();
    desk = await startSignedIn(profile, [`--clock=${CLOCK}`]);
    seen.push(...(await banners(desk.page)));
    await nothingLost('full-database', seen);
    // The journal alone holds it all, too.
    await desk.close();
    for (const name of readdirSync(disks.IndexedDB.folder))
      rmSync(path.join(disks.IndexedDB.folder, name), { recursive: true });
    desk = await startSignedIn(profile, [`--clock=${CLOCK}`]);
    expect(compare(acknowledged, await storedVisits(desk.page))).toEqual(WHOLE);
  });
});
