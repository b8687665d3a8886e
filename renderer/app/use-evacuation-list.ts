/** The evacuation list goes into the archive folder by schedule, whoever is signed in or not (DOMAIN §3.11). */
import { useEffect } from 'react';

/** The first page stands before anything is made in the background. */
const FIRST_AFTER_MS = 20_000;
const LOOK_EVERY_MS = 60_000;

export function useEvacuationList(): void {
  useEffect(() => {
    const run = (): void =>
      void import('../features/visits/kept-list').then(({ keepListIfDue }) => keepListIfDue());
    const first = setTimeout(run, FIRST_AFTER_MS);
    const again = setInterval(run, LOOK_EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, []);
}
