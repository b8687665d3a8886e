/** Once a day, in the background, when a backup is due and set up. */
import { useEffect } from 'react';

const FIRST_AFTER_MS = 60_000;
const AGAIN_AFTER_MS = 3_600_000;

export function useDailyBackup(): void {
  useEffect(() => {
    const run = (): void => void import('../data/run-backup').then(({ runIfDue }) => runIfDue());
    const first = setTimeout(run, FIRST_AFTER_MS);
    const again = setInterval(run, AGAIN_AFTER_MS);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, []);
}
