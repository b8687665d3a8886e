/** Drives the page by its keys alone, and watches that every stop of the keyboard is seen. */
import type { Page } from 'playwright-core';

/** What has the focus. */
export interface Stop {
  /** Its name as a screen reader says it; '' for the page itself. */
  readonly name: string;
  readonly tag: string;
  readonly value: string;
  /** In the side bar, the top bar, the page, a dialog, or nowhere. */
  readonly region: 'nav' | 'header' | 'main' | 'dialog' | 'toasts' | 'gate' | '';
}

/** Watches every stop from now on: what has the focus must look different from when it has not. */
export async function watchFocus(page: Page): Promise<void> {
  await page.evaluate(() => {
    interface Look {
      readonly outline: string;
      readonly edge: string;
      readonly ground: string;
    }
    const ROOM = 4;
    /** Red, green, blue and alpha of a computed colour. */
    const parts = (color: string): readonly number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = parts(color).map((part) => {
        const share = part / 255;
        return share <= 0.039_28 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one: string, other: string): number => {
      const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const groundOf = (element: Element | null): string => {
      for (let at = element; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if ((parts(backgroundColor)[3] ?? 1) === 1) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    /** What may show the focus of an element: itself, what stands around it, the line it is at. */
    const bearers = (element: Element): readonly Element[] => {
      const line = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
      const around: Element[] = [];
      for (let at: Element | null = element; at && around.length < ROOM; at = at.parentElement)
        around.push(at);
      return line ? [...around, line] : around;
    };
    const looks = (of: readonly Element[]): readonly Look[] =>
      of.map((element) => {
        const { outlineStyle, outlineWidth, outlineColor, outlineOffset, borderTopColor } =
          getComputedStyle(element);
        const outside = parseFloat(outlineOffset) >= 0;
        return {
          outline: outlineStyle === 'none' || outlineWidth === '0px' ? '' : outlineColor,
          edge: borderTopColor,
          ground: groundOf(outside ? element.parentElement : element),
        };
      });
    /** Seen: a line around it or an edge that stands out from what was there, by 3 : 1 (WCAG 2.2, 1.4.11). */
    const isSeen = (now: readonly Look[], before: readonly Look[]): boolean =>
      now.some(({ outline, edge, ground }, at) => {
        const was = before[at];
        const framed = outline !== '' && outline !== was?.outline && contrast(outline, ground) >= 3;
        return framed || (edge !== was?.edge && contrast(edge, was?.edge ?? ground) >= 3);
      });
    const watched = { stops: 0, dim: [] as string[] };
    Object.assign(window, { watched });
    let at: {
      readonly element: Element;
      readonly of: readonly Element[];
      readonly looks: readonly Look[];
    } | null = null;
    window.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof Element) || target.matches('main')) return;
      const of = bearers(target);
      at = { element: target, of, looks: looks(of) };
    });
    window.addEventListener('focusout', ({ target }) => {
      if (at?.element !== target || !at?.element.isConnected) return;
      watched.stops += 1;
      if (isSeen(at.looks, looks(at.of))) return;
      const { tagName, className } = at.element;
      const { labels } = at.element as HTMLInputElement;
      const name =
        at.element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? at.element.textContent ?? '';
      watched.dim.push(`${tagName}.${className} ${name.slice(0, 30)}`);
    });
  });
}

/** How many stops were watched, and those that could not be told from any other place. */
export const watched = (page: Page): Promise<{ readonly stops: number; readonly dim: readonly string[] }> =>
  page.evaluate(() => (window as unknown as { watched: { stops: number; dim: string[] } }).watched);

/** What has the focus now. */
export const here = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const regions = {
      dialog: 'dialog',
      nav: 'nav',
      header: 'header.top',
      toasts: '.toasts',
      main: 'main',
      gate: '.gate',
    };
    const region =
      (Object.keys(regions) as (keyof typeof regions)[]).find((name) => element?.closest(regions[name])) ??
      '';
    if (!element || element === document.body) return { name: '', tag: '', value: '', region: '' as const };
    const field = element as HTMLInputElement;
    const by = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
    const label = field.labels?.[0]?.textContent ?? '';
    const name =
      element.getAttribute('aria-label') ??
      (by.trim() ||
        label ||
        (element.tagName === 'MAIN' ? '' : element.textContent) ||
        field.placeholder ||
        '');
    const value =
      element instanceof HTMLSelectElement ? (element.selectedOptions[0]?.label ?? '') : (field.value ?? '');
    return { name: name.replace(/\s+/g, ' ').trim(), tag: element.tagName, value, region };
  });

const fits = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? name.includes(wanted) : wanted.test(name);

/** Presses Tab (or another key) until the stop of that name has the focus. */
export async function tabTo(
  page: Page,
  wanted: string | RegExp,
  { key = 'Tab', most = 90 }: { readonly key?: string; readonly most?: number } = {},
): Promise<Stop> {
  const passed: string[] = [];
  for (let count = 0; count <= most; count += 1) {
    const stop = await here(page);
    if (fits(stop.name, wanted)) return stop;
    passed.push(stop.name || `<${stop.tag}>`);
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not reach ${String(wanted)}: ${passed.join(' | ')}`);
}

/** Goes to a field and types into it; what stood there is typed over. */
export async function typeInto(page: Page, wanted: string | RegExp, text: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Goes to a list of choices and walks it to one of them. */
export async function chooseIn(page: Page, wanted: string | RegExp, option: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Home');
  for (let before = ''; ;) {
    const { value } = await here(page);
    if (value.includes(option)) return;
    if (value === before) throw new Error(`no choice ${option}`);
    before = value;
    await page.keyboard.press('ArrowDown');
  }
}

/** Goes to a button and presses it. */
export async function press(page: Page, wanted: string | RegExp): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

/** Opens a page from the side bar: F6, the arrows, Enter; folded groups open on the way. */
export async function openBySideBar(page: Page, label: string): Promise<void> {
  for (let count = 0; (await here(page)).region !== 'nav'; count += 1) {
    if (count > 4) throw new Error('F6 does not lead into the side bar');
    await page.keyboard.press('F6');
  }
  await page.keyboard.press('Home');
  for (let before = ''; ;) {
    const { name, tag } = await here(page);
    if (tag === 'A' && name.startsWith(label)) break;
    if (name === before) throw new Error(`${label} is not in the side bar`);
    before = name;
    const folded = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-expanded') === 'false',
    );
    if (folded) await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.locator(`nav a[aria-current=page]`, { hasText: label }).waitFor();
  await page.waitForFunction(() => !document.querySelector('main .skeleton'));
}
