/** F6 goes round the window's regions: side bar, top bar, page, notices that offer something; Shift+F6 the other way. */
import { useEffect } from 'react';
import { useSession } from '../data/session';
import { focusPage } from '../ui/focus';

const NAV = 'nav.side';
const TOP = 'header.top';
const PAGE = 'main';
const NOTICES = '.toasts';

const find = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);

/** While the frame is shown. A dialog keeps its keys to itself. */
export function useRegions(): void {
  useEffect(() => {
    let inPage: HTMLElement | null = null;
    const enter: readonly (readonly [region: string, focus: () => void])[] = [
      [NAV, () => (find(`${NAV} [aria-current=page]`) ?? find(`${NAV} a`))?.focus()],
      [TOP, () => find(`${TOP} input`)?.focus()],
      [
        PAGE,
        () => {
          if (inPage?.isConnected && inPage.checkVisibility()) inPage.focus();
          else focusPage();
        },
      ],
      [NOTICES, () => find(`${NOTICES} button`)?.focus()],
    ];
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && target.closest(PAGE)) inPage = target;
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || useSession.getState().locked) return;
      event.preventDefault();
      const open = enter.filter(([region]) => region !== NOTICES || find(`${NOTICES} button`));
      const here = open.findIndex(([region]) => document.activeElement?.closest(region));
      const step = event.shiftKey ? -1 : 1;
      // From nowhere the first key leads into the side bar.
      const next = here < 0 ? 0 : (here + step + open.length) % open.length;
      open[next]?.[1]();
    };
    window.addEventListener('focusin', onFocus);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('focusin', onFocus);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
