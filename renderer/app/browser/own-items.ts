/** The person's own menu in the browser: their password, leaving for a moment, and signing out. */
import { navigate } from 'wouter/use-hash-location';
import { lock } from '../../data/browser/sign-in';
import { t } from '../../ui/i18n';
import { askToSignOut } from './sign-out';

export interface OwnItem {
  readonly label: string;
  readonly keys: string;
  readonly run: () => void;
}

/** Stands in the top bar where a desk has its name. */
export const placeText = (): string => t('web.where');

/** The last line of the side bar. */
export const settingsText = (): string => t('web.account');

export const useOwnItems = (): readonly OwnItem[] => [
  { label: t('web.account'), keys: '', run: () => navigate('/settings') },
  { label: t('web.lock'), keys: 'Ctrl L', run: lock },
  { label: t('web.signOut'), keys: '', run: askToSignOut },
];
