/** What the list shows: kept while the person works on other pages. */
import { create } from 'zustand';
import type { PeriodChoice } from '../../ui/period-filter';

export const SEGMENTS = ['open', 'unaccepted', 'overdue', 'done', 'closed', 'all'] as const;
export type Segment = (typeof SEGMENTS)[number];

export interface OrderFilters {
  readonly period: PeriodChoice;
  readonly segment: Segment;
  /** Ids and the category's name; '' means all. */
  readonly department: string;
  readonly category: string;
  readonly responsible: string;
  readonly words: string;
}

export const useOrderFilters = create<OrderFilters>(() => ({
  period: { preset: 'thisMonth' },
  segment: 'open',
  department: '',
  category: '',
  responsible: '',
  words: '',
}));
