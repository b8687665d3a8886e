/** Whether each sheet of a month may be printed, worked out one after the other so that the page stays free. */
import { useEffect, useState } from 'react';
import type { MonthForm } from '@shared/forms/month-set';
import { logFault } from '../../data/faults';
import type { MonthSheet } from '../../ui/month-sheet';

export type Readiness =
  | { readonly state: 'known'; readonly empty: boolean; readonly waits: readonly string[] }
  | { readonly state: 'failed' };

export type Readinesses = Readonly<Partial<Record<MonthForm, Readiness>>>;

/** True for a sheet that says its last word. */
export const isReady = (one: Readiness | undefined): boolean =>
  one?.state === 'known' && !one.empty && one.waits.length === 0;

/** Sheets that are not there yet are being looked at. */
export function useReadiness(sheets: readonly MonthSheet[] | null, month: string): Readinesses {
  const [known, setKnown] = useState<Readinesses>({});
  useEffect(() => {
    let gone = false;
    const look = async ({ form, load }: MonthSheet): Promise<void> => {
      const readiness: Readiness = await load(month).then(
        ({ empty, waits }) => ({ state: 'known', empty, waits }) as const,
        (error: unknown) => {
          logFault(`printing.${form}`, error);
          return { state: 'failed' } as const;
        },
      );
      if (!gone) setKnown((now) => ({ ...now, [form]: readiness }));
    };
    const lookAtAll = async (): Promise<void> => {
      for (const sheet of sheets ?? []) if (!gone) await look(sheet);
    };
    setKnown({});
    void lookAtAll();
    return () => {
      gone = true;
    };
  }, [sheets, month]);
  return known;
}
