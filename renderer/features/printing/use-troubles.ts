/** What did not come out, kept current by the shell; null while it is being asked for. */
import { useEffect, useState } from 'react';
import type { PrintTrouble } from '@shared/printing/trouble';
import { host } from '../../data/host';

export function useTroubles(): readonly PrintTrouble[] | null {
  const [troubles, setTroubles] = useState<readonly PrintTrouble[] | null>(null);
  useEffect(() => {
    let heard = false;
    const stop = host.on('print.troubles', (all) => {
      heard = true;
      setTroubles(all);
    });
    // What was told meanwhile is newer than what was asked for.
    void host.call('print.troubles').then((all) => !heard && setTroubles(all));
    return () => {
      heard = true;
      stop();
    };
  }, []);
  return troubles;
}
