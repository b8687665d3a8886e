/** Short notices at the foot of the window, with one action (usually 撤销). */
import { useRef, type ReactElement } from 'react';
import { create } from 'zustand';
import { focusAgain } from './focus';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly level: 'info' | 'error';
  readonly action?: { readonly label: string; readonly run: () => void };
}

const SHOWN_MS = 6_000;
const ERROR_MS = 12_000;
const AGAIN_MS = 2_000;

const useToasts = create<{ readonly list: readonly Toast[] }>(() => ({ list: [] }));
let nextId = 0;

const drop = (id: number): void =>
  useToasts.setState(({ list }) => ({ list: list.filter((toast) => toast.id !== id) }));

/** A notice somebody is at, by key or pointer, waits. */
function expire(id: number, afterMs: number): void {
  setTimeout(() => {
    if (document.querySelector('.toasts:is(:focus-within, :hover)')) expire(id, AGAIN_MS);
    else drop(id);
  }, afterMs);
}

/** Shows a notice; it goes by itself. */
export function toast(text: string, options: Partial<Pick<Toast, 'level' | 'action'>> = {}): void {
  nextId += 1;
  const id = nextId;
  const level = options.level ?? 'info';
  useToasts.setState(({ list }) => ({ list: [...list.slice(-2), { id, text, level, ...options }] }));
  expire(id, level === 'error' ? ERROR_MS : SHOWN_MS);
}

/** Where notices appear; once in the frame. */
export function Toasts(): ReactElement {
  const { list } = useToasts();
  const before = useRef<Element | null>(null);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {list.map(({ id, text, level, action }) => (
        <div key={id} className={`toast ${level}`}>
          <span>{text}</span>
          {action && (
            <button
              type="button"
              onFocus={({ relatedTarget }) => {
                before.current = relatedTarget;
              }}
              onClick={() => {
                focusAgain(before.current);
                drop(id);
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
