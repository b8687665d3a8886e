/** What the lists show: kept while the person works on other pages. */
import { create } from 'zustand';
import type { PeriodChoice } from '../../ui/period-filter';

export interface StockFilters {
  readonly segment: 'all' | 'thin' | 'negative';
  /** '' means all. */
  readonly category: string;
  /** Only what stands there, '' means everywhere. */
  readonly location: string;
  readonly words: string;
  /** Period of a product's history. */
  readonly period: PeriodChoice;
}

export const useStockFilters = create<StockFilters>(() => ({
  segment: 'all',
  category: '',
  location: '',
  words: '',
  period: { preset: 'thisMonth' },
}));

export const MOVE_KINDS = ['goodsReceived', 'otherOut', 'transfer', 'reversal'] as const;

export interface MoveFilters {
  readonly segment: 'all' | (typeof MOVE_KINDS)[number];
  readonly period: PeriodChoice;
  readonly words: string;
}

export const useMoveFilters = create<MoveFilters>(() => ({
  segment: 'all',
  period: { preset: 'thisMonth' },
  words: '',
}));
