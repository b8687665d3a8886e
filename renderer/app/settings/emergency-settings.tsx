/** Levels of an emergency and whom to call. */
import type { ReactElement } from 'react';
import type { EmergencyContact, Settings } from '@shared/core/settings';
import { linesOf } from '@shared/core/text';
import { useDirectory } from '../../data/directory';
import { TextField } from '../../ui/fields';
import { FormPanel } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toNumber } from '../../ui/typed';
import { RowsField } from './rows-field';
import { useSettingsForm } from './use-settings-form';

interface Values {
  readonly incidentLevels: string;
  readonly evacuationMinutes: string;
  readonly emergencyContacts: readonly EmergencyContact[];
}

const valuesOf = (settings: Settings): Values => ({
  incidentLevels: settings.incidentLevels.join('\n'),
  evacuationMinutes: String(settings.evacuationMinutes),
  emergencyContacts: settings.emergencyContacts,
});

const settingsOf = ({ incidentLevels, evacuationMinutes, emergencyContacts }: Values): Partial<Settings> => ({
  incidentLevels: linesOf(incidentLevels),
  evacuationMinutes: toNumber(evacuationMinutes) ?? Number.NaN,
  emergencyContacts: emergencyContacts.map(({ name, phone, role, ...contact }) => ({
    ...contact,
    name: name.trim(),
    phone: phone.trim(),
    role: role.trim(),
  })),
});

export function EmergencySettings(): ReactElement {
  const departments = useDirectory((state) => state.departments);
  const { form } = useSettingsForm('emergency', valuesOf, settingsOf);
  const levels = linesOf(form.values.incidentLevels);
  return (
    <div className="settings-form">
      <FormPanel form={form} title="" submitLabel={t('ui.save')} onClose={() => void form.reset()}>
        <TextField
          form={form}
          name="incidentLevels"
          label={t('settings.incidentLevels')}
          help={t('settings.incidentLevelsHelp')}
          rows={3}
          required
          wide
        />
        <TextField
          form={form}
          name="evacuationMinutes"
          label={t('settings.evacuationMinutes')}
          help={t('settings.evacuationMinutesHelp')}
          numeric
          required
          wide
        />
        <RowsField
          label={t('settings.emergencyContacts')}
          help={t('settings.emergencyContactsHelp')}
          addLabel={t('settings.contactAdd')}
          rows={form.values.emergencyContacts}
          fresh={{ name: '', phone: '', role: '', department: '', level: levels[0] ?? '' }}
          widths="minmax(0, 1fr) minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1.1fr) 110px"
          error={form.errors.emergencyContacts}
          nameOf={({ name }) => name}
          onChange={(emergencyContacts) => form.set({ emergencyContacts })}
          render={({ name, phone, role, department, level }, change) => (
            <>
              <input
                className="input"
                aria-label={t('settings.contactName')}
                placeholder={t('settings.contactName')}
                value={name}
                onChange={({ target }) => change({ name: target.value })}
              />
              <input
                className="input"
                type="tel"
                aria-label={t('settings.contactPhone')}
                placeholder={t('settings.contactPhone')}
                value={phone}
                onChange={({ target }) => change({ phone: target.value })}
              />
              <input
                className="input"
                aria-label={t('settings.contactRole')}
                placeholder={t('settings.contactRole')}
                value={role}
                onChange={({ target }) => change({ role: target.value })}
              />
              <select
                className="input"
                aria-label={t('settings.contactDepartment')}
                value={department}
                onChange={({ target }) => change({ department: target.value })}
              >
                <option value="">{t('settings.noDepartment')}</option>
                {departments
                  .filter(({ id, status }) => status === 'active' || id === department)
                  .map(({ id, body }) => (
                    <option key={id} value={id}>
                      {body.name}
                    </option>
                  ))}
              </select>
              <select
                className="input"
                aria-label={t('settings.contactLevel')}
                value={level}
                onChange={({ target }) => change({ level: target.value })}
              >
                {[...new Set([...levels, level])].map((one) => (
                  <option key={one} value={one}>
                    {t('settings.contactFrom', { level: one })}
                  </option>
                ))}
              </select>
            </>
          )}
        />
      </FormPanel>
    </div>
  );
}
