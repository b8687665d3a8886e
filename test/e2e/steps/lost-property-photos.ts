/** Photos of the things that stand in the list of lost property: what is refused, kept, and told of a file that is gone. */
import { readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Desk } from '../../helpers/app';
import { dialog, openLost, rows, side } from '../../helpers/lost-property';
import { png } from '../../helpers/png';

/**
 * @param of the desk, where 男士腕表 and 墨绿折叠伞 were taken in
 * @param files folder for files to choose
 */
export function photoSteps(of: () => Desk, files: () => string): void {
  const openDialog = async (): Promise<void> => {
    const { page } = of();
    await openLost(page);
    await rows(page).filter({ hasText: '男士腕表' }).click();
    await page.getByRole('button', { name: '添加照片' }).click();
    await dialog(page).waitFor();
  };
  const choose = (name: string, buffer: Buffer): Promise<void> =>
    of().page.locator('dialog input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
  const blobs = (): string[] =>
    readdirSync(path.join(of().profile, 'blobs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /[0-9a-f]{64}$/.test(name),
    );

  it('refuses what is no image, too large a file and a decompression bomb, each with its message', async () => {
    const { page } = of();
    await openDialog();
    await choose('a.png', Buffer.from('this is no image at all'));
    await page.getByText('这不是能用的照片').waitFor();
    await choose('bomb.png', png(30_000, 30_000));
    await page.getByText('图片尺寸过大').waitFor();
    await choose('cut.png', png(600, 400).subarray(0, 60));
    await page.getByText('图片已损坏').waitFor();
    const large = path.join(files(), 'large.png');
    writeFileSync(large, '');
    truncateSync(large, 50_000_000);
    await page.locator('dialog input[type=file]').setInputFiles(large);
    await page.getByText('文件太大').waitFor();
    rmSync(large);
    await page.keyboard.press('Escape');
  });

  it('keeps a small JPEG of a file and of the camera, which is off when the dialog is closed', async () => {
    const { page } = of();
    await openDialog();
    await choose('a.png', png(2400, 1800));
    await page.getByText(/1600 × 1200，\d+ KB/).waitFor();
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await openDialog();
    await dialog(page).getByRole('button', { name: '打开摄像头' }).click();
    await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
    await dialog(page).getByRole('button', { name: '拍照' }).click();
    await page.getByText(/\d+ × \d+，\d+ KB/).waitFor();
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.querySelectorAll('.photos img').length === 2);
    expect(blobs()).toHaveLength(2);
    const refused = await page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => false,
        () => true,
      ),
    );
    expect(refused).toBe(true);
  });

  it('says in the record when a file was changed or is gone', async () => {
    const { page } = of();
    const [changed = '', gone = ''] = blobs();
    writeFileSync(path.join(of().profile, 'blobs', changed), 'something else');
    rmSync(path.join(of().profile, 'blobs', gone));
    await openLost(page);
    await rows(page).filter({ hasText: '墨绿折叠伞' }).click();
    await rows(page).filter({ hasText: '男士腕表' }).click();
    await page.getByText('照片文件被改动过').waitFor();
    await page.getByText('照片文件不见了').waitFor();
    const changedShot = page.locator('.photos .shot', { hasText: '照片文件被改动过' });
    await changedShot.click();
    await dialog(page).getByRole('button', { name: '删除照片' }).click();
    await dialog(page).getByText('请填写').waitFor();
    await dialog(page).getByLabel('删除原因').fill('文件损坏');
    await dialog(page).getByRole('button', { name: '删除照片' }).click();
    await changedShot.waitFor({ state: 'detached' });
    expect(await side(page).innerText()).toContain('原因：文件损坏');
  });
}
