/** Filters of the visitor log: period, state with counts, purpose, department, words. */
import type { ReactElement } from 'react';
import { VISIT_STATUSES, type Visit } from '@shared/visits/schema';
import { departmentName, useDirectory } from '../../data/directory';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { PeriodFilter } from '../../ui/period-filter';
import { Segmented } from '../../ui/register-page';
import { useVisitFilters } from './view-state';

interface FiltersProps {
  /** The period's visits that match everything but the state. */
  readonly visits: readonly Visit[];
  readonly today: string;
}

export function Filters({ visits, today }: FiltersProps): ReactElement {
  const { period, status, purpose, department, words } = useVisitFilters();
  const set = useVisitFilters.setState;
  const departments = useDirectory((state) => state.departments);
  const purposes = useDirectory(({ settings }) => settings.visitPurposes);
  const statuses = (['all', ...VISIT_STATUSES] as const).map((value) => ({
    value,
    label: t(`visits.status.${value}`),
    count: value === 'all' ? visits.length : visits.filter((visit) => visit.status === value).length,
  }));
  return (
    <>
      <PeriodFilter
        choice={period}
        today={today}
        collection="visits"
        onChange={(choice) => set({ period: choice })}
      />
      <Segmented
        label={t('visits.field.status')}
        value={status}
        options={statuses}
        onChange={(next) => set({ status: next })}
      />
      <ChoiceFilter
        label={t('visits.field.purpose')}
        all={t('visits.filterPurpose')}
        value={purpose}
        values={purposes}
        onChange={(purpose) => set({ purpose })}
      />
      <ChoiceFilter
        label={t('visits.field.department')}
        all={t('visits.filterDepartment')}
        value={department}
        values={departments.map(({ id }) => id)}
        text={departmentName}
        onChange={(department) => set({ department })}
      />
      <WordsFilter label={t('ui.filterWords')} value={words} onChange={(words) => set({ words })} />
    </>
  );
}
