/** Rows of docs/faults.md: each is what a test measured and read, and stands there only when the test passed. */
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import list from '../faults/list.json';

export interface Shown {
  /** What the clerk read on the page, as it stood there; `null` where the test opens no page. */
  readonly seen: readonly string[] | null;
  /** Records acknowledged as saved before, during and after the fault. */
  readonly acknowledged: number;
  /** How many of them are not there afterwards. */
  readonly missing: number;
}

/**
 * Called last in a test of a fault: nothing acknowledged may be missing. `npm run faults` gathers the rows.
 * @param fault id in test/faults/list.json
 */
export function shown(fault: string, row: Shown): void {
  expect(list.map(({ id }) => id)).toContain(fault);
  expect(row.acknowledged).toBeGreaterThan(0);
  expect(row.missing).toBe(0);
  const folder = process.env.DESKBOOK_FAULTS;
  if (!folder) return;
  const { currentTestName } = expect.getState();
  onTestFinished(({ task }) => {
    if (task.result?.state !== 'pass') return;
    const line = JSON.stringify({ fault, test: currentTestName, ...row });
    appendFileSync(path.join(folder, `${process.pid}.jsonl`), `${line}\n`);
  });
}

/** The words at a place of the page, on one line. */
export const words = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ').trim();

/** What the notices above the page say, without their button. */
export async function banners(page: Page): Promise<readonly string[]> {
  const texts = await page.locator('.banner').allInnerTexts();
  return texts.map((text) =>
    text
      .replace(/\s*关闭\s*$/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}
