/** What the lists show: kept while the person works on other pages. */
import { create } from 'zustand';
import type { DepositTakenBody } from '@shared/ledger/entries/money';
import type { PeriodChoice } from '../../ui/period-filter';

export interface LoanFilters {
  readonly period: PeriodChoice;
  readonly segment: 'out' | 'late' | 'unsigned' | 'all';
  readonly item: DepositTakenBody['item'] | '';
  readonly words: string;
}

export const useLoanFilters = create<LoanFilters>(() => ({
  period: { preset: 'thisMonth' },
  segment: 'out',
  item: '',
  words: '',
}));

export interface TipFilters {
  readonly period: PeriodChoice;
  readonly segment: 'waiting' | 'paid' | 'unsigned' | 'all';
  /** '' means all. */
  readonly receiver: string;
  readonly words: string;
}

export const useTipFilters = create<TipFilters>(() => ({
  period: { preset: 'thisMonth' },
  segment: 'waiting',
  receiver: '',
  words: '',
}));
