/** What the list shows: kept while the person works on other pages. */
import { create } from 'zustand';
import type { Ground } from '@shared/talks/schema';
import type { PeriodChoice } from '../../ui/period-filter';

export const SEGMENTS = ['open', 'waiting', 'unsigned', 'due', 'archived', 'all'] as const;
export type Segment = (typeof SEGMENTS)[number];

export interface TalkFilters {
  readonly period: PeriodChoice;
  readonly segment: Segment;
  /** '' means all. */
  readonly ground: Ground | '';
  readonly responsible: string;
  readonly words: string;
}

export const useTalkFilters = create<TalkFilters>(() => ({
  period: { preset: 'thisMonth' },
  segment: 'open',
  ground: '',
  responsible: '',
  words: '',
}));
