/** Period, state with counts, category and words: the filters of items and of reports. */
import type { ReactElement } from 'react';
import { useDirectory } from '../../data/directory';
import { today } from '../../data/session';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { PeriodFilter } from '../../ui/period-filter';
import { Segmented } from '../../ui/register-page';
import type { LostFilters } from './view-state';

interface FiltersProps {
  readonly filters: LostFilters;
  readonly set: (change: Partial<LostFilters>) => void;
  readonly segments: readonly { readonly value: string; readonly label: string; readonly count: number }[];
}

export function Filters({ filters, set, segments }: FiltersProps): ReactElement {
  const categories = useDirectory(({ settings }) => settings.lostCategories);
  const { period, segment, category, words } = filters;
  return (
    <>
      <Segmented
        label={t('lostProperty.field.status')}
        value={segment}
        options={segments}
        onChange={(next) => set({ segment: next })}
      />
      <PeriodFilter
        choice={period}
        today={today()}
        collection="lostItems"
        onChange={(next) => set({ period: next })}
      />
      <ChoiceFilter
        label={t('lostProperty.field.category')}
        all={t('lostProperty.filterCategory')}
        value={category}
        values={categories}
        onChange={(category) => set({ category })}
      />
      <WordsFilter label={t('lostProperty.filterWords')} value={words} onChange={(words) => set({ words })} />
    </>
  );
}
