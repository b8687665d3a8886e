/** What a service inspection looks at, and how many marks each item has. */
import type { ReactElement } from 'react';
import type { Settings } from '@shared/core/settings';
import { FormPanel } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toNumber } from '../../ui/typed';
import { RowsField } from './rows-field';
import { useSettingsForm } from './use-settings-form';

interface Row {
  readonly name: string;
  readonly standard: string;
  readonly marks: string;
}

interface Values {
  readonly inspectionItems: readonly Row[];
}

const valuesOf = ({ inspectionItems }: Settings): Values => ({
  inspectionItems: inspectionItems.map(({ marks, ...item }) => ({ ...item, marks: String(marks) })),
});

const settingsOf = ({ inspectionItems }: Values): Partial<Settings> => ({
  inspectionItems: inspectionItems.map(({ name, standard, marks }) => ({
    name: name.trim(),
    standard: standard.trim(),
    marks: toNumber(marks) ?? Number.NaN,
  })),
});

export function InspectionSettings(): ReactElement {
  const { form } = useSettingsForm('inspection', valuesOf, settingsOf);
  const rows = form.values.inspectionItems;
  return (
    <div className="settings-form">
      <FormPanel form={form} title="" submitLabel={t('ui.save')} onClose={() => void form.reset()}>
        <RowsField
          label={t('settings.inspectionItems')}
          help={t('settings.inspectionTotal', {
            marks: rows.reduce((sum, { marks }) => sum + (toNumber(marks) ?? 0), 0),
          })}
          addLabel={t('settings.inspectionAdd')}
          rows={rows}
          fresh={{ name: '', standard: '', marks: '10' }}
          widths="minmax(0, 1fr) minmax(0, 2fr) 70px"
          error={form.errors.inspectionItems}
          nameOf={({ name }) => name}
          onChange={(inspectionItems) => form.set({ inspectionItems })}
          render={({ name, standard, marks }, change) => (
            <>
              <input
                className="input"
                aria-label={t('settings.inspectionName')}
                placeholder={t('settings.inspectionName')}
                value={name}
                onChange={({ target }) => change({ name: target.value })}
              />
              <input
                className="input"
                aria-label={t('settings.inspectionStandard')}
                placeholder={t('settings.inspectionStandard')}
                value={standard}
                onChange={({ target }) => change({ standard: target.value })}
              />
              <input
                className="input"
                inputMode="numeric"
                aria-label={t('settings.inspectionMarks')}
                value={marks}
                onChange={({ target }) => change({ marks: target.value })}
              />
            </>
          )}
        />
      </FormPanel>
    </div>
  );
}
