/** A modal question on the browser's own <dialog>: focus is kept inside, Esc closes. */
import { useEffect, useRef, type FormEvent, type ReactElement, type ReactNode } from 'react';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Runs on Enter or the primary button. */
  readonly onSubmit?: () => void;
  readonly foot: ReactNode;
  readonly width?: number;
  readonly children: ReactNode;
}

export function Dialog({ title, onClose, onSubmit, foot, width = 440, children }: DialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit?.();
  };
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      style={{ width }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form onSubmit={submit} noValidate>
        <div className="dialog-body">
          <h2>{title}</h2>
          {children}
        </div>
        <div className="dialog-foot">{foot}</div>
      </form>
    </dialog>
  );
}
