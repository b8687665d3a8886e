/**
 * The words of the first page: `t` for whatever `renderer/main.tsx` imports statically. It takes only keys of the
 * first catalogue, so no such module can name a word that is not there yet. Everything else takes `t` from `i18n.ts`.
 */
import i18next from 'i18next';
import { firstZhCN } from '@shared/messages/zh-CN/first';

/** Dotted paths of a catalogue's messages. */
export type Keys<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Keys<T[K], `${P}${K}.`>;
}[keyof T & string];

/** Every key of the first catalogue, e.g. `visits.title`. */
export type FirstKey = Keys<typeof firstZhCN>;
export type Language = 'zh-CN' | 'en';
export type Params = Readonly<Record<string, string | number>>;

void i18next.init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: { 'zh-CN': { translation: firstZhCN } },
});

/** The message of a key, with `{{params}}` filled in. */
export function t(key: FirstKey, params?: Params): string {
  return i18next.t(key, params ?? {});
}

/** The language shown now. */
export const language = (): Language => i18next.language as Language;

/** Switches the language; the caller draws the app anew. English is one catalogue, loaded when chosen. */
export async function setLanguage(next: Language): Promise<void> {
  if (next === 'en') {
    const { en } = await import('@shared/messages/en');
    i18next.addResourceBundle('en', 'translation', en);
  }
  await i18next.changeLanguage(next);
  document.documentElement.lang = next;
}
