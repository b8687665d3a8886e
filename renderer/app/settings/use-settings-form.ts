/** A form over some of the club's settings: it stays open on what is stored, and sends only what this person may change. */
import type { Settings } from '@shared/core/settings';
import { hasRole } from '@shared/core/roles';
import { ADMIN_SETTINGS, saveSettings } from '@shared/directory/save-settings';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { useForm, type Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { useFresh } from './use-fresh';

export interface SettingsForm<V extends object> {
  readonly form: Form<V>;
  readonly settings: Settings;
  /** True for a setting this person may change; others are not shown. */
  readonly mine: (setting: keyof Settings) => boolean;
}

/**
 * @param name of the settings' page
 * @param valuesOf what the form shows of the settings
 * @param settingsOf the settings that what was typed means; a number that is none is NaN, which the command refuses
 */
export function useSettingsForm<V extends object>(
  name: string,
  valuesOf: (settings: Settings) => V,
  settingsOf: (values: V, settings: Settings) => Partial<Settings>,
): SettingsForm<V> {
  const settings = useDirectory((state) => state.settings);
  const isAdmin = useSession(({ actor }) => hasRole(actor?.roles ?? [], ['admin']));
  const mine = (setting: keyof Settings): boolean => isAdmin || !ADMIN_SETTINGS.includes(setting);
  const form: Form<V> = useForm<V>({
    draftKey: `settings.${name}`,
    initial: valuesOf(settings),
    save: (values, actId) =>
      runCommand(
        saveSettings,
        Object.fromEntries(
          Object.entries(settingsOf(values, settings)).filter(([setting]) => mine(setting as keyof Settings)),
        ),
        { actId },
      ),
    onSaved: () => {
      toast(t('settings.saved'));
      void form.reset();
    },
  });
  useFresh(form, settings);
  return { form, settings, mine };
}
