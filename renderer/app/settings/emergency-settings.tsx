/** Levels of an emergency and whom to call. */
import type { ReactElement } from 'react';
import type { EmergencyContact } from '@shared/core/settings';
import { saveSettings } from '@shared/directory/save-settings';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { toNumber } from '../../ui/typed';
import { RowsField } from './rows-field';
import { useFresh } from './use-fresh';

interface Values {
  readonly incidentLevels: string;
  readonly evacuationMinutes: string;
  readonly emergencyContacts: readonly EmergencyContact[];
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function EmergencySettings(): ReactElement {
  const settings = useDirectory((state) => state.settings);
  const departments = useDirectory((state) => state.departments);
  const form = useForm<Values>({
    draftKey: 'settings.emergency',
    initial: {
      incidentLevels: settings.incidentLevels.join('\n'),
      evacuationMinutes: String(settings.evacuationMinutes),
      emergencyContacts: settings.emergencyContacts,
    },
    save: ({ incidentLevels, evacuationMinutes, emergencyContacts }, actId) =>
      runCommand(
        saveSettings,
        {
          incidentLevels: linesOf(incidentLevels),
          evacuationMinutes: toNumber(evacuationMinutes) ?? Number.NaN,
          emergencyContacts: emergencyContacts.map(({ name, phone, role, ...contact }) => ({
            ...contact,
            name: name.trim(),
            phone: phone.trim(),
            role: role.trim(),
          })),
        },
        { actId },
      ),
    onSaved: () => {
      toast(t('settings.saved'));
      void form.reset();
    },
  });
  useFresh(form, settings);
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
