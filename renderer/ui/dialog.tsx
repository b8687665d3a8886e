/**
 * A modal question on the browser's own <dialog>: focus is kept inside, Esc closes. It stands at the end of
 * the page, because a form beside the list may open it and a form inside a form submits the wrong one.
 */
import { useLayoutEffect, useRef, type SyntheticEvent, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useSession } from '../data/session';
import { actionOf } from './actions';
import { focusAgain } from './focus';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Runs on Enter or the primary button. */
  readonly onSubmit?: () => void;
  readonly foot: ReactNode;
  readonly width?: number;
  readonly children: ReactNode;
}

/** The element marked `data-first` has the focus first; otherwise the first field or button. */
export function Dialog({ title, onClose, onSubmit, foot, width = 440, children }: DialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const locked = useSession((session) => session.locked);
  // Before the next key: what is typed right after a dialog belongs to the field behind it.
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    // An open modal would keep the sign-in page behind it from being used; it comes back after the lock.
    if (!element || locked) return undefined;
    element.showModal();
    element.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      element.close();
      // Closing gives a field the focus without its caret (Chromium): only a new focus lets it take keys.
      if (before instanceof HTMLElement) before.blur();
      focusAgain(before);
    };
  }, [locked]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    // React hands it on to the form that opened this dialog, which nobody submitted.
    event.stopPropagation();
    onSubmit?.();
  };
  return createPortal(
    <dialog
      ref={dialog}
      aria-label={title}
      style={{ width }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        // Keys of the page behind do nothing; the desk can be locked at any moment.
        if (actionOf(event.nativeEvent) !== 'lock') event.stopPropagation();
      }}
    >
      <form onSubmit={submit} noValidate>
        <div className="dialog-body">
          <h2>{title}</h2>
          {children}
        </div>
        <div className="dialog-foot">{foot}</div>
      </form>
    </dialog>,
    document.body,
  );
}
