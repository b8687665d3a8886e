/** What the visitor log shows: kept while the person works on other pages. */
import { create } from 'zustand';
import type { VisitStatus } from '@shared/visits/schema';
import type { PeriodChoice } from '../../ui/period-filter';

export interface VisitFilters {
  readonly period: PeriodChoice;
  readonly status: VisitStatus | 'all';
  /** '' means all. */
  readonly purpose: string;
  /** Department id, '' means all. */
  readonly department: string;
  readonly words: string;
}

export const NO_FILTERS: VisitFilters = {
  period: { preset: 'today' },
  status: 'all',
  purpose: '',
  department: '',
  words: '',
};

export const useVisitFilters = create<VisitFilters>(() => NO_FILTERS);
