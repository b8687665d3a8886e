/**
 * Messages by key from the whole catalogue, for everything that is loaded after the first page. Importing this
 * module brings the catalogue along before the importing module runs, so no key is ever shown raw. Modules of the
 * first page take `t` from `first-words.ts` (a test holds it).
 */
import i18next from 'i18next';
import { zhCN } from '@shared/messages/zh-CN';
import type { Keys, Params } from './first-words';

/** Every key of the catalogue, e.g. `visits.name`. */
export type MessageKey = Keys<typeof zhCN>;

i18next.addResourceBundle('zh-CN', 'translation', zhCN, true, true);

/** The message of a key, with `{{params}}` filled in. */
export function t(key: MessageKey, params?: Params): string {
  return i18next.t(key, params ?? {});
}

/** Message of a refusal code. */
export function refusalText(code: string, params?: Params): string {
  return t(`refusal.${code}` as MessageKey, params);
}

/** A branch of the catalogue as it stands, its parameters not filled in, for pure functions that do that themselves. */
export function branch(key: string): unknown {
  return i18next.t(key, { returnObjects: true, skipInterpolation: true });
}
