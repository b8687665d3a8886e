/** Where the print preview appears; once in the frame. Its parts are loaded with the first print. */
import { lazy, Suspense, useEffect, type ReactElement } from 'react';
import { today, useSession } from '../../data/session';
import { useDirectory } from '../../data/directory';
import { host } from '../../data/host';
import { closePrinting, usePrinting } from './print-form';

const PrintPreview = lazy(() => import('./print-preview'));

const SWEEP_AFTER_MS = 60_000;
let sweptOn = '';

/** Kept forms past the retention time go once a day, when the desk has long begun its work. */
function useArchiveSweep(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      if (sweptOn === today()) return;
      sweptOn = today();
      void host.call('print.sweepArchive', useDirectory.getState().settings.retentionMonths);
    }, SWEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}

/** What is held up at a printer is said wherever somebody works. */
function useStuck(): void {
  useEffect(
    () =>
      host.on('print.troubles', (_all, fresh) => {
        if (fresh) void import('./tell-stuck').then(({ tellStuck }) => tellStuck(fresh));
      }),
    [],
  );
}

export function PrintHost(): ReactElement | null {
  const { request } = usePrinting();
  const locked = useSession((session) => session.locked);
  useArchiveSweep();
  useStuck();
  // A preview is no draft: behind a lock it would only keep names in view and the sign-in out of reach.
  useEffect(() => {
    if (locked) closePrinting();
  }, [locked]);
  if (!request) return null;
  return (
    <Suspense>
      <PrintPreview request={request} />
    </Suspense>
  );
}
