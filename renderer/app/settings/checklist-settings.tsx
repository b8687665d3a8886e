/** The lists that are gone through when a shift begins and ends, and from when a missing one is red. */
import type { ReactElement } from 'react';
import type { ChecklistItem, Settings } from '@shared/core/settings';
import { TextField } from '../../ui/fields';
import { FormPanel, type Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { toNumber } from '../../ui/typed';
import './checklist-settings.css';
import { useSettingsForm } from './use-settings-form';

const LISTS = ['openingItems', 'closingItems'] as const;
const CHECKS = [
  '',
  'tillOpen',
  'tillClosed',
  'countDone',
] as const satisfies readonly ChecklistItem['check'][];

interface Values {
  readonly openingItems: readonly ChecklistItem[];
  readonly closingItems: readonly ChecklistItem[];
  readonly openingMinutes: string;
  readonly closingMinutes: string;
}

const valuesOf = ({ openingItems, closingItems, openingMinutes, closingMinutes }: Settings): Values => ({
  openingItems,
  closingItems,
  openingMinutes: String(openingMinutes),
  closingMinutes: String(closingMinutes),
});

const cleaned = (items: readonly ChecklistItem[]): readonly ChecklistItem[] =>
  items.map(({ text, check }) => ({ text: text.trim(), check }));

const settingsOf = (values: Values): Partial<Settings> => ({
  openingItems: cleaned(values.openingItems),
  closingItems: cleaned(values.closingItems),
  openingMinutes: toNumber(values.openingMinutes) ?? Number.NaN,
  closingMinutes: toNumber(values.closingMinutes) ?? Number.NaN,
});

export function ChecklistSettings(): ReactElement {
  const { form } = useSettingsForm('checklists', valuesOf, settingsOf);
  return (
    <div className="settings-form">
      <FormPanel form={form} title="" submitLabel={t('ui.save')} onClose={() => void form.reset()}>
        {LISTS.map((list) => (
          <ItemsField key={list} form={form} list={list} />
        ))}
        <h3 className="wide">{t('settings.checklistTimes')}</h3>
        <TextField
          form={form}
          name="openingMinutes"
          label={t('settings.openingMinutes')}
          help={t('settings.overdueHelp')}
          numeric
          required
        />
        <TextField
          form={form}
          name="closingMinutes"
          label={t('settings.closingMinutes')}
          help={t('settings.overdueHelp')}
          numeric
          required
        />
      </FormPanel>
    </div>
  );
}

function ItemsField({
  form,
  list,
}: {
  readonly form: Form<Values>;
  readonly list: (typeof LISTS)[number];
}): ReactElement {
  const items = form.values[list];
  const error = form.errors[list];
  const put = (next: readonly ChecklistItem[]): void => form.set({ [list]: next });
  const change = (at: number, part: Partial<ChecklistItem>): void =>
    put(items.map((item, index) => (index === at ? { ...item, ...part } : item)));
  const moveUp = (at: number): void => {
    const [before, item] = [items[at - 1], items[at]];
    if (before && item) put([...items.slice(0, at - 1), item, before, ...items.slice(at + 1)]);
  };
  return (
    <fieldset className="field wide checklist-items">
      <legend className="label">{t(`settings.${list}`)}</legend>
      {items.map((item, at) => (
        <div key={at} className="checklist-item">
          <span className="quiet">{at + 1}</span>
          <input
            className="input"
            aria-label={t('settings.checklistItem')}
            aria-invalid={error !== undefined}
            value={item.text}
            onChange={({ target }) => change(at, { text: target.value })}
          />
          <select
            className="input"
            aria-label={t('settings.checklistCheck')}
            value={item.check}
            onChange={({ target }) => change(at, { check: CHECKS.find((one) => one === target.value) ?? '' })}
          >
            {CHECKS.map((check) => (
              <option key={check} value={check}>
                {t(`settings.checklistChecks.${check === '' ? 'none' : check}`)}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="button plain"
            aria-label={t('settings.checklistUp', { text: item.text })}
            disabled={at === 0}
            onClick={() => moveUp(at)}
          >
            ↑
          </button>
          <button
            type="button"
            className="button plain"
            aria-label={t('settings.checklistRemove', { text: item.text })}
            onClick={() => put(items.filter((_, index) => index !== at))}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
      <button
        type="button"
        className="button plain add"
        onClick={() => put([...items, { text: '', check: '' }])}
      >
        <Icon name="plus" size={14} />
        {t('settings.checklistAdd')}
      </button>
      {error && (
        <span className="error" role="alert">
          {error}
        </span>
      )}
    </fieldset>
  );
}
