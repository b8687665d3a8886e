/** Filters of the enquiries: period, state with counts, channel, category, responsible person, words. */
import type { ReactElement } from 'react';
import { CATEGORIES, CHANNELS, ENQUIRY_STATUSES, type Enquiry } from '@shared/enquiries/schema';
import { staffName } from '../../data/directory';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { PeriodFilter } from '../../ui/period-filter';
import { Segmented } from '../../ui/register-page';
import { useEnquiryFilters } from './view-state';

interface FiltersProps {
  /** The period's enquiries. */
  readonly all: readonly Enquiry[];
  /** Those that match everything but the state. */
  readonly matching: readonly Enquiry[];
  readonly today: string;
}

export function Filters({ all, matching, today }: FiltersProps): ReactElement {
  const { period, status, channel, category, responsible, words } = useEnquiryFilters();
  const set = useEnquiryFilters.setState;
  const people = [...new Set([...all.map(({ key }) => key), ...(responsible ? [responsible] : [])])].sort();
  return (
    <>
      <PeriodFilter choice={period} today={today} onChange={(choice) => set({ period: choice })} />
      <Segmented
        label={t('enquiries.field.status')}
        value={status}
        options={(['all', ...ENQUIRY_STATUSES] as const).map((value) => ({
          value,
          label: t(`enquiries.status.${value}`),
          count: value === 'all' ? matching.length : matching.filter((one) => one.status === value).length,
        }))}
        onChange={(next) => set({ status: next })}
      />
      <ChoiceFilter
        label={t('enquiries.field.channel')}
        all={t('enquiries.filterChannel')}
        value={channel}
        values={CHANNELS}
        text={(value) => t(`enquiries.channel.${value}`)}
        onChange={(next) => set({ channel: next })}
      />
      <ChoiceFilter
        label={t('enquiries.field.category')}
        all={t('enquiries.filterCategory')}
        value={category}
        values={CATEGORIES}
        text={(value) => t(`enquiries.category.${value}`)}
        onChange={(next) => set({ category: next })}
      />
      <ChoiceFilter
        label={t('enquiries.field.responsible')}
        all={t('enquiries.filterResponsible')}
        value={responsible}
        values={people}
        text={staffName}
        onChange={(next) => set({ responsible: next })}
      />
      <WordsFilter
        label={t('enquiries.filterWords')}
        value={words}
        onChange={(next) => set({ words: next })}
      />
    </>
  );
}
