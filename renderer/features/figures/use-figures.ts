/** The chosen month with what it is compared with, and the sums of the year up to it. */
import { useEffect, useState } from 'react';
import { hasData, monthsUpTo, yearBefore, type MonthSum } from '@shared/figures/month';
import { previousMonth } from '@shared/month-end/months';
import type { TablesInput } from '@shared/figures/tables';
import { logFault } from '../../data/faults';
import { useLive, type LiveState } from '../../data/live';
import { loadMonth, loadSum, type LoadedMonth } from './load';

export interface Compared extends TablesInput {
  readonly now: LoadedMonth;
}

export function useMonth(month: string): LiveState<Compared> {
  return useLive(
    async () => {
      const [now, before, lastYear] = await Promise.all(
        [month, previousMonth(month), yearBefore(month)].map(loadMonth),
      );
      if (!now) throw new Error('no month');
      return {
        now,
        before: before && hasData(before) ? before : null,
        lastYear: lastYear && hasData(lastYear) ? lastYear : null,
      };
    },
    ['ledger', 'products'],
    [month],
  );
}

const MONTHS = 12;

/** Sums of twelve months, oldest first; they come one after the other, so that the page stays free. */
export function useYear(month: string, version: unknown): readonly MonthSum[] {
  const [year, setYear] = useState<readonly MonthSum[]>([]);
  useEffect(() => {
    let gone = false;
    const run = async (): Promise<void> => {
      const found: MonthSum[] = [];
      for (const one of monthsUpTo(month, MONTHS)) {
        found.push(await loadSum(one));
        if (gone) return;
      }
      setYear(found);
    };
    run().catch((error: unknown) => logFault('figures', error));
    return () => {
      gone = true;
    };
  }, [month, version]);
  return year;
}
