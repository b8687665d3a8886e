/** 打印预览: the form's pages, the printer, copies, print and save; Enter prints, Esc closes. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { PrintOutcome } from '@shared/host';
import { host } from '../../data/host';
import { Dialog } from '../dialog';
import { t } from '../i18n';
import { toast } from '../toast';
import { PdfPages } from './pdf-pages';
import { causeText } from './cause-text';
import { closePrinting, type PrintRequest } from './print-form';
import { notePrinted } from './print-voucher';
import { usePrintJob, type JobState } from './use-print-job';
import { PrinterChoice, sentText } from './printer-choice';
import { usePrinters } from './use-printers';
import './print.css';

const STEP = 1.2;

interface Notice {
  readonly level: 'info' | 'error';
  readonly text: string;
}

function Preparing({
  title,
  state,
}: {
  readonly title: string;
  readonly state: JobState & { readonly step: 'preparing' };
}): ReactElement {
  const { done, total } = state;
  return (
    <div className="state" role="status">
      <strong>{t('print.preparing', { form: title })}</strong>
      <progress max={Math.max(1, total)} {...(total > 0 ? { value: done } : {})} />
      {total > 0 && <span>{t('print.progress', { done, total })}</span>}
    </div>
  );
}

function Failed({
  code,
  retry,
}: {
  readonly code: 'failed' | 'diskFull';
  readonly retry: () => void;
}): ReactElement {
  return (
    <div className="state" role="alert">
      <strong>{t(`print.${code}`)}</strong>
      <button type="button" className="button" onClick={retry}>
        {t('print.retry')}
      </button>
    </div>
  );
}

export default function PrintPreview({ request }: { readonly request: PrintRequest }): ReactElement {
  const { job, state, retry } = usePrintJob(request);
  const printers = usePrinters(request.form);
  const [copies, setCopies] = useState('1');
  const [zoom, setZoom] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  const printButton = useRef<HTMLButtonElement>(null);
  const ready = state.step === 'ready';
  const voucher = request.voucher ?? '';
  const canPrint = ready && !busy && printers.chosen !== '';

  useEffect(() => {
    if (canPrint) printButton.current?.focus();
  }, [canPrint]);

  const print = async (): Promise<void> => {
    if (!canPrint) return;
    const count = Number(copies);
    const printer = printers.list?.find(({ name }) => name === printers.chosen)?.label ?? printers.chosen;
    if (!Number.isInteger(count) || count < 1 || count > 99) {
      setNotice({ level: 'error', text: t('print.wrongCopies') });
      return;
    }
    setBusy(true);
    setNotice({ level: 'info', text: t('print.printing') });
    const outcome = await host
      .call('print.print', job, printers.chosen, count, voucher)
      .catch((): PrintOutcome => ({ ok: false, code: 'failed', paper: 'A4', queued: false }));
    setBusy(false);
    if (outcome.ok) {
      notePrinted(voucher, request.form);
      printers.remember();
      toast(sentText(printer, count));
      closePrinting();
      return;
    }
    setNotice({ level: 'error', text: causeText(outcome.code, printer, outcome.paper) });
    if (outcome.code === 'printerGone') printers.refresh();
  };

  const save = async (): Promise<void> => {
    setNotice(null);
    const name = [request.title, request.reference].filter(Boolean).join('-');
    try {
      if (await host.call('print.save', job, `${name}.pdf`)) {
        notePrinted(voucher, request.form);
        setNotice({ level: 'info', text: t('print.saved') });
      }
    } catch {
      setNotice({ level: 'error', text: t('print.saveFailed') });
    }
  };

  return (
    <Dialog
      title={t('print.title')}
      width={1240}
      onClose={closePrinting}
      onSubmit={() => void print()}
      foot={
        <>
          <button type="button" className="button" onClick={closePrinting}>
            {t(state.step === 'preparing' ? 'print.cancel' : 'print.close')}
          </button>
          <button type="button" className="button" disabled={!ready || busy} onClick={() => void save()}>
            {t('print.save')}
          </button>
          <button ref={printButton} type="submit" className="button primary" disabled={!canPrint}>
            {t('print.print')}
          </button>
        </>
      }
    >
      <div className="print-preview">
        <div className="print-paper">
          {state.step === 'preparing' && <Preparing title={request.title} state={state} />}
          {state.step === 'failed' && <Failed code={state.code} retry={retry} />}
          {ready && <PdfPages pdf={state.pdf} zoom={zoom} onZoom={setZoom} />}
        </div>
        <div className="print-side">
          <strong>{request.title}</strong>
          {ready && <span className="quiet">{t('print.pages', { pages: state.pages })}</span>}
          {ready && (
            <div className="print-zoom" role="group">
              <button
                type="button"
                className="button"
                aria-label={t('print.zoomOut')}
                onClick={() => setZoom((now) => Math.max(0.3, (now ?? 1) / STEP))}
              >
                −
              </button>
              <button type="button" className="button" onClick={() => setZoom(null)}>
                {t('print.fitWidth')}
              </button>
              <button
                type="button"
                className="button"
                aria-label={t('print.zoomIn')}
                onClick={() => setZoom((now) => Math.min(3, (now ?? 1) * STEP))}
              >
                ＋
              </button>
            </div>
          )}
          <PrinterChoice printers={printers} copies={copies} onCopies={setCopies} />
          {ready && state.missing.length > 0 && (
            <div className="notice" role="status">
              {t('print.missing', {
                count: state.missing.length,
                characters: state.missing.slice(0, 20).join(' '),
              })}
            </div>
          )}
          {notice && (
            <div
              className={notice.level === 'error' ? 'notice overdue' : 'notice good'}
              role={notice.level === 'error' ? 'alert' : 'status'}
            >
              {notice.text}
            </div>
          )}
        </div>
      </div>
    </Dialog>
  );
}
