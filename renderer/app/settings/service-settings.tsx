/** Settings of the service side (DOMAIN §3.2–3.9): working hours, clocks, standards, scripts, 禁用语, categories. */
import type { ReactElement } from 'react';
import { SCRIPT_PLACES, type ScriptPlace, type Settings } from '@shared/core/settings';
import { linesOf } from '@shared/core/text';
import { CLOCKS, type ClockName, type ClockSetting } from '@shared/service/clocks';
import { CheckField, Field, TextField } from '../../ui/fields';
import { FormPanel, type Form } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toNumber } from '../../ui/typed';
import { TicksField } from './ticks-field';
import { useSettingsForm } from './use-settings-form';

const STANDARDS = ['rings', 'firstReplySeconds', 'replySeconds', 'holdSeconds'] as const;
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
type Weekday = (typeof WEEKDAYS)[number];

interface Clock {
  readonly minutes: string;
  readonly mode: ClockSetting['mode'];
}

interface Values {
  readonly workingHours: { readonly from: string; readonly to: string; readonly days: readonly Weekday[] };
  readonly clocks: Readonly<Record<ClockName, Clock>>;
  readonly enquiryStandards: Readonly<Record<(typeof STANDARDS)[number], string>>;
  readonly scripts: Readonly<Record<ScriptPlace, string>>;
  readonly forbiddenWords: string;
  readonly replyCategories: string;
  readonly factsBeforeSale: boolean;
  readonly collectiveDays: string;
  readonly followUpAttempts: string;
  readonly mostlyCountsSatisfied: boolean;
}

function record<K extends string, V>(keys: readonly K[], valueOf: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<K, V>;
}

function valuesOf(settings: Settings): Values {
  const { workingHours, clocks, enquiryStandards, scripts } = settings;
  return {
    workingHours: {
      from: workingHours.from,
      to: workingHours.to,
      days: WEEKDAYS.filter((day) => workingHours.days.includes(Number(day))),
    },
    clocks: record(CLOCKS, (name) => ({ minutes: String(clocks[name].minutes), mode: clocks[name].mode })),
    enquiryStandards: record(STANDARDS, (name) => String(enquiryStandards[name])),
    scripts: record(SCRIPT_PLACES, (place) =>
      scripts
        .filter((script) => script.place === place)
        .map(({ text }) => text)
        .join('\n'),
    ),
    forbiddenWords: settings.forbiddenWords.join('\n'),
    replyCategories: settings.replyCategories.join('\n'),
    factsBeforeSale: settings.factsBeforeSale,
    collectiveDays: String(settings.collectiveDays),
    followUpAttempts: String(settings.followUpAttempts),
    mostlyCountsSatisfied: settings.mostlyCountsSatisfied,
  };
}

function settingsOf(values: Values): Partial<Settings> {
  const { workingHours, clocks, enquiryStandards, scripts } = values;
  return {
    workingHours: { ...workingHours, days: workingHours.days.map(Number) },
    clocks: record(CLOCKS, (name) => ({
      minutes: toNumber(clocks[name].minutes) ?? Number.NaN,
      mode: clocks[name].mode,
    })),
    enquiryStandards: record(STANDARDS, (name) => toNumber(enquiryStandards[name]) ?? Number.NaN),
    scripts: SCRIPT_PLACES.flatMap((place) => linesOf(scripts[place]).map((text) => ({ place, text }))),
    forbiddenWords: linesOf(values.forbiddenWords),
    replyCategories: linesOf(values.replyCategories),
    factsBeforeSale: values.factsBeforeSale,
    collectiveDays: toNumber(values.collectiveDays) ?? Number.NaN,
    followUpAttempts: toNumber(values.followUpAttempts) ?? Number.NaN,
    mostlyCountsSatisfied: values.mostlyCountsSatisfied,
  };
}

export function ServiceSettings(): ReactElement {
  const { form, mine } = useSettingsForm('service', valuesOf, settingsOf);
  return (
    <div className="settings-form">
      <FormPanel form={form} title="" submitLabel={t('ui.save')} onClose={() => void form.reset()}>
        {mine('workingHours') && <HoursFields form={form} />}
        {mine('clocks') && <ClockFields form={form} />}
        {mine('enquiryStandards') && <StandardFields form={form} />}
        {mine('collectiveDays') && <ComplaintFields form={form} />}
        {mine('followUpAttempts') && (
          <>
            <h3 className="wide">{t('settings.groupFollowUp')}</h3>
            <TextField
              form={form}
              name="followUpAttempts"
              label={t('settings.followUpAttempts')}
              numeric
              required
            />
            <CheckField
              form={form}
              name="mostlyCountsSatisfied"
              label={t('settings.mostlyCountsSatisfied')}
              wide
            />
          </>
        )}
        <ScriptFields form={form} />
        <h3 className="wide">{t('settings.groupReplies')}</h3>
        <TextField
          form={form}
          name="forbiddenWords"
          label={t('settings.forbiddenWords')}
          help={t('settings.onePerLine')}
          rows={6}
        />
        <TextField
          form={form}
          name="replyCategories"
          label={t('settings.replyCategories')}
          help={t('settings.onePerLine')}
          rows={6}
          required
        />
        <CheckField form={form} name="factsBeforeSale" label={t('settings.factsBeforeSale')} wide />
      </FormPanel>
    </div>
  );
}

interface PartProps {
  readonly form: Form<Values>;
}

function ComplaintFields({ form }: PartProps): ReactElement {
  return (
    <>
      <h3 className="wide">{t('settings.groupComplaints')}</h3>
      <TextField form={form} name="collectiveDays" label={t('settings.collectiveDays')} required numeric />
    </>
  );
}

function HoursFields({ form }: PartProps): ReactElement {
  const { workingHours } = form.values;
  const error = form.errors.workingHours;
  const change = (part: Partial<Values['workingHours']>): void =>
    form.set({ workingHours: { ...workingHours, ...part } });
  return (
    <>
      <h3 className="wide">{t('settings.workingHours')}</h3>
      {(['from', 'to'] as const).map((side) => (
        <Field key={side} label={t(`settings.working.${side}`)} required error={undefined}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              type="time"
              value={workingHours[side]}
              aria-invalid={error !== undefined}
              onChange={({ target }) => change({ [side]: target.value })}
            />
          )}
        </Field>
      ))}
      <TicksField
        label={t('settings.workingDays')}
        options={WEEKDAYS.map((value) => ({ value, label: t(`settings.weekday.${value}`) }))}
        chosen={workingHours.days}
        error={error}
        onChange={(days) => change({ days: WEEKDAYS.filter((day) => days.includes(day)) })}
      />
    </>
  );
}

function ClockFields({ form }: PartProps): ReactElement {
  const { clocks } = form.values;
  const change = (name: ClockName, part: Partial<Clock>): void =>
    form.set({ clocks: { ...clocks, [name]: { ...clocks[name], ...part } } });
  return (
    <>
      <h3 className="wide">{t('settings.groupClocks')}</h3>
      {CLOCKS.map((name) => (
        <Field
          key={name}
          label={t(`settings.clock.${name}`)}
          help={t('settings.inMinutes')}
          required
          error={form.errors[`clocks.${name}`]}
        >
          {(ids) => (
            <div className="clock-setting">
              <input
                {...ids}
                className="input"
                inputMode="numeric"
                value={clocks[name].minutes}
                onChange={({ target }) => change(name, { minutes: target.value })}
              />
              <select
                className="input"
                aria-label={`${t(`settings.clock.${name}`)} ${t('settings.clockMode')}`}
                value={clocks[name].mode}
                onChange={({ target }) =>
                  change(name, { mode: target.value === 'wall' ? 'wall' : 'working' })
                }
              >
                <option value="wall">{t('service.wallClock')}</option>
                <option value="working">{t('service.workingClock')}</option>
              </select>
            </div>
          )}
        </Field>
      ))}
    </>
  );
}

function StandardFields({ form }: PartProps): ReactElement {
  const { enquiryStandards } = form.values;
  return (
    <>
      <h3 className="wide">{t('settings.groupStandards')}</h3>
      {STANDARDS.map((name) => (
        <Field
          key={name}
          label={t(`settings.standard.${name}`)}
          required
          error={form.errors[`enquiryStandards.${name}`]}
        >
          {(ids) => (
            <input
              {...ids}
              className="input"
              inputMode="numeric"
              value={enquiryStandards[name]}
              onChange={({ target }) =>
                form.set({ enquiryStandards: { ...enquiryStandards, [name]: target.value } })
              }
            />
          )}
        </Field>
      ))}
    </>
  );
}

function ScriptFields({ form }: PartProps): ReactElement {
  const { scripts } = form.values;
  return (
    <>
      <h3 className="wide">{t('settings.groupScripts')}</h3>
      <p className="wide quiet small">{t('settings.scriptsHelp')}</p>
      {SCRIPT_PLACES.map((place) => (
        <Field key={place} label={t(`settings.script.${place}`)} error={form.errors[`scripts.${place}`]} wide>
          {(ids) => (
            <textarea
              {...ids}
              className="input"
              rows={2}
              value={scripts[place]}
              onChange={({ target }) => form.set({ scripts: { ...scripts, [place]: target.value } })}
            />
          )}
        </Field>
      ))}
    </>
  );
}
