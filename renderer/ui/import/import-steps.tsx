/** The steps of taking a file over as a page shows them; what is special to it comes from the page. */
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { t } from '../i18n';
import { EmptyState } from '../states';
import { writtenText, type Import } from './use-import';
import './import.css';

interface ImportStepsProps<P> {
  readonly flow: Import<P>;
  /** Whether the person may take a file over as things are. */
  readonly mayChoose?: boolean;
  /** Begins with the keyboard on the first button. */
  readonly takesFocus?: boolean;
  /** Above the hint, e.g. where to. */
  readonly head?: ReactNode;
  readonly hint: string;
  readonly limits: string;
  /** Below the first step, e.g. what was taken over before. */
  readonly below?: ReactNode;
  /** `another` chooses another file. */
  readonly preview: (preview: P, another: ReactNode) => ReactNode;
  /** What the last step says and offers beside its sentence. */
  readonly done: ReactNode;
}

export function ImportSteps<P>(props: ImportStepsProps<P>): ReactElement {
  const { flow, mayChoose = true, takesFocus = false } = props;
  const { step } = flow;
  const input = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLElement>(null);
  const begun = useRef(takesFocus);
  useEffect(() => {
    if (begun.current)
      (
        panel.current?.querySelector<HTMLElement>('.button.primary') ??
        panel.current?.querySelector<HTMLElement>('.button')
      )?.focus();
    begun.current = true;
  }, [step.at]);
  const choose = (
    <button
      type="button"
      className={step.at === 'choose' ? 'button primary' : 'button'}
      disabled={!mayChoose}
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
          void flow.read(target.files?.[0]);
          target.value = '';
        }}
      />
      {step.at === 'choose' && (
        <>
          <section
            ref={panel}
            className="panel import-panel"
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              if (mayChoose) void flow.read(event.dataTransfer.files[0]);
            }}
          >
            {props.head}
            {step.fault && (
              <div className="notice overdue" role="alert">
                {step.fault}
              </div>
            )}
            <p>{props.hint}</p>
            <p className="quiet">{props.limits}</p>
            <p>
              {choose} <span className="quiet">{t('imports.drop')}</span>
            </p>
          </section>
          {props.below}
        </>
      )}
      {step.at === 'reading' && (
        <section ref={panel} className="panel import-panel" role="status">
          <p>{t('imports.reading', { name: step.name })}</p>
          <progress />
          <p>
            <button type="button" className="button" onClick={flow.begin}>
              {t('ui.cancel')}
            </button>
          </p>
        </section>
      )}
      {step.at === 'preview' && props.preview(step.preview, choose)}
      {step.at === 'writing' && (
        <section ref={panel} className="panel import-panel" role="status">
          <p>{t('imports.writing', { done: step.done, total: step.total })}</p>
          <progress max={step.total} value={step.done} />
          <p>
            <button type="button" className="button" onClick={flow.stop}>
              {t('imports.stop')}
            </button>
          </p>
        </section>
      )}
      {step.at === 'done' && (
        <section ref={panel} className="panel import-panel">
          <EmptyState title={writtenText(step.written, step.total)}>{props.done}</EmptyState>
        </section>
      )}
    </>
  );
}
