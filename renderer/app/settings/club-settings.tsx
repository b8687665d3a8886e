/** The club's name and everything DOMAIN calls a setting of the desk's day. */
import type { ReactElement } from 'react';
import type { Settings } from '@shared/core/settings';
import { saveSettings } from '@shared/directory/save-settings';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { FormPanel, TextField, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

const NUMBERS = ['cutOffHour', 'lockAfterMinutes', 'transferMinutes', 'amberMinutes', 'retentionMonths', 'lostItemDays', 'backupDays'] as const;

type Values = Record<(typeof NUMBERS)[number] | 'clubName' | 'closingTime' | 'visitPurposes' | 'shifts', string>;

function valuesOf(settings: Settings): Values {
  return {
    clubName: settings.clubName,
    closingTime: settings.closingTime,
    visitPurposes: settings.visitPurposes.join('\n'),
    shifts: settings.shifts.map(({ name, from, to }) => `${name} ${from}-${to}`).join('\n'),
    ...(Object.fromEntries(NUMBERS.map((field) => [field, String(settings[field])])) as Record<(typeof NUMBERS)[number], string>),
  };
}

const lines = (text: string): string[] => [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');

function settingsOf(values: Values): Partial<Settings> {
  return {
    clubName: values.clubName.trim(),
    closingTime: values.closingTime,
    visitPurposes: lines(values.visitPurposes),
    shifts: lines(values.shifts).map((line, index) => {
      const [name = '', hours = ''] = line.split(/\s+/);
      const [from = '', to = ''] = hours.split(/[-–—~至]/);
      return { id: `shift${index + 1}`, name, from, to };
    }),
    ...Object.fromEntries(NUMBERS.map((field) => [field, values[field].trim() === '' ? Number.NaN : Number(values[field])])),
  };
}

export function ClubSettings(): ReactElement {
  const settings = useDirectory((state) => state.settings);
  return <ClubForm key={JSON.stringify(settings)} settings={settings} />;
}

function ClubForm({ settings }: { readonly settings: Settings }): ReactElement {
  const form = useForm<Values>({
    draftKey: 'settings.club',
    initial: valuesOf(settings),
    save: (values, actId) => runCommand(saveSettings, settingsOf(values), { actId }),
    onSaved: () => toast(t('settings.saved')),
  });
  return (
    <div style={{ maxWidth: 760, display: 'grid' }}>
      <FormPanel form={form} title={t('settings.club')} submitLabel={t('ui.save')} onClose={() => void form.reset()}>
        <TextField form={form} name="clubName" label={t('settings.clubName')} required wide />
        <TextField form={form} name="closingTime" label={t('settings.closingTime')} help={t('settings.closingHelp')} type="time" required />
        <TextField form={form} name="cutOffHour" label={t('settings.cutOffHour')} help={t('settings.cutOffHelp')} numeric required />
        <TextField form={form} name="lockAfterMinutes" label={t('settings.lockAfterMinutes')} numeric required />
        <TextField form={form} name="transferMinutes" label={t('settings.transferMinutes')} numeric required />
        <TextField form={form} name="amberMinutes" label={t('settings.amberMinutes')} numeric required />
        <TextField form={form} name="lostItemDays" label={t('settings.lostItemDays')} numeric required />
        <TextField form={form} name="retentionMonths" label={t('settings.retentionMonths')} numeric required />
        <TextField form={form} name="backupDays" label={t('settings.backupDays')} numeric required />
        <TextField form={form} name="shifts" label={t('settings.shifts')} help={t('settings.shiftsHelp')} rows={5} required />
        <TextField form={form} name="visitPurposes" label={t('settings.visitPurposes')} rows={5} required />
      </FormPanel>
    </div>
  );
}
