/** What the lists show: kept while the person works on other pages. */
import { create } from 'zustand';
import type { PeriodChoice } from '../../ui/period-filter';

export interface LostFilters {
  readonly period: PeriodChoice;
  readonly segment: string;
  /** '' means all. */
  readonly category: string;
  readonly words: string;
}

export const NO_FILTERS: LostFilters = {
  period: { preset: 'thisMonth' },
  segment: 'all',
  category: '',
  words: '',
};

export const useItemFilters = create<LostFilters>(() => NO_FILTERS);
export const useReportFilters = create<LostFilters>(() => NO_FILTERS);
export const useHrFilters = create<LostFilters>(() => ({ ...NO_FILTERS, segment: 'handedOver' }));
