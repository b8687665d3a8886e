/** What a service inspection looks at, and how many marks each item has. */
import type { ReactElement } from 'react';
import { saveSettings } from '@shared/directory/save-settings';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { toNumber } from '../../ui/typed';
import { RowsField } from './rows-field';
import { useFresh } from './use-fresh';

interface Row {
  readonly name: string;
  readonly standard: string;
  readonly marks: string;
}

export function InspectionSettings(): ReactElement {
  const settings = useDirectory((state) => state.settings);
  const form = useForm<{ readonly inspectionItems: readonly Row[] }>({
    draftKey: 'settings.inspection',
    initial: {
      inspectionItems: settings.inspectionItems.map(({ marks, ...item }) => ({
        ...item,
        marks: String(marks),
      })),
    },
    save: ({ inspectionItems }, actId) =>
      runCommand(
        saveSettings,
        {
          inspectionItems: inspectionItems.map(({ name, standard, marks }) => ({
            name: name.trim(),
            standard: standard.trim(),
            marks: toNumber(marks) ?? Number.NaN,
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
