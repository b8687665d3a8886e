/** What the list of sales shows: kept while the person works on other pages. */
import { create } from 'zustand';
import type { Tender } from '@shared/ledger/entries/parts';
import type { PeriodChoice } from '../../ui/period-filter';

export interface SaleFilters {
  readonly period: PeriodChoice;
  readonly segment: 'all' | 'toIssue' | 'refunded';
  readonly tender: Tender | '';
  /** Staff id, or ''. */
  readonly clerk: string;
  readonly words: string;
}

export const useSaleFilters = create<SaleFilters>(() => ({
  period: { preset: 'today' },
  segment: 'all',
  tender: '',
  clerk: '',
  words: '',
}));
