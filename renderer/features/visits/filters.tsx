/** Filters of the visitor log: period, state with counts, purpose, department, words. */
import type { ReactElement } from 'react';
import { VISIT_STATUSES, type Visit } from '@shared/visits/schema';
import { useDirectory } from '../../data/directory';
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
      <PeriodFilter choice={period} today={today} onChange={(choice) => set({ period: choice })} />
      <Segmented
        label={t('visits.field.status')}
        value={status}
        options={statuses}
        onChange={(next) => set({ status: next })}
      />
      <select
        className="input"
        aria-label={t('visits.field.purpose')}
        value={purpose}
        onChange={({ target }) => set({ purpose: target.value })}
      >
        <option value="">{t('visits.filterPurpose')}</option>
        {purposes.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <select
        className="input"
        aria-label={t('visits.field.department')}
        value={department}
        onChange={({ target }) => set({ department: target.value })}
      >
        <option value="">{t('visits.filterDepartment')}</option>
        {departments.map(({ id, body }) => (
          <option key={id} value={id}>
            {body.name}
          </option>
        ))}
      </select>
      <input
        className="input"
        type="search"
        aria-label={t('ui.filterWords')}
        placeholder={t('ui.filterWords')}
        value={words}
        onChange={({ target }) => set({ words: target.value })}
      />
    </>
  );
}
