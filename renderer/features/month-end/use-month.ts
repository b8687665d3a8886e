/** A month and everything its page needs, kept current. */
import { loadMonth, type MonthData } from '../../data/month-paper';
import { useLive, type LiveState } from '../../data/live';

export function useMonth(month: string): LiveState<MonthData> {
  return useLive(() => loadMonth(month), ['ledger', 'products', 'stockDocuments'], [month]);
}
