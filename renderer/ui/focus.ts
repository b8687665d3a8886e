/** Where the keyboard is: when what had the focus is gone, and by arrows along a list of links or buttons. */
import type { KeyboardEvent } from 'react';

/** Nothing of the page has the focus: another page was opened, or what had it was removed. */
export const isNowhere = (): boolean => document.activeElement?.matches('body, main') ?? true;

/** Puts the focus on the page's list, where the arrow keys work, or else on the page: Tab goes on from its top. */
export function focusPage(): void {
  const page = document.querySelector<HTMLElement>('main');
  (page?.querySelector<HTMLElement>('[data-register-rows]') ?? page)?.focus({ preventScroll: true });
}

/** Gives the focus back to what had it, or to the page where that is gone. */
export function focusAgain(before: Element | null): void {
  if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
  if (isNowhere()) focusPage();
}

/** ↑ ↓ Home End walk the links and buttons of a list. */
export function walkByArrows(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button')];
  const here = items.findIndex((item) => item === document.activeElement);
  const places: Readonly<Record<string, number>> = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    Home: 0,
    End: items.length - 1,
  };
  const to = places[event.key];
  if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  items[to]?.focus();
}
