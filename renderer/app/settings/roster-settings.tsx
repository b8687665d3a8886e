/** Settings of the roster: least numbers, hours of rest, templates (DOMAIN §3.8). */
import type { ReactElement } from 'react';
import type { Settings } from '@shared/core/settings';
import { parseTemplates, templatesText } from '@shared/roster/templates-text';
import { leastOf } from '@shared/roster/warnings';
import { Field, TextField } from '../../ui/fields';
import { FormPanel } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toNumber } from '../../ui/typed';
import { useSettingsForm } from './use-settings-form';

const NUMBERS = ['restHours', 'lateGraceMinutes', 'absentAfterMinutes', 'emergencyLeaveMinutes'] as const;
type Values = Record<(typeof NUMBERS)[number] | 'rosterTemplates', string> & {
  /** Least number by shift id. */
  readonly shifts: Readonly<Record<string, string>>;
};

function valuesOf(settings: Settings): Values {
  return {
    shifts: Object.fromEntries(settings.shifts.map((shift) => [shift.id, String(leastOf(shift))])),
    ...(Object.fromEntries(NUMBERS.map((key) => [key, String(settings[key])])) as Record<
      (typeof NUMBERS)[number],
      string
    >),
    rosterTemplates: templatesText(settings.rosterTemplates, settings.shifts),
  };
}

function settingsOf(values: Values, { shifts }: Settings): Partial<Settings> {
  return {
    shifts: shifts.map((shift) => ({
      ...shift,
      least: toNumber(values.shifts[shift.id] ?? '') ?? Number.NaN,
    })),
    ...Object.fromEntries(NUMBERS.map((key) => [key, toNumber(values[key]) ?? Number.NaN])),
    rosterTemplates: parseTemplates(values.rosterTemplates, shifts),
  };
}

export function RosterSettings(): ReactElement {
  const { form, settings, mine } = useSettingsForm('roster', valuesOf, settingsOf);
  return (
    <div className="settings-form">
      <FormPanel form={form} title="" submitLabel={t('ui.save')} onClose={() => void form.reset()}>
        <h3 className="wide">{t('settings.groupLeast')}</h3>
        {settings.shifts.map(({ id, name, from, to }) => (
          <Field
            key={id}
            label={t('settings.shiftLeast', { name, from, to })}
            error={form.errors.shifts}
            required
          >
            {(ids) => (
              <input
                {...ids}
                className="input"
                inputMode="numeric"
                autoComplete="off"
                value={form.values.shifts[id] ?? ''}
                onChange={({ target }) => form.set({ shifts: { ...form.values.shifts, [id]: target.value } })}
              />
            )}
          </Field>
        ))}
        <h3 className="wide">{t('settings.groupRoster')}</h3>
        {NUMBERS.filter(mine).map((name) => (
          <TextField
            key={name}
            form={form}
            name={name}
            label={t(`settings.${name}`)}
            help={t(`settings.${name}Help`)}
            numeric
            required
          />
        ))}
        <TextField
          form={form}
          name="rosterTemplates"
          label={t('settings.rosterTemplates')}
          help={t('settings.rosterTemplatesHelp')}
          rows={5}
          wide
        />
      </FormPanel>
    </div>
  );
}
