/** The club's settings as its directory has them now. */
import { DEFAULT_SETTINGS, settingsFrom, type Settings } from '../../shared/core/settings';
import type { SettingsRecord } from '../../shared/directory/schema';
import type { Store } from '../store/store';

export async function clubSettings(store: Store): Promise<Settings> {
  const text = (await store.get('directory', ['settings'])).get('settings');
  if (text === undefined) return DEFAULT_SETTINGS;
  const { v: _v, no: _no, log: _log, ...set } = (JSON.parse(text) as SettingsRecord).body;
  return settingsFrom(set);
}
