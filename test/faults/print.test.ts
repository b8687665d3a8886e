// Printing fails in the middle of work: the preview says what happened and what to do, and the form comes out later.
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoProfile, dropProfile, type Desk } from '../helpers/app';
import { pidOf } from '../helpers/crash';
import { startCups, type Cups } from '../helpers/cups';
import {
  compare,
  registerSome,
  startSignedIn,
  storedVisits,
  WHOLE,
  type Acknowledged,
} from '../helpers/faults';
import { dialog } from '../helpers/lost-property';
import { shown, words } from '../helpers/shown';
import { goTo, notice, openVisits } from '../helpers/visits';

const DRILL = process.env.DESKBOOK_ROUNDS !== undefined;

describe.runIf(process.platform === 'linux')('printing', () => {
  let profile: string;
  let cups: Cups;
  let desk: Desk;
  const acknowledged: Acknowledged[] = [];

  beforeAll(async () => {
    cups = await startCups(['Front_Desk']);
    profile = await demoProfile();
    desk = await startSignedIn(profile, [], { CUPS_SERVER: cups.server });
    acknowledged.push(...(await registerSome(desk.page, 20)));
  });

  afterAll(async () => {
    await desk.close();
    dropProfile(profile);
    await cups.stop();
  });

  const formReady = (): Promise<void> =>
    desk.page.locator('.pdf-page canvas').first().waitFor({ timeout: 60_000 });
  const openRegister = async (): Promise<void> => {
    await openVisits(desk.page);
    await desk.page.getByLabel('期间').selectOption('thisMonth');
    await desk.page.keyboard.press('Control+p');
    await dialog(desk.page).waitFor();
  };
  const closePreview = async (): Promise<void> => {
    await desk.page.keyboard.press('Escape');
    await dialog(desk.page).waitFor({ state: 'detached' });
  };

  /** Registers more, compares, tells the row. */
  async function nothingLost(fault: string, seen: readonly string[]): Promise<void> {
    acknowledged.push(...(await registerSome(desk.page, 2)));
    const found = compare(acknowledged, await storedVisits(desk.page));
    expect(found).toEqual(WHOLE);
    shown(fault, { seen, acknowledged: acknowledged.length, missing: found.missing });
  }

  /** The print process, ready and idle after a small form. */
  async function printProcess(): Promise<number> {
    await goTo(desk.page, '/settings/printing');
    await desk.page.getByRole('button', { name: '打印测试页' }).click();
    await formReady();
    await closePreview();
    const pid = await pidOf(desk.app, 'print');
    if (pid === null) throw new Error('no print process');
    return pid;
  }

  it('without memory for the print process: said, and a new one makes the form', async () => {
    const pid = await printProcess();
    // Not a byte more than it has.
    expect(spawnSync('prlimit', ['--pid', String(pid), '--data=1']).status).toBe(0);
    await openRegister();
    const seen = [await words(desk.page, 'dialog .print-paper [role=alert] strong')];
    await dialog(desk.page).getByRole('button', { name: '重试' }).click();
    await formReady();
    expect(await pidOf(desk.app, 'print')).not.toBe(pid);
    await closePreview();
    await nothingLost('print-memory', seen);
  });

  it('with a print process that is killed at work, or hangs: said, and a new one makes the form', async () => {
    // The drill waits until a process that hangs is given up.
    for (const fault of DRILL ? ['print-killed', 'print-hangs'] : ['print-killed']) {
      const pid = await printProcess();
      process.kill(pid, 'SIGSTOP');
      await openRegister();
      await desk.page.getByText('正在生成').waitFor();
      if (fault === 'print-killed') process.kill(pid, 'SIGKILL');
      const failed = desk.page.locator('dialog .print-paper [role=alert] strong');
      await failed.waitFor({ timeout: 180_000 });
      const seen = [await failed.innerText()];
      await dialog(desk.page).getByRole('button', { name: '重试' }).click();
      await formReady();
      await closePreview();
      await nothingLost(fault, seen);
    }
  });

  it('with a printing service that dies: said at printing and at the next preview, and printed once it is back', async () => {
    const { page } = desk;
    await openRegister();
    await formReady();
    await cups.stop();
    await dialog(page).getByRole('button', { name: '打印', exact: true }).click();
    await dialog(page).locator('.print-side [role=alert]').waitFor();
    const seen = [await words(page, 'dialog .print-side [role=alert]')];
    expect(seen[0]).toContain('打印服务没有运行');
    await closePreview();
    await nothingLost('spooler-dies', seen);
  });

  it('with a printing service that is not running: said at once, and printed once it is back', async () => {
    const { page, profile: own } = desk;
    await openRegister();
    await formReady();
    await dialog(page).locator('.print-side .notice').waitFor();
    const seen = [await words(page, 'dialog .print-side .notice')];
    expect(seen[0]).toContain('打印服务没有运行');
    await closePreview();
    await desk.close();
    cups = await startCups(['Front_Desk']);
    desk = await startSignedIn(own, [], { CUPS_SERVER: cups.server });
    await openRegister();
    await formReady();
    await desk.page.keyboard.press('Enter');
    await notice(desk.page, '已发送到打印机').waitFor();
    expect(await cups.arrived(1)).toHaveLength(1);
    await nothingLost('spooler-down', seen);
  });
});
