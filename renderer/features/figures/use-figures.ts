/** The chosen month with what it is compared with, its costs a moment later, and the sums of the year up to it. */
import { useEffect, useMemo, useState } from 'react';
import { hasData, monthsUpTo, yearBefore, type MonthSum } from '@shared/figures/month';
import type { UnitCosts } from '@shared/figures/profit';
import type { TablesInput } from '@shared/figures/tables';
import { previousMonth } from '@shared/month-end/months';
import { logFault } from '../../data/faults';
import { beginRead, useDrawn, useLiveOf, type LiveState } from '../../data/live';
import { loadCosts, loadMonth, loadSum, type LoadedMonth } from './load';

export interface Compared extends TablesInput {
  readonly now: LoadedMonth;
}

const MONTHS = 12;

/** Runs `work` for each month in turn, the oldest first: later months build on the closings of earlier ones. */
async function inTurn<T>(
  months: readonly string[],
  work: (month: string) => Promise<T>,
  isGone: () => boolean,
  onNext: (values: ReadonlyMap<string, T>) => void,
): Promise<void> {
  const found = new Map<string, T>();
  for (const month of [...months].sort()) {
    found.set(month, await work(month));
    if (isGone()) return;
    onNext(new Map(found));
  }
}

/** What `work` gives for months, growing as it comes. */
function useInTurn<T>(
  months: readonly string[],
  work: (month: string) => Promise<T>,
  version: unknown,
): ReadonlyMap<string, T> {
  const [values, setValues] = useState<ReadonlyMap<string, T>>(new Map());
  const [done, setDone] = useState({});
  const endsDrawn = useDrawn(done);
  const key = months.join();
  useEffect(() => {
    if (key === '') return undefined;
    let gone = false;
    const endRead = beginRead();
    void inTurn(key.split(','), work, () => gone, setValues)
      .catch((error: unknown) => logFault('figures', error))
      .then(() => {
        if (gone) return;
        endsDrawn(endRead);
        setDone({});
      });
    return () => {
      gone = true;
      endRead();
    };
  }, [key, work, version, endsDrawn]);
  return values;
}

/** A month with what it is compared with, without costs. */
async function loadCompared(month: string): Promise<Compared> {
  const [now, before, lastYear] = await Promise.all(
    [month, previousMonth(month), yearBefore(month)].map(loadMonth),
  );
  if (!now) throw new Error('no month');
  return {
    now,
    before: before && hasData(before) ? before : null,
    lastYear: lastYear && hasData(lastYear) ? lastYear : null,
  };
}

/** All that the month's sheet shows, costs and the year up to it included. */
export async function loadSheet(
  month: string,
): Promise<{ readonly compared: Compared; readonly year: readonly MonthSum[] }> {
  const { now, before, lastYear } = await loadCompared(month);
  const costed = async <M extends LoadedMonth | TablesInput['before']>(one: M): Promise<M> =>
    one && { ...one, costs: await loadCosts(one.month) };
  const compared: Compared = {
    // Later months build on the closings of earlier ones.
    lastYear: await costed(lastYear),
    before: await costed(before),
    now: await costed(now),
  };
  const year: MonthSum[] = [];
  for (const one of monthsUpTo(month, MONTHS)) year.push(await loadSum(one));
  return { compared, year };
}

/** The month as it is in the ledger, with its costs once they are known. */
export function useMonth(month: string): LiveState<Compared> {
  const live = useLiveOf(() => loadCompared(month), ['ledger', 'products'], [month]);
  const compared = live.state === 'ready' ? live.value : null;
  const costs = useInTurn<UnitCosts>([month, previousMonth(month), yearBefore(month)], loadCosts, compared);
  return useMemo(() => {
    if (!compared) return live;
    const costed = <M extends { readonly month: string } | null>(one: M): M =>
      one && { ...one, costs: costs.get(one.month) ?? null };
    const { now, before, lastYear } = compared;
    return {
      state: 'ready',
      value: { now: costed(now), before: costed(before), lastYear: costed(lastYear) },
    };
  }, [live, compared, costs]);
}

/**
 * Sums of twelve months, oldest first; they come one after the other, so that the page stays free. They begin
 * once the month's own costs are there: both would go through the same months.
 */
export function useYear(now: LoadedMonth | null): readonly MonthSum[] {
  const month = now?.costs ? now.month : '';
  const months = useMemo(() => (month === '' ? [] : monthsUpTo(month, MONTHS)), [month]);
  const sums = useInTurn(months, loadSum, now?.entries);
  return useMemo(
    () => (months.every((one) => sums.has(one)) ? months.flatMap((one) => sums.get(one) ?? []) : []),
    [months, sums],
  );
}
