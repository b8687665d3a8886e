/** What the month's end shows: kept while the person works on other pages. */
import { create } from 'zustand';

interface MonthView {
  readonly tab: 'report' | 'stocktake' | 'late';
  readonly category: string;
  /** Null: as the settings say. */
  readonly withTax: boolean | null;
}

export const useMonthView = create<MonthView>(() => ({ tab: 'report', category: '', withTax: null }));
