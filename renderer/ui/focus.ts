/** Where the keyboard is when what had the focus is gone: nowhere, or put on the page again. */

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
