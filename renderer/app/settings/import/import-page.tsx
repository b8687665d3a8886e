/** 数据导入: a paper-era register out of a spreadsheet, looked at row by row before anything is written. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { REGISTERS, type ImportRegister } from '@shared/import/columns';
import { MAX_ROWS } from '@shared/import/table';
import { staffName, useDirectory } from '../../../data/directory';
import { useSession } from '../../../data/session';
import { refusalText, t } from '../../../ui/i18n';
import { Segmented } from '../../../ui/register-page';
import { EmptyState } from '../../../ui/states';
import { toast } from '../../../ui/toast';
import { dayTime } from '../../../ui/typed';
import { OpenPaper, type PaperRow } from './paper-file';
import { PaperPreview } from './paper-preview';
import type { PaperFile } from './paper-worker';
import { PastImports } from './past-imports';
import { saveRefused, saveSample } from './sheets';
import { pastImports, writePaper, type Written } from './write-paper';
import './import.css';

type Step =
  | { readonly at: 'choose'; readonly fault: string }
  | { readonly at: 'reading'; readonly name: string }
  | { readonly at: 'preview'; readonly paper: OpenPaper; readonly file: PaperFile; readonly before: string }
  | { readonly at: 'writing'; readonly done: number; readonly total: number }
  | {
      readonly at: 'done';
      readonly written: Written;
      readonly total: number;
      readonly rows: readonly PaperRow[];
    };

const PATHS: Readonly<Record<ImportRegister, string>> = {
  visits: '/visits',
  lostItems: '/lost-property',
  customers: '/visits',
};

/** What came of it, in a sentence. */
function sentence({ done, refusal }: Written, total: number): string {
  if (refusal) {
    const { code, params, field } = refusal;
    const why = refusalText(code, params);
    return t('imports.failed', { done, reason: field ? t('imports.row', { line: field, text: why }) : why });
  }
  if (done < total) return t('imports.stopped', { done, left: total - done });
  return t('imports.done', { count: done });
}

const countOf = (rows: readonly PaperRow[], verdict: PaperRow['verdict']): number =>
  rows.filter((row) => row.verdict === verdict).length;

export function ImportPage(): ReactElement {
  const [, navigate] = useLocation();
  const [register, setRegister] = useState<ImportRegister>('visits');
  const [step, setStep] = useState<Step>({ at: 'choose', fault: '' });
  const months = useDirectory(({ settings }) => settings.retentionMonths);
  const isLead = useSession(({ actor }) => actor?.roles.includes('lead') ?? false);
  const input = useRef<HTMLInputElement>(null);
  const open = useRef<OpenPaper | null>(null);
  const stopped = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      open.current?.close();
    };
  }, []);

  const begin = (fault = ''): void => {
    open.current?.close();
    open.current = null;
    setStep({ at: 'choose', fault });
  };
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    open.current?.close();
    const paper = new OpenPaper(file.name, register);
    open.current = paper;
    setStep({ at: 'reading', name: file.name });
    const found = await paper.read(file);
    if (open.current !== paper) return;
    if ('code' in found) return begin(refusalText(found.code, found.params));
    const same = (await pastImports(register, '')).find(({ digest }) => digest === found.digest);
    const before = same ? t('imports.sameFile', { at: dayTime(same.at), by: staffName(same.by) }) : '';
    setStep({ at: 'preview', paper, file: found, before });
  };
  const write = async (paper: OpenPaper, digest: string, rows: readonly PaperRow[]): Promise<void> => {
    const total = countOf(rows, 'ok') + countOf(rows, 'warning');
    stopped.current = false;
    setStep({ at: 'writing', done: 0, total });
    const written = await writePaper(register, { name: paper.name, digest }, rows, {
      onProgress: (done) => setStep({ at: 'writing', done, total }),
      isStopped: () => stopped.current,
    });
    // Writing goes on when the person works elsewhere meanwhile; then the end is told there.
    if (gone.current) toast(sentence(written, total), written.refusal ? { level: 'error' } : {});
    setStep({ at: 'done', written, total, rows });
  };

  const choose = (
    <button
      type="button"
      className={step.at === 'choose' ? 'button primary' : 'button'}
      disabled={register === 'customers' && !isLead}
      onClick={() => input.current?.click()}
    >
      {t(step.at === 'choose' ? 'imports.choose' : 'imports.another')}
    </button>
  );
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv,.txt"
        aria-label={t('imports.choose')}
        hidden
        onChange={({ target }) => {
          void read(target.files?.[0]);
          target.value = '';
        }}
      />
      {step.at === 'choose' && (
        <>
          <section
            className="panel paper-choose"
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              if (register !== 'customers' || isLead) void read(event.dataTransfer.files[0]);
            }}
          >
            <div className="paper-line">
              <Segmented
                label={t('imports.registerLabel')}
                value={register}
                options={REGISTERS.map((value) => ({ value, label: t(`imports.register.${value}`) }))}
                onChange={setRegister}
              />
              <span className="spacer" />
              <button type="button" className="button" onClick={() => void saveSample(register)}>
                {t('imports.sample')}
              </button>
            </div>
            {step.fault && (
              <div className="notice overdue" role="alert">
                {step.fault}
              </div>
            )}
            <p>{t(`imports.hint.${register}`)}</p>
            <p className="quiet">{t('imports.limits', { max: MAX_ROWS, months })}</p>
            <p>
              {choose} <span className="quiet">{t('imports.drop')}</span>
            </p>
          </section>
          <PastImports register={register} />
        </>
      )}
      {step.at === 'reading' && (
        <section className="panel paper-choose" role="status">
          <p>{t('imports.reading', { name: step.name })}</p>
          <progress />
          <p>
            <button type="button" className="button" onClick={() => begin()}>
              {t('ui.cancel')}
            </button>
          </p>
        </section>
      )}
      {step.at === 'preview' && (
        <PaperPreview
          paper={step.paper}
          file={step.file}
          before={step.before}
          another={choose}
          onConfirm={(rows) => void write(step.paper, step.file.digest, rows)}
        />
      )}
      {step.at === 'writing' && (
        <section className="panel paper-choose" role="status">
          <p>{t('imports.writing', { done: step.done, total: step.total })}</p>
          <progress max={step.total} value={step.done} />
          <p>
            <button type="button" className="button" onClick={() => (stopped.current = true)}>
              {t('imports.stop')}
            </button>
          </p>
        </section>
      )}
      {step.at === 'done' && (
        <section className="panel paper-choose">
          <EmptyState title={sentence(step.written, step.total)}>
            {countOf(step.rows, 'refused') + countOf(step.rows, 'known') > 0 && (
              <span>
                {t('imports.doneSkipped', {
                  refused: countOf(step.rows, 'refused'),
                  known: countOf(step.rows, 'known'),
                })}
              </span>
            )}
            <span className="paper-buttons">
              <button
                type="button"
                className="button primary"
                autoFocus
                onClick={() => navigate(PATHS[register])}
              >
                {t('imports.open')}
              </button>
              {countOf(step.rows, 'refused') > 0 && (
                <button
                  type="button"
                  className="button"
                  onClick={() => void saveRefused(register, step.rows)}
                >
                  {t('imports.saveRefused', { count: countOf(step.rows, 'refused') })}
                </button>
              )}
              <button type="button" className="button" onClick={() => begin()}>
                {t('imports.another')}
              </button>
            </span>
          </EmptyState>
        </section>
      )}
    </>
  );
}
