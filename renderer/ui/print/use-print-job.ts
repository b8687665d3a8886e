/** One form from request to PDF: progress, cancel, and its end in the shell. */
import { useCallback, useEffect, useState } from 'react';
import { v7 } from 'uuid';
import { host } from '../../data/host';
import { makePdf } from './make-pdf';
import type { PrintRequest } from './print-form';

export type JobState =
  | { readonly step: 'preparing'; readonly done: number; readonly total: number }
  | {
      readonly step: 'ready';
      readonly pages: number;
      readonly missing: readonly string[];
      readonly pdf: Uint8Array;
    }
  | { readonly step: 'failed'; readonly code: 'failed' | 'diskFull' };

const BEGUN: JobState = { step: 'preparing', done: 0, total: 0 };

/** The state of a job, its id in the shell, and how to try again. */
export function usePrintJob(request: PrintRequest): {
  readonly job: string;
  readonly state: JobState;
  readonly retry: () => void;
} {
  const [job, setJob] = useState(() => v7());
  const [state, setState] = useState<JobState>(BEGUN);

  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    setState(BEGUN);
    const stop = host.on('print.progress', ({ job: id, done, total }) => {
      if (id === job)
        setState((now) => (now.step === 'preparing' ? { step: 'preparing', done, total } : now));
    });
    const run = async (): Promise<void> => {
      // A large register takes a while to hand over: the preview shows first.
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return;
      try {
        const result = await makePdf(job, request, signal);
        if (signal.aborted) return;
        if (result.ok)
          setState({
            step: 'ready',
            pages: result.pages,
            missing: result.missing,
            pdf: await host.call('print.pdf', job),
          });
        else if (result.code !== 'cancelled') setState({ step: 'failed', code: result.code });
      } catch {
        if (!signal.aborted) setState({ step: 'failed', code: 'failed' });
      }
    };
    void run();
    return () => {
      left.abort();
      stop();
      // Ends the job wherever it is, and its file.
      void host.call('print.discard', job);
    };
  }, [job, request]);

  return { job, state, retry: useCallback(() => setJob(v7()), []) };
}
