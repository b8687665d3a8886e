/** The period a register is listed by: a preset that moves with the day, or dates of one's own. */
import type { ReactElement } from 'react';
import { PERIOD_PRESETS, periodOf, type Period, type PeriodPreset } from '@shared/core/period';
import type { CollectionName } from '@shared/core/envelope';
import { listedSince } from '../data/sight';
import { t } from './i18n';

/** A preset keeps its name so that 今天 is still today after midnight. */
export type PeriodChoice =
  { readonly preset: PeriodPreset } | { readonly preset: 'custom'; readonly period: Period };

/** The days chosen, on the business day `today`. */
export function chosenPeriod(choice: PeriodChoice, today: string): Period {
  return choice.preset === 'custom' ? choice.period : periodOf(choice.preset, today);
}

interface PeriodFilterProps {
  readonly choice: PeriodChoice;
  readonly today: string;
  readonly onChange: (choice: PeriodChoice) => void;
  /** What is listed: says so where a page does not hold all days of it (web view). */
  readonly collection?: CollectionName;
}

export function PeriodFilter({ choice, today, onChange, collection }: PeriodFilterProps): ReactElement {
  const period = chosenPeriod(choice, today);
  const since = collection ? listedSince(collection) : '';
  const labels = {
    today: t('ui.today'),
    yesterday: t('ui.yesterday'),
    thisWeek: t('ui.thisWeek'),
    thisMonth: t('ui.thisMonth'),
    lastMonth: t('ui.lastMonth'),
    custom: t('ui.customPeriod'),
  } satisfies Record<PeriodChoice['preset'], string>;
  const setDay = (change: Partial<Period>): void => {
    const { from, to } = { ...period, ...change };
    if (from && to)
      onChange({ preset: 'custom', period: from <= to ? { from, to } : { from: to, to: from } });
  };
  return (
    <>
      <select
        className="input"
        aria-label={t('ui.period')}
        value={choice.preset}
        onChange={({ target }) => {
          const preset = target.value as PeriodChoice['preset'];
          onChange(preset === 'custom' ? { preset, period } : { preset });
        }}
      >
        {[...PERIOD_PRESETS, 'custom' as const].map((preset) => (
          <option key={preset} value={preset}>
            {labels[preset]}
          </option>
        ))}
      </select>
      {choice.preset === 'custom' && (
        <>
          <input
            className="input"
            type="date"
            aria-label={t('ui.from')}
            value={period.from}
            onChange={({ target }) => setDay({ from: target.value })}
          />
          <span className="quiet">–</span>
          <input
            className="input"
            type="date"
            aria-label={t('ui.to')}
            value={period.to}
            onChange={({ target }) => setDay({ to: target.value })}
          />
        </>
      )}
      {period.from < since && <span className="quiet small">{t('web.heldSince', { day: since })}</span>}
    </>
  );
}
