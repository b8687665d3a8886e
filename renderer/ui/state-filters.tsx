/** The first filters of a register: the state its rows are in, and the period. */
import type { ReactElement } from 'react';
import { today } from '../data/session';
import { PeriodFilter, type PeriodChoice } from './period-filter';
import { Segmented } from './register-page';

interface StateFiltersProps<S extends string> {
  readonly label: string;
  readonly segments: readonly { readonly value: S; readonly label: string; readonly count?: number }[];
  readonly chosen: { readonly segment: S; readonly period: PeriodChoice };
  readonly onChange: (change: { readonly segment: S } | { readonly period: PeriodChoice }) => void;
}

export function StateFilters<S extends string>({
  label,
  segments,
  chosen,
  onChange,
}: StateFiltersProps<S>): ReactElement {
  return (
    <>
      <Segmented
        label={label}
        value={chosen.segment}
        options={segments}
        onChange={(segment) => onChange({ segment })}
      />
      <PeriodFilter choice={chosen.period} today={today()} onChange={(period) => onChange({ period })} />
    </>
  );
}
