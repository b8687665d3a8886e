/** Messages by key from the catalogue; Chinese is built in, English is loaded when chosen. */
import i18next from 'i18next';
import { zhCN } from '@shared/messages/zh-CN';

type Keys<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Keys<T[K], `${P}${K}.`>;
}[keyof T & string];

/** Every key of the catalogue, e.g. `visits.name`. */
export type MessageKey = Keys<typeof zhCN>;
export type Language = 'zh-CN' | 'en';

void i18next.init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: { 'zh-CN': { translation: zhCN } },
});

/** The message of a key, with `{{params}}` filled in. */
export function t(key: MessageKey, params?: Readonly<Record<string, string | number>>): string {
  return i18next.t(key, params ?? {});
}

/** Message of a refusal code. */
export function refusalText(code: string, params?: Readonly<Record<string, string | number>>): string {
  return t(`refusal.${code}` as MessageKey, params);
}

/** The language shown now. */
export const language = (): Language => i18next.language as Language;

/** Switches the language; the caller draws the app anew. */
export async function setLanguage(next: Language): Promise<void> {
  if (next === 'en') {
    const { en } = await import('@shared/messages/en');
    i18next.addResourceBundle('en', 'translation', en);
  }
  await i18next.changeLanguage(next);
  document.documentElement.lang = next;
}
