/** A desk and its endpoint in the real app. */
import type { Page } from 'playwright-core';
import type { Reachable } from './endpoint';

/** The first sync of a club takes longer than a page. */
export const SOON = { timeout: 60_000 };

/** Waits until the top bar says so. */
export const pill = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator('.state-pill', { hasText: text }).waitFor(SOON);

/** Fills the form of joining in, with a fresh code, and sends it. */
export async function joinBy(page: Page, endpoint: Reachable, deskName: string): Promise<void> {
  await page.getByLabel('端点地址').fill(new URL(endpoint.url).origin);
  await page.getByLabel('一次性代码').fill(await endpoint.newCode());
  await page.getByLabel('本台名称').fill(deskName);
  await page.keyboard.press('Control+Enter');
}
