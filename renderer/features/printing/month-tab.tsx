/** 月末全套: the sheets of a month with what is still to be done for each, printed in order. */
import { useEffect, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import type { MonthForm } from '@shared/forms/month-set';
import { nextMonth } from '@shared/ledger/months';
import { isMonth, monthOfDay, previousMonth } from '@shared/month-end/months';
import { lastDayOf } from '@shared/month-end/report';
import { today, useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import type { MonthSheet } from '../../ui/month-sheet';
import { EmptyState, Loading } from '../../ui/states';
import { clear, useBatch } from './batch';
import { BatchPanel } from './batch-panel';
import { Head } from './head';
import { StepText } from './step-text';
import { sheetsFor } from './sheets';
import { isReady, useReadiness, type Readiness } from './use-readiness';

export function MonthTab({ month }: { readonly month: string }): ReactElement {
  const [, navigate] = useLocation();
  const roles = useSession(({ actor }) => actor?.roles);
  const [sheets, setSheets] = useState<readonly MonthSheet[] | null>(null);
  useEffect(() => {
    void sheetsFor(roles ?? []).then(setSheets);
  }, [roles]);
  const readiness = useReadiness(sheets, month);
  const batch = useBatch();
  const rows = batch.month === month ? batch.rows : [];
  /** What somebody ticked by hand; the rest follows what is ready. */
  const [byHand, setByHand] = useState<Readonly<Partial<Record<MonthForm, boolean>>>>({});
  const isTicked = (form: MonthForm): boolean => byHand[form] ?? isReady(readiness[form]);
  const chosen = (sheets ?? []).filter(({ form }) => isTicked(form));
  const isOver = today() > lastDayOf(month);
  const go = (next: string): void => {
    if (!isMonth(next) || next > monthOfDay(today()) || batch.running) return;
    clear();
    navigate(`/printing/month/${next}`, { replace: true });
  };
  const tick = (form: MonthForm, ticked: boolean): void => {
    clear();
    setByHand((now) => ({ ...now, [form]: ticked }));
  };
  return (
    <>
      <Head current="month" />
      <div className="filters">
        <div className="printing-month">
          <button
            type="button"
            className="button"
            aria-label={t('printing.earlier')}
            disabled={batch.running}
            onClick={() => go(previousMonth(month))}
          >
            ‹
          </button>
          <input
            className="input"
            type="month"
            aria-label={t('printing.month')}
            value={month}
            max={monthOfDay(today())}
            disabled={batch.running}
            onChange={({ target }) => go(target.value)}
          />
          <button
            type="button"
            className="button"
            aria-label={t('printing.later')}
            disabled={batch.running || month >= monthOfDay(today())}
            onClick={() => go(nextMonth(month))}
          >
            ›
          </button>
        </div>
        <button type="button" className="button" disabled={batch.running} onClick={() => setByHand({})}>
          {t('printing.tickAll')}
        </button>
        <button
          type="button"
          className="button"
          disabled={batch.running}
          onClick={() => setByHand(Object.fromEntries((sheets ?? []).map(({ form }) => [form, false])))}
        >
          {t('printing.tickNone')}
        </button>
        {!isOver && <span className="tag due">{t('printing.notOver', { month })}</span>}
      </div>
      <div className="register with-side">
        <section className="panel printing-list" aria-label={t('printing.tab.month')} tabIndex={0}>
          {sheets === null && <Loading />}
          {sheets?.length === 0 && <EmptyState title={t('printing.noSheets')} />}
          {sheets && sheets.length > 0 && (
            <table className="printing-table">
              <thead>
                <tr>
                  <th />
                  <th>{t('printing.sheet')}</th>
                  <th>{t('printing.ready')}</th>
                  <th>{t('printing.result')}</th>
                </tr>
              </thead>
              <tbody>
                {sheets.map(({ form, title }) => {
                  const row = rows.find(({ sheet }) => sheet.form === form);
                  return (
                    <tr key={form}>
                      <td>
                        <input
                          type="checkbox"
                          aria-labelledby={`sheet-${form}`}
                          checked={isTicked(form)}
                          disabled={batch.running}
                          onChange={({ target }) => tick(form, target.checked)}
                        />
                      </td>
                      {/* The paper's own name, as it is printed. */}
                      <td id={`sheet-${form}`} lang="zh-CN">
                        {title}
                      </td>
                      <td className="cause">
                        <ReadyText readiness={readiness[form]} />
                      </td>
                      <td className="cause">
                        {row && <StepText step={row.step} printer={batch.printer.label} />}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          )}
        </section>
        <BatchPanel month={month} rows={rows} chosen={chosen} />
      </div>
    </>
  );
}

function ReadyText({ readiness }: { readonly readiness: Readiness | undefined }): ReactElement {
  if (!readiness) return <span className="quiet">{t('printing.looking')}</span>;
  if (readiness.state === 'failed') return <span className="tag overdue">{t('printing.lookFailed')}</span>;
  if (readiness.empty) return <span className="quiet">{t('printing.empty')}</span>;
  if (readiness.waits.length === 0) return <span className="tag good">{t('printing.fine')}</span>;
  return (
    <>
      {readiness.waits.map((wait) => (
        <div key={wait} className="due-text">
          {wait}
        </div>
      ))}
    </>
  );
}
