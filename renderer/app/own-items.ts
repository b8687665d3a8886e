/** Where this page is open, and how somebody leaves it: at a desk by locking (in the browser: `browser/own-items.tsx`). */
import { useSession } from '../data/session';
import { lock } from '../data/sign-in';
import { t } from '../ui/first-words';

/** A line of the person's own menu. */
export interface OwnItem {
  readonly label: string;
  readonly keys: string;
  readonly run: () => void;
}

/** The desk's name in the top bar. */
export const placeText = (): string => t('app.deskShift', { desk: useSession.getState().desk });

/** The last line of the side bar. */
export const settingsText = (): string => t('app.settings');

export const useOwnItems = (): readonly OwnItem[] => [
  { label: t('app.lock'), keys: 'Ctrl L', run: lock },
  { label: t('app.takeOver'), keys: '', run: lock },
];
