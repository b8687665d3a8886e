/** How a file is taken over: chosen, read, looked at, written until the end or until somebody stops it. */
import { useEffect, useRef, useState } from 'react';
import type { Refusal } from '@shared/core/command';
import { refusalText, t } from '../i18n';
import { toast } from '../toast';

/** A file on its way to its preview `P`; closing ends what reads it. */
export interface Opening<P> {
  readonly result: Promise<
    { readonly ok: true; readonly preview: P } | { readonly ok: false; readonly fault: Refusal }
  >;
  readonly close: () => void;
}

export interface Written {
  readonly done: number;
  /** Why it ended early; its field is the file's line. */
  readonly refusal: Refusal | null;
}

export interface Progress {
  readonly onProgress: (done: number) => void;
  readonly isStopped: () => boolean;
}

export type ImportStep<P> =
  | { readonly at: 'choose'; readonly fault: string }
  | { readonly at: 'reading'; readonly name: string }
  | { readonly at: 'preview'; readonly preview: P }
  | { readonly at: 'writing'; readonly done: number; readonly total: number }
  | { readonly at: 'done'; readonly written: Written; readonly total: number };

export interface Import<P> {
  readonly step: ImportStep<P>;
  readonly begin: () => void;
  readonly read: (file: File | undefined) => Promise<void>;
  /** Writes `total` rows by `run`. */
  readonly write: (total: number, run: (progress: Progress) => Promise<Written>) => Promise<void>;
  readonly stop: () => void;
}

/** What came of it, in a sentence. */
export function writtenText({ done, refusal }: Written, total: number): string {
  if (refusal) {
    const { code, params, field } = refusal;
    const why = refusalText(code, params);
    return t('imports.failed', { done, reason: field ? t('imports.row', { line: field, text: why }) : why });
  }
  if (done < total) return t('imports.stopped', { done, left: total - done });
  return t('imports.done', { count: done });
}

export function useImport<P>(open: (file: File) => Opening<P>): Import<P> {
  const [step, setStep] = useState<ImportStep<P>>({ at: 'choose', fault: '' });
  const opening = useRef<Opening<P> | null>(null);
  const stopped = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      opening.current?.close();
    };
  }, []);

  const choose = (fault: string): void => {
    opening.current?.close();
    opening.current = null;
    setStep({ at: 'choose', fault });
  };
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    opening.current?.close();
    const mine = open(file);
    opening.current = mine;
    setStep({ at: 'reading', name: file.name });
    const found = await mine.result;
    if (opening.current !== mine) return;
    if (found.ok) setStep({ at: 'preview', preview: found.preview });
    else choose(refusalText(found.fault.code, found.fault.params));
  };
  const write: Import<P>['write'] = async (total, run) => {
    stopped.current = false;
    setStep({ at: 'writing', done: 0, total });
    const written = await run({
      onProgress: (done) => setStep({ at: 'writing', done, total }),
      isStopped: () => stopped.current,
    });
    // Writing goes on when the person works elsewhere meanwhile; then the end is told there.
    if (gone.current) toast(writtenText(written, total), written.refusal ? { level: 'error' } : {});
    setStep({ at: 'done', written, total });
  };
  return {
    step,
    begin: () => choose(''),
    read,
    write,
    stop: () => {
      stopped.current = true;
    },
  };
}
