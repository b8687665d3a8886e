/** What the call list shows: kept while the person works on other pages. */
import { create } from 'zustand';
import type { FollowUpStatus, Satisfaction } from '@shared/follow-up/schema';
import type { PeriodChoice } from '../../ui/period-filter';

export interface CallFilters {
  readonly period: PeriodChoice;
  readonly status: FollowUpStatus | 'all';
  /** Department id, '' means all. */
  readonly department: string;
  readonly satisfaction: Satisfaction | '';
  readonly words: string;
}

export const NO_FILTERS: CallFilters = {
  period: { preset: 'thisMonth' },
  status: 'all',
  department: '',
  satisfaction: '',
  words: '',
};

export const useCallFilters = create<CallFilters>(() => NO_FILTERS);

/** The month and year the figures and the plan show; '' is now. */
export const useFiguresView = create<{ readonly month: string; readonly year: string }>(() => ({
  month: '',
  year: '',
}));
