/** The shift's pages: what was passed on and its record, the checklists, tasks, and the sheets of the month's end. */
import type { Page } from 'playwright-core';
import { goTo, rows } from '../../helpers/visits';
import { picture, savePrinted } from '../tour';

async function log(page: Page): Promise<void> {
  await goTo(page, '/shift');
  await page.getByRole('heading', { name: '交接班', exact: true }).waitFor();
  // The first is the shift at hand; the one before it has been handed over.
  await rows(page).nth(1).click();
  await picture(page, '交接班');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '交接班记录');
  await goTo(page, '/shift/lists');
  await page.getByRole('grid').waitFor();
  await picture(page, '检查表');
  await goTo(page, '/shift/tasks');
  await rows(page).first().click();
  await picture(page, '交办任务');
  await goTo(page, '/shift/meetings');
  await rows(page).first().click();
  await picture(page, '周例会');
  await page.keyboard.press('Control+p');
  await savePrinted(page, '周例会记录');
}

async function monthSheets(page: Page): Promise<void> {
  await goTo(page, '/printing');
  await page.locator('table tbody tr').first().waitFor();
  await picture(page, '月末全套');
}

export const shiftSteps = [
  ['reads what the shift before passed on', log],
  ['finds the sheets of the month’s end', monthSheets],
] as const;
