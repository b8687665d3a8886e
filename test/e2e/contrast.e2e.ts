/**
 * What the system's settings ask for (docs/access.md): in a contrast theme, which takes our colours away, what is
 * chosen, cannot be used, is late or has the focus is still told apart; more contrast; no motion.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDesk, dropProfile, type Desk } from '../helpers/app';
import { goTo, openVisits, rows } from '../helpers/visits';

let desk: Desk;

beforeAll(async () => {
  desk = await demoDesk('1002', { args: ['--clock=2026-11-21T06:42:00Z'] });
});
afterAll(async () => {
  await desk.close();
  dropProfile(desk.profile);
});

interface Look {
  readonly ground: string;
  readonly text: string;
  readonly edge: string;
  readonly line: string;
}

/** How the first element that fits is painted. */
const look = (selector: string): Promise<Look> =>
  desk.page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const style = getComputedStyle(element);
      return {
        ground: style.backgroundColor,
        text: style.color,
        edge: `${style.borderTopStyle} ${style.borderTopWidth}`,
        line: `${style.outlineStyle} ${style.outlineWidth}`,
      };
    });

/** Puts parts of ours that no page shows at all times at the end of the page. */
const addParts = (): Promise<void> =>
  desk.page.evaluate(() => {
    document.querySelector('.parts')?.remove();
    document.querySelector('main')?.insertAdjacentHTML(
      'beforeend',
      `<div class="parts">
        <span class="tag">已登记</span> <span class="tag due">将到时</span> <span class="tag overdue">逾期</span>
        <button class="button can">保存</button> <button class="button cannot" disabled>保存</button>
        <button class="button primary">保存</button>
        <div class="signature-pad"></div> <div class="skeleton" style="height: 20px"></div>
      </div>`,
    );
  });

describe.each(['dark', 'light'] as const)('a %s contrast theme', (colorScheme) => {
  beforeAll(async () => {
    const { page } = desk;
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await openVisits(page);
    await page.getByLabel('期间').selectOption('thisMonth');
    await rows(page).nth(1).waitFor();
  });

  it('fills the row, the page and the switch that are chosen', async () => {
    const { page } = desk;
    await rows(page).first().click();
    await page.locator('[role=row][aria-selected=true]').waitFor();
    for (const [chosen, other] of [
      ['[role=row][aria-selected=true]', '[role=row][aria-selected=false]'],
      ['.side a[aria-current=page]', '.side a:not([aria-current])'],
      ['.segmented [aria-pressed=true]', '.segmented [aria-pressed=false]'],
    ] as const) {
      const [one, two] = [await look(chosen), await look(other)];
      expect(one.ground, chosen).not.toBe(two.ground);
      expect(one.text, chosen).not.toBe(one.ground);
    }
  });

  it('fills the chip that is chosen', async () => {
    const { page } = desk;
    await page.keyboard.press('F2');
    await page.locator('form[aria-label=登记来访] input:focus').waitFor();
    const chip = page.locator('form .chip').first();
    const before = await look('form .chip');
    await chip.click();
    expect((await look('form .chip')).ground).not.toBe(before.ground);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '放弃', exact: true }).click();
  });

  it('draws a line around what has the focus', async () => {
    const { page } = desk;
    await page.keyboard.press('Escape');
    const search = await look('.filters .words');
    await page.locator('.filters .words').focus();
    expect((await look('.filters .words')).line).toBe('solid 3px');
    expect(search.line).not.toBe('solid 3px');
    await page.locator('[data-register-rows]').focus();
    await page.keyboard.press('Shift');
    expect((await look('.panel.table')).line).toBe('solid 3px');
    await page.keyboard.press('F6');
    expect((await look('.side a[aria-current=page]')).line).toBe('solid 3px');
  });

  it('tells due from overdue, and what can be pressed from what cannot', async () => {
    await addParts();
    const [plain, due, overdue] = [
      await look('.parts .tag'),
      await look('.parts .due'),
      await look('.parts .overdue'),
    ];
    expect(plain.edge).toBe('solid 1px');
    expect(due.edge).toBe('double 3px');
    expect(overdue.ground).not.toBe(plain.ground);
    const [can, cannot, primary] = [await look('.can'), await look('.cannot'), await look('.parts .primary')];
    expect(cannot.text).not.toBe(can.text);
    expect(cannot.edge).toBe('dashed 1px');
    expect(primary.edge).toBe('solid 2px');
    expect((await look('.parts .signature-pad')).ground).toBe('rgb(255, 254, 249)');
  });

  it('draws charts in the theme’s own colours', async () => {
    const { page } = desk;
    await goTo(page, '/lost-property/figures');
    const canvas = page.locator('.figures-grid canvas');
    await canvas.waitFor();
    const ground = await look('body');
    // The words of the axis: what is neither ground nor empty and as far from the ground as text must be.
    const darkest = await canvas.evaluate((element: HTMLCanvasElement) => {
      const pixels = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? [];
      let [low, high] = [255, 0];
      for (let at = 0; at < pixels.length; at += 4)
        if (pixels[at + 3] === 255) {
          low = Math.min(low, pixels[at] ?? 0);
          high = Math.max(high, pixels[at] ?? 0);
        }
      return { low, high };
    });
    if (colorScheme === 'dark') {
      expect(ground.ground).toBe('rgb(0, 0, 0)');
      expect(darkest.high).toBe(255);
    } else {
      expect(ground.ground).toBe('rgb(255, 255, 255)');
      expect(darkest.low).toBe(0);
    }
  });
});

describe('other settings', () => {
  it('darkens lines where more contrast is asked for', async () => {
    const { page } = desk;
    await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light', contrast: 'no-preference' });
    await openVisits(page);
    const edge = (): Promise<string> =>
      page.locator('header.top').evaluate((element) => getComputedStyle(element).borderBottomColor);
    expect(await edge()).toBe('rgb(228, 226, 218)');
    await page.emulateMedia({ contrast: 'more' });
    expect(await edge()).toBe('rgb(125, 130, 125)');
    await page.emulateMedia({ contrast: 'no-preference' });
  });

  it('moves nothing where less motion is asked for', async () => {
    const { page } = desk;
    await addParts();
    const moving = (): Promise<string> =>
      page.locator('.parts .skeleton').evaluate((element) => getComputedStyle(element).animationName);
    expect(await moving()).toBe('shimmer');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving()).toBe('none');
  });
});
