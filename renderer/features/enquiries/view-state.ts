/** What the list of enquiries shows: kept while the person works on other pages. */
import { create } from 'zustand';
import type { Category, Channel, EnquiryStatus } from '@shared/enquiries/schema';
import type { PeriodChoice } from '../../ui/period-filter';

export interface EnquiryFilters {
  readonly period: PeriodChoice;
  readonly status: EnquiryStatus | 'all';
  readonly channel: Channel | '';
  readonly category: Category | '';
  /** Staff id, '' means all. */
  readonly responsible: string;
  readonly words: string;
}

export const NO_FILTERS: EnquiryFilters = {
  period: { preset: 'today' },
  status: 'all',
  channel: '',
  category: '',
  responsible: '',
  words: '',
};

export const useEnquiryFilters = create<EnquiryFilters>(() => NO_FILTERS);
