/** A month and everything its page needs, kept current. */
import { loadMonth, type MonthData } from '../../data/month-paper';
import { useLiveOf, type LiveState } from '../../data/live';

export function useMonth(month: string): LiveState<MonthData> {
  return useLiveOf(() => loadMonth(month), ['ledger', 'products', 'stockDocuments'], [month]);
}
