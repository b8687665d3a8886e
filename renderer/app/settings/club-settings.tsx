/** The club's name and everything DOMAIN calls a setting of the desk's day. */
import type { ReactElement } from 'react';
import type { Settings, ShiftHours } from '@shared/core/settings';
import { linesOf } from '@shared/core/text';
import { TextField } from '../../ui/fields';
import { FormPanel } from '../../ui/form';
import { t, type MessageKey } from '../../ui/i18n';
import { ShiftFields } from '../shift-fields';
import { useSettingsForm } from './use-settings-form';

const NUMBERS = [
  'cutOffHour',
  'lockAfterMinutes',
  'transferMinutes',
  'amberMinutes',
  'retentionMonths',
  'lostItemDays',
  'backupDays',
] as const;
type NumberField = (typeof NUMBERS)[number];
/** One item a line. */
type ListField =
  | 'visitPurposes'
  | 'memberPurposes'
  | 'supplierPurposes'
  | 'workOrderCategories'
  | 'lostCategories'
  | 'lostStorages'
  | 'lostSynonyms';

type Values = Record<NumberField | ListField | 'clubName' | 'closingTime', string> & {
  readonly shifts: readonly ShiftHours[];
};

/** Fields in the order of the page, in groups. */
const GROUPS = [
  { title: 'settings.groupClub', fields: ['clubName', 'cutOffHour'] },
  { title: 'settings.groupDay', fields: ['closingTime', 'transferMinutes', 'amberMinutes', 'lostItemDays'] },
  { title: 'settings.groupKeeping', fields: ['lockAfterMinutes', 'retentionMonths', 'backupDays'] },
] as const;

const HELP: Partial<Record<keyof Values, MessageKey>> = {
  cutOffHour: 'settings.cutOffHelp',
  closingTime: 'settings.closingHelp',
  transferMinutes: 'settings.transferHelp',
  amberMinutes: 'settings.amberHelp',
  lostItemDays: 'settings.lostItemHelp',
  lockAfterMinutes: 'settings.lockHelp',
  retentionMonths: 'settings.retentionHelp',
};

function valuesOf(settings: Settings): Values {
  const { clubName, closingTime, shifts } = settings;
  const numbers = Object.fromEntries(NUMBERS.map((field) => [field, String(settings[field])])) as Record<
    NumberField,
    string
  >;
  return {
    ...numbers,
    clubName,
    closingTime,
    shifts,
    visitPurposes: settings.visitPurposes.join('\n'),
    memberPurposes: settings.memberPurposes.join('\n'),
    supplierPurposes: settings.supplierPurposes.join('\n'),
    workOrderCategories: settings.workOrderCategories.join('\n'),
    lostCategories: settings.lostCategories.join('\n'),
    lostStorages: settings.lostStorages.join('\n'),
    lostSynonyms: settings.lostSynonyms.map((words) => words.join(' ')).join('\n'),
  };
}

function settingsOf(values: Values): Partial<Settings> {
  return {
    clubName: values.clubName.trim(),
    closingTime: values.closingTime,
    visitPurposes: linesOf(values.visitPurposes),
    memberPurposes: linesOf(values.memberPurposes),
    supplierPurposes: linesOf(values.supplierPurposes),
    workOrderCategories: linesOf(values.workOrderCategories),
    lostCategories: linesOf(values.lostCategories),
    lostStorages: linesOf(values.lostStorages),
    lostSynonyms: linesOf(values.lostSynonyms).map((line) => line.split(/[\s,，、=]+/u).filter(Boolean)),
    shifts: values.shifts.map((shift) => ({ ...shift, name: shift.name.trim() })),
    ...Object.fromEntries(
      NUMBERS.map((field) => [field, values[field].trim() === '' ? Number.NaN : Number(values[field])]),
    ),
  };
}

export function ClubSettings(): ReactElement {
  const { form, settings, mine } = useSettingsForm('club', valuesOf, settingsOf);
  return (
    <div className="settings-form">
      <FormPanel form={form} title="" submitLabel={t('ui.save')} onClose={() => void form.reset()}>
        {GROUPS.map(({ title, fields }) => {
          const shown = fields.filter(mine);
          if (shown.length === 0) return null;
          return [
            <h3 key={title} className="wide">
              {t(title)}
            </h3>,
            ...shown.map((field) => {
              const help = HELP[field];
              const type = field === 'closingTime' ? 'time' : 'text';
              return (
                <TextField
                  key={field}
                  form={form}
                  name={field}
                  label={t(`settings.${field}`)}
                  {...(help ? { help: t(help) } : {})}
                  type={type}
                  numeric={field in settings && field !== 'clubName'}
                  required
                />
              );
            }),
          ];
        })}
        <h3 className="wide">{t('settings.groupLists')}</h3>
        <ShiftFields
          shifts={form.values.shifts}
          error={form.errors.shifts}
          onChange={(shifts) => form.set({ shifts })}
        />
        <TextField form={form} name="visitPurposes" label={t('settings.visitPurposes')} rows={6} required />
        {(['memberPurposes', 'supplierPurposes'] as const).map((field) => (
          <TextField
            key={field}
            form={form}
            name={field}
            label={t(`settings.${field}`)}
            help={t('settings.purposesHelp')}
            rows={2}
          />
        ))}
        <TextField
          form={form}
          name="workOrderCategories"
          label={t('settings.workOrderCategories')}
          rows={6}
          required
        />
        <h3 className="wide">{t('settings.groupLost')}</h3>
        <TextField
          form={form}
          name="lostCategories"
          label={t('settings.lostCategories')}
          help={t('settings.lostCategoriesHelp')}
          rows={6}
          required
        />
        <TextField
          form={form}
          name="lostStorages"
          label={t('settings.lostStorages')}
          help={t('settings.lostStoragesHelp')}
          rows={6}
          required
        />
        <TextField
          form={form}
          name="lostSynonyms"
          label={t('settings.lostSynonyms')}
          help={t('settings.lostSynonymsHelp')}
          rows={3}
          wide
        />
      </FormPanel>
    </div>
  );
}
