/** What the list of standard replies shows: kept while the person works on other pages. */
import { create } from 'zustand';
import type { ReplyStatus } from '@shared/replies/schema';

export interface ReplyFilters {
  readonly status: ReplyStatus | 'all';
  readonly category: string;
  readonly words: string;
}

export const NO_FILTERS: ReplyFilters = { status: 'active', category: '', words: '' };

export const useReplyFilters = create<ReplyFilters>(() => NO_FILTERS);
