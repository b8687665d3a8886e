/** The printer, and what is done with the ticked sheets: begin, stop, go on, print again what did not succeed. */
import type { ReactElement } from 'react';
import { t } from '../../ui/i18n';
import type { MonthSheet } from '../../ui/month-sheet';
import { PrinterSelect } from '../../ui/print/printer-select';
import { usePrinters } from '../../ui/print/use-printers';
import { again, begin, goOn, left, stop, unsuccessful, useBatch, type BatchRow, type Target } from './batch';

interface BatchPanelProps {
  readonly month: string;
  readonly rows: readonly BatchRow[];
  /** Ticked sheets, in order. */
  readonly chosen: readonly MonthSheet[];
}

export function BatchPanel({ month, rows, chosen }: BatchPanelProps): ReactElement {
  const printers = usePrinters('month-set');
  const { running, stopping } = useBatch();
  const [open, failed] = [left(rows).length, unsuccessful(rows).length];
  const done = rows.length - open - failed;
  const now = rows.find(({ step }) => step.at === 'making' || step.at === 'printing');
  const target = printers.list?.find(({ name }) => name === printers.chosen);
  const act = (run: (printer: Target) => void) => (): void => {
    if (!target) return;
    printers.remember();
    run(target);
  };
  const isOver = rows.length > 0 && !running;
  return (
    <section className="panel printing-side" aria-label={t('printing.monthWhole')}>
      <PrinterSelect printers={printers} />
      {running && (
        <>
          <progress max={rows.length} value={rows.length - open - (now ? 1 : 0)} />
          <p role="status">
            {now &&
              t('printing.progress', {
                done: rows.indexOf(now) + 1,
                total: rows.length,
                form: now.sheet.title,
              })}
          </p>
          <button type="button" className="button" disabled={stopping} onClick={stop}>
            {t(stopping ? 'printing.stopping' : 'printing.stop')}
          </button>
        </>
      )}
      {isOver && (
        <p className={failed > 0 ? 'notice overdue' : open > 0 ? 'notice' : 'notice good'} role="status">
          {failed + open === 0
            ? t('printing.allDone', { count: done })
            : t('printing.someDone', { done, failed, left: open })}
        </p>
      )}
      {isOver && failed > 0 && (
        <button type="button" className="button primary" disabled={!target} onClick={act(again)}>
          {t('printing.again', { count: failed })}
        </button>
      )}
      {isOver && open > 0 && (
        <button
          type="button"
          className={failed > 0 ? 'button' : 'button primary'}
          disabled={!target}
          onClick={act(goOn)}
        >
          {t('printing.goOn', { count: open })}
        </button>
      )}
      {!running && (
        <button
          type="button"
          className={isOver && failed + open > 0 ? 'button' : 'button primary'}
          disabled={!target || chosen.length === 0}
          onClick={act((printer) => begin(month, printer, chosen))}
        >
          {t('printing.begin', { count: chosen.length })}
        </button>
      )}
      <p className="quiet small">{t('printing.orderHelp')}</p>
    </section>
  );
}
