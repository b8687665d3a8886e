/** Named actions of the page (F2, F4, Ctrl+P, /, Ctrl+L, F1, F8): keys and menu items call them, pages answer them. */
import { useSession } from '../data/session';

export type ActionName = 'new' | 'print' | 'search' | 'lock' | 'help' | 'about' | 'emergency' | 'park';

const handlers = new Map<ActionName, (() => void)[]>();

/** Answers an action while mounted; the newest answer wins. Returns what ends it. */
export function onAction(name: ActionName, run: () => void): () => void {
  handlers.set(name, [...(handlers.get(name) ?? []), run]);
  return () =>
    handlers.set(
      name,
      (handlers.get(name) ?? []).filter((handler) => handler !== run),
    );
}

/** Runs an action; false when nobody answers it here, or the screen is locked. */
export function runAction(name: ActionName): boolean {
  if (useSession.getState().locked) return false;
  const run = handlers.get(name)?.at(-1);
  run?.();
  return run !== undefined;
}

/** The action of a key press, or null. */
export function actionOf(event: KeyboardEvent): ActionName | null {
  if (event.isComposing) return null;
  if (event.key === 'F2') return 'new';
  if (event.key === 'F1') return 'help';
  if (event.key === 'F4' && !event.altKey && !event.repeat) return 'park';
  if (event.key === 'F8') return 'emergency';
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key.toLowerCase() === 'p') return 'print';
  if (command && event.key.toLowerCase() === 'l') return 'lock';
  const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
  return event.key === '/' && !typing && !command ? 'search' : null;
}
