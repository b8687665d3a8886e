/** A menu beside a cell: walked by arrows, closed by Esc or a click elsewhere; keys of the grid work in it too. */
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { createPortal } from 'react-dom';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** The key that does the same. */
  readonly shortcut?: string;
  readonly checked?: boolean;
  readonly run: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly beside: HTMLElement;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
}

const GAP = 2;

export function Menu({ label, beside, items, onClose }: MenuProps): ReactElement {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return undefined;
    const cell = beside.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = element;
    const below = cell.bottom + GAP + offsetHeight <= window.innerHeight;
    element.style.left = `${Math.max(GAP, Math.min(cell.left, window.innerWidth - offsetWidth - GAP))}px`;
    element.style.top = `${Math.max(GAP, below ? cell.bottom + GAP : cell.top - GAP - offsetHeight)}px`;
    element.querySelector('button')?.focus();
    const away = (event: Event): void => {
      if (!element.contains(event.target as Node)) onClose();
    };
    window.addEventListener('pointerdown', away, true);
    window.addEventListener('resize', onClose);
    return () => {
      window.removeEventListener('pointerdown', away, true);
      window.removeEventListener('resize', onClose);
    };
    // The menu is drawn anew for another cell.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [beside]);
  const back = (): void => {
    onClose();
    beside.closest<HTMLElement>('[data-register-rows]')?.focus();
  };
  const keyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const buttons = [...(menu.current?.querySelectorAll('button') ?? [])];
    const now = buttons.findIndex((button) => button === document.activeElement);
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      back();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = now + (event.key === 'ArrowDown' ? 1 : buttons.length - 1);
      buttons[next % buttons.length]?.focus();
    } else {
      const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
      const item = items.find(({ shortcut }) => shortcut === key);
      if (!item) return;
      event.preventDefault();
      back();
      item.run();
    }
  };
  return createPortal(
    <div ref={menu} className="roster-menu" role="menu" aria-label={label} onKeyDown={keyDown}>
      <div className="quiet small">{label}</div>
      {items.map(({ id, label: text, shortcut, checked, run }) => (
        <button
          key={id}
          type="button"
          role={checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
          aria-checked={checked}
          onClick={() => {
            back();
            run();
          }}
        >
          <span className="tick">{checked ? '✓' : ''}</span>
          <span className="text">{text}</span>
          {shortcut && <kbd>{shortcut}</kbd>}
        </button>
      ))}
    </div>,
    document.body,
  );
}
