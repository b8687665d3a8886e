/** What the lists show: kept while the person works on other pages. */
import { create } from 'zustand';
import type { PeriodChoice } from '../../ui/period-filter';

export interface LogFilters {
  readonly period: PeriodChoice;
  readonly segment: 'unread' | 'open' | 'all';
  /** Desk code, '' means all. */
  readonly desk: string;
  readonly words: string;
}
export const useLogFilters = create<LogFilters>(() => ({
  period: { preset: 'thisWeek' },
  segment: 'all',
  desk: '',
  words: '',
}));

export interface ListFilters {
  readonly period: PeriodChoice;
  readonly segment: 'missing' | 'faults' | 'all';
  readonly desk: string;
}
export const useListFilters = create<ListFilters>(() => ({
  period: { preset: 'thisWeek' },
  segment: 'all',
  desk: '',
}));

export interface TaskFilters {
  readonly period: PeriodChoice;
  readonly segment: 'mine' | 'open' | 'overdue' | 'all';
  /** Staff id, '' means everybody. */
  readonly person: string;
  readonly words: string;
}
export const useTaskFilters = create<TaskFilters>(() => ({
  period: { preset: 'thisMonth' },
  segment: 'open',
  person: '',
  words: '',
}));
