/** Search, state of the data, desk and shift, clock, and who. */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { shiftAt } from '@shared/core/settings';
import { useDirectory } from '../data/directory';
import { savePref } from '../data/local';
import { useSession } from '../data/session';
import { language, setLanguage, t } from '../ui/first-words';
import { redrawApp } from './app';
import { placeText, useOwnItems } from './own-items';
import { SearchBox } from './search-box';
import { StatePill } from './state-pill';
import { useNow } from './use-now';

export function TopBar({ onHelp }: { readonly onHelp: () => void }): ReactElement {
  const shifts = useDirectory(({ settings }) => settings.shifts);
  const now = useNow();
  const running = shiftAt(shifts, now.time);
  const shift = running ? `${running.name} ${running.from}–${running.to}` : '';
  return (
    <header className="top">
      <SearchBox />
      <span className="spacer" />
      <StatePill />
      <span className="pill where">
        {placeText()}
        {shift && ` · ${shift}`}
      </span>
      <span className="now">
        <span className="quiet">{now.date}</span> <strong>{now.time}</strong>
      </span>
      <UserMenu onHelp={onHelp} />
    </header>
  );
}

function UserMenu({ onHelp }: { readonly onHelp: () => void }): ReactElement {
  const actor = useSession((session) => session.actor);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const own = useOwnItems();
  const name = actor?.name ?? '';
  const roles = (actor?.roles ?? []).map((role) => t(`settings.role.${role}`)).join(t('ui.listSeparator'));
  useEffect(() => {
    if (!open) return undefined;
    box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const onPointer = (event: PointerEvent): void => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    window.addEventListener('pointerdown', onPointer);
    return () => window.removeEventListener('pointerdown', onPointer);
  }, [open]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      setOpen(false);
      box.current?.querySelector<HTMLElement>('.who')?.focus();
    } else if (step && open) {
      event.preventDefault();
      const items = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
      items[
        (items.indexOf(document.activeElement as HTMLElement) + step + items.length) % items.length
      ]?.focus();
    }
  };
  const otherLanguage = async (): Promise<void> => {
    const next = language() === 'en' ? 'zh-CN' : 'en';
    // Kept first: from the moment the new words show, a reload finds them, and no redrawing takes a dialog away.
    await savePref('language', next);
    await setLanguage(next);
    redrawApp();
  };
  const items = [
    ...own,
    { label: t('app.keys'), keys: 'F1', run: onHelp },
    { label: t('app.language'), keys: '', run: () => void otherLanguage() },
  ];
  return (
    <div
      ref={box}
      className="user"
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !box.current?.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button
        type="button"
        className="who"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className="avatar" aria-hidden="true">
          {[...name][0]}
        </span>
        <span className="who-name">{name}</span>
        <span className="quiet small roles">{roles}</span>
      </button>
      {open && (
        <div className="menu" role="menu" style={{ right: 0, top: 40 }}>
          {items.map(({ label, keys, run }) => (
            <button
              key={label}
              type="button"
              role="menuitem"
              onClick={() => {
                // What the line opens gives the focus back here, not to the line that is gone.
                box.current?.querySelector<HTMLElement>('.who')?.focus();
                setOpen(false);
                run();
              }}
            >
              {label}
              <span className="quiet">{keys}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
