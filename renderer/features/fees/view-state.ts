/** What the lists show: kept while the person works on other pages. */
import { create } from 'zustand';
import type { NumberedStockKind } from '@shared/ledger/entries/fees';
import type { PeriodChoice } from '../../ui/period-filter';

export interface FeeFilters {
  readonly period: PeriodChoice;
  readonly segment: 'all' | 'toIssue' | 'reversed';
  /** Name of a fee type, '' means all. */
  readonly type: string;
  readonly words: string;
}

export const useFeeFilters = create<FeeFilters>(() => ({
  period: { preset: 'thisMonth' },
  segment: 'all',
  type: '',
  words: '',
}));

export interface NumberedFilters {
  readonly period: PeriodChoice;
  readonly stock: NumberedStockKind | '';
  readonly words: string;
}

export const useNumberedFilters = create<NumberedFilters>(() => ({
  period: { preset: 'thisMonth' },
  stock: '',
  words: '',
}));
