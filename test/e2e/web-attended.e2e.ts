// Issue 5, point 6: a browser that nobody attends ends its session, and shows the photos of records in sight alone.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Photo } from '@shared/blobs/schema';
import { NEVER_DUE } from '@shared/core/envelope';
import type { FoundItem } from '@shared/lost-property/schema';
import {
  dialog,
  edited,
  firstSignIn,
  go,
  heading,
  OWN_PASSWORD,
  push,
  startWebView,
  typeSignIn,
  type WebView,
} from '../helpers/web-view';

let web: WebView;
let page: Page;
let item: FoundItem;

beforeAll(async () => {
  web = await startWebView('sqlite');
  const found = (web.records.get('lostItems') ?? []).find(
    (doc): doc is FoundItem => doc.kind === 'foundItem' && doc.status === 'handedOver',
  );
  if (!found) throw new Error('nothing is at HR');
  item = found;
  page = await (await web.profile()).newPage();
  await page.clock.install();
  await firstSignIn(web, page, '3001');
});
afterAll(() => web.end());

/** A picture as a desk stores and sends it. */
async function takePhoto(): Promise<Photo> {
  const bytes = readFileSync('docs/pictures/claim.png');
  const sha = createHash('sha256').update(bytes).digest('hex');
  const headers = { ...web.desk.headers(), 'content-type': 'application/octet-stream' };
  const { status } = await fetch(`${web.endpoint.url}/blobs/${sha}`, { method: 'PUT', headers, body: bytes });
  expect(status).toBe(204);
  return {
    id: 'photo-1',
    kind: 'photo',
    status: 'active',
    day: item.day,
    dueAt: NEVER_DUE,
    desk: 'A',
    by: item.by,
    at: item.at,
    key: item.id,
    ver: { A: 1 },
    body: { v: 1, sha, bytes: bytes.length, type: 'image/jpeg', width: 1365, height: 767 },
  };
}

describe('HR’s browser', () => {
  it('shows a photo that a desk took, and lets nobody take one', async () => {
    const photo = await takePhoto();
    expect((await web.desk.add('attachments', [photo])).body).toEqual({ conflicts: [], rejected: [] });
    await push(web.desk, 'lostItems', edited(item, { photos: [photo.id] }), item);
    await go(page, `/lost-property/hr/${item.id}`);
    await page.waitForFunction(
      () => (document.querySelector<HTMLImageElement>('.photos img')?.naturalWidth ?? 0) > 0,
    );
    expect(await page.getByRole('button', { name: '添加照片' }).count()).toBe(0);
  });

  it('signs out when nobody has touched it for the set time, and keeps what was typed', async () => {
    await go(page, `/lost-property/hr/${item.id}/police`);
    await dialog(page).getByLabel('回执号').fill('公安 2026-81');
    // What the page asks for meanwhile keeps no session alive.
    await page.clock.fastForward('31:00');
    await page.getByText('30 分钟没有操作，已自动退出').waitFor();
    expect(await page.content()).not.toContain(item.body.no);
    await typeSignIn(page, '3001', OWN_PASSWORD);
    await expect.poll(() => dialog(page).getByLabel('回执号').inputValue()).toBe('公安 2026-81');
    await dialog(page).getByRole('button', { name: '送交公安' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await go(page, '/');
    await heading(page, '今日').waitFor();
  });
});
