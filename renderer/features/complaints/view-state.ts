/** What the list shows: kept while the person works on other pages. */
import { create } from 'zustand';
import type { Grade } from '@shared/complaints/schema';
import type { PeriodChoice } from '../../ui/period-filter';

export const SEGMENTS = ['open', 'overdue', 'mine', 'review', 'followUp', 'archived', 'all'] as const;
export type Segment = (typeof SEGMENTS)[number];

export interface ComplaintFilters {
  readonly period: PeriodChoice;
  readonly segment: Segment;
  /** '' means all, here and below. */
  readonly grade: Grade | '';
  readonly department: string;
  readonly responsible: string;
  readonly words: string;
}

export const useComplaintFilters = create<ComplaintFilters>(() => ({
  period: { preset: 'thisMonth' },
  segment: 'open',
  grade: '',
  department: '',
  responsible: '',
  words: '',
}));
