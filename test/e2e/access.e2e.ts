// Every page, every tab of it, a record and its form: WCAG 2.2 AA by axe, English without a Chinese word of ours,
// and nothing cut off, laid over something else or pushed out of the window, at 100, 125 and 150 %.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zhCN } from '@shared/messages/zh-CN';
import { demoDesk, dropProfile, type Desk } from '../helpers/app';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Some 150 states; under a load of other work each may take seconds. */
const WALK_MS = 600_000;
const HAN_RUN = /[\p{Script=Han}，、。；：“”？！]{2,}/gu;

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'));

/** Where the features' pages are. */
const PAGES = readdirSync('renderer/features').flatMap((feature) => {
  const manifest = readFileSync(`renderer/features/${feature}/manifest.ts`, 'utf8');
  return /path: '(\/[a-z-]+)'/.exec(manifest)?.[1] ?? [];
});

/** Pages on which something is filled in. */
const FORMS = [
  '/visits/new',
  '/enquiries/new',
  '/lost-property/new',
  '/lost-property/reports/new',
  '/complaints/new',
  '/talks/new',
  '/work-orders/new',
  '/sales',
  '/fees/new',
  '/loans/new',
  '/loans/tips/new',
  '/tills/handover',
  '/tills/seal',
  '/deposits',
  '/counts',
  '/orders/new',
  '/incidents/new',
  '/roster/leaves/new',
  '/settings/club',
  '/settings/shop',
] as const;

const textsOf = (tree: object): readonly string[] =>
  Object.values(tree).flatMap((value: string | object) =>
    typeof value === 'string' ? (value.match(HAN_RUN) ?? []) : textsOf(value),
  );

/** Words that a club's records and settings hold: they stand as they were written. */
const DATA = new Set(
  [...filesBelow('shared/demo'), readFileSync('shared/core/settings.ts', 'utf8')].flatMap(
    (source) => source.match(HAN_RUN) ?? [],
  ),
);
/** Words of ours that English must not show. */
const OURS = new Set(textsOf(zhCN).filter((word) => !DATA.has(word)));

describe('every page', () => {
  let desk: Desk;

  beforeAll(async () => {
    // In the middle of a day: the till is open, there is something to hand over.
    desk = await demoDesk('9001', { args: ['--clock=2026-11-21T06:42:00Z'] });
    await desk.page.evaluate(AXE);
  });

  afterAll(async () => {
    await desk.close();
    dropProfile(desk.profile);
  });

  const go = async (path: string): Promise<void> => {
    await desk.page.evaluate((hash) => void (window.location.hash = hash), path);
    const page = `#/${path.split('/')[1] ?? ''}`;
    await desk.page.locator(`nav a[aria-current=page][href="${page}"]`).waitFor({ state: 'attached' });
    await desk.page.locator('main h1, main h2').first().waitFor();
    await desk.page.waitForFunction(() => !document.querySelector('main .skeleton'));
  };

  const violations = (): Promise<readonly string[]> =>
    desk.page.evaluate(async (rules) => {
      const { axe } = window as unknown as {
        axe: { run: (of: Document, how: object) => Promise<AxeResults> };
      };
      const found = await axe.run(document, { resultTypes: ['violations'], runOnly: rules });
      return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    }, RULES);

  /** Chinese that is seen or read out; what is marked as Chinese is the name of a paper. */
  const chinese = async (): Promise<readonly string[]> => {
    const texts = await desk.page.evaluate(() => {
      const found: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { parentElement, textContent } = walker.currentNode;
        if (parentElement?.checkVisibility() && !parentElement.closest('body [lang="zh-CN"]'))
          found.push(textContent ?? '');
      }
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        for (const element of document.querySelectorAll(`[${name}]`))
          found.push(element.getAttribute(name) ?? '');
      return found;
    });
    return texts.flatMap((text) => text.match(HAN_RUN) ?? []).filter((word) => OURS.has(word));
  };

  /** Controls whose words are cut off, or that lie beyond the window's edge. */
  const misplaced = (): Promise<readonly string[]> =>
    desk.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main button, main a.button, main h1, main label')]
        .filter((element) => element.checkVisibility() && !element.closest('[data-register-rows]'))
        .filter((element) => {
          const { right, left } = element.getBoundingClientRect();
          const inScroll = element.closest('.scroll, [style*="overflow"], .lines, table') !== null;
          return (
            element.scrollWidth > element.clientWidth + 1 ||
            (!inScroll && (right > innerWidth + 1 || left < 0))
          );
        })
        .map((element) => `${element.tagName} ${element.className} ${element.textContent ?? ''}`),
    );

  /** Every state of a page that can be reached from it with one key or click. */
  async function eachState(path: string, visit: (where: string) => Promise<void>): Promise<void> {
    const { page } = desk;
    await go(path);
    await visit(path);
    const tabs = page.locator('.page-head .segmented').first().getByRole('button');
    for (let at = 1; at < (await tabs.count()); at += 1) {
      await tabs.nth(at).click();
      await page.waitForFunction(() => !document.querySelector('main .skeleton'));
      await visit(`${path}, tab ${at + 1}`);
    }
    await go(path);
    const row = page.locator('[data-register-rows] [data-id]').first();
    if (await row.isVisible()) {
      await row.click();
      await visit(`${path}, a record`);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('F2');
    await visit(`${path}, F2`);
    await page.keyboard.press('Escape');
  }

  const SETTINGS = [
    'club',
    'shop',
    'roster',
    'checklists',
    'emergency',
    'inspection',
    'service',
    'staff',
  ].concat(['departments', 'desks', 'numbers', 'import', 'printing', 'about']);

  it(
    'is as WCAG 2.2 AA asks, in Chinese',
    async () => {
      expect(OURS.size).toBeGreaterThan(1_000);
      expect(PAGES.length).toBeGreaterThan(25);
      // What the walk in English looks for is found in Chinese.
      expect((await chinese()).length).toBeGreaterThan(5);
      const found: string[] = [];
      for (const path of ['/', ...PAGES, ...SETTINGS.map((name) => `/settings/${name}`)]) {
        await go(path);
        found.push(...(await violations()).map((violation) => `${path}: ${violation}`));
      }
      expect(found).toEqual([]);
    },
    WALK_MS,
  );

  it(
    'speaks English alone in English, with its tabs, records and forms',
    async () => {
      const { page } = desk;
      await page.locator('.who').click();
      await page.getByRole('menuitem', { name: 'English' }).click();
      await page.getByRole('link', { name: 'Today' }).waitFor();
      const found: string[] = [];
      for (const path of PAGES)
        await eachState(path, async (where) => {
          const said = [...(await chinese()), ...(await violations()), ...(await misplaced())];
          found.push(...said.map((what) => `${where}: ${what}`));
        });
      for (const name of SETTINGS) {
        await go(`/settings/${name}`);
        found.push(...(await chinese()).map((what) => `${name}: ${what}`));
      }
      expect(found).toEqual([]);
    },
    WALK_MS,
  );

  const zoom = (factor: number): Promise<void> =>
    desk.app.evaluate(({ BrowserWindow }, to) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to);
    }, factor);

  /** Words and controls that lie over each other, as far as each is shown. */
  const overlapping = (): Promise<readonly string[]> =>
    desk.page.evaluate(() => {
      const SLACK = 3;
      const shown = (element: Element): DOMRect => {
        let { left, right, top, bottom } = element.getBoundingClientRect();
        for (let at = element.parentElement; at; at = at.parentElement) {
          if (getComputedStyle(at).overflow === 'visible') continue;
          const box = at.getBoundingClientRect();
          [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
          [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
        }
        return new DOMRect(left, top, right - left, bottom - top);
      };
      const boxes = [
        ...document.querySelectorAll(
          'main :is(label, legend, th, td, input, select, textarea, button, h1, h2)',
        ),
      ]
        .filter((element) => element.checkVisibility() && getComputedStyle(element).opacity !== '0')
        .map((element) => ({ element, box: shown(element) }))
        .filter(({ box }) => box.width > SLACK && box.height > SLACK);
      const name = ({ textContent, tagName }: Element): string =>
        `${tagName} ${(textContent ?? '').slice(0, 20)}`;
      return boxes.flatMap(({ element, box }, at) =>
        boxes
          .slice(at + 1)
          .filter(
            (other) =>
              !element.contains(other.element) &&
              !other.element.contains(element) &&
              Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > SLACK &&
              Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > SLACK,
          )
          .map((other) => `${name(element)} and ${name(other.element)}`),
      );
    });

  it(
    'lays nothing over anything else in its forms at 125 %',
    async () => {
      const found: string[] = [];
      await zoom(1.25);
      for (const path of FORMS) {
        await go(path);
        if (path === '/tills/handover') await desk.page.locator('.till-close table.tenders').waitFor();
        found.push(...[...(await overlapping()), ...(await misplaced())].map((what) => `${path}: ${what}`));
      }
      await zoom(1);
      expect(found).toEqual([]);
    },
    WALK_MS,
  );

  it(
    'keeps everything within the window at 150 %',
    async () => {
      const { page } = desk;
      await zoom(1.5);
      const found: string[] = [];
      for (const path of ['/', ...PAGES]) {
        await go(path);
        found.push(...(await misplaced()).map((what) => `${path}: ${what}`));
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
      }
      await zoom(1);
      expect(found).toEqual([]);
    },
    WALK_MS,
  );
});
