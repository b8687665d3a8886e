/** What the list shows: kept while the person works on other pages. */
import { create } from 'zustand';

export interface MatterFilters {
  readonly whose: 'mine' | 'all';
  /** Staff id and kind; '' means all. */
  readonly person: string;
  readonly kind: string;
}

export const useMatterFilters = create<MatterFilters>(() => ({ whose: 'mine', person: '', kind: '' }));
