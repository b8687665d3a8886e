/** 月末结账: `/month-end[/<month>]` — the month's report, its stocktake sheet, late records, closing and reopening. */
import { useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { civil } from '@shared/core/time';
import { amountCell } from '@shared/forms/texts';
import { nextMonth } from '@shared/ledger/months';
import { declareMonth } from '@shared/month-end/declare';
import { totalsOf, withoutTax } from '@shared/month-end/figures';
import { isMonth, monthOfDay, previousMonth, standingCloses } from '@shared/month-end/months';
import type { MonthPaper } from '@shared/month-end/papers';
import { useBooks } from '../../data/books';
import { staffName, useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useLive } from '../../data/live';
import { firstMonth } from '../../data/month-closings';
import type { MonthData } from '../../data/month-paper';
import { today, useSession } from '../../data/session';
import { ChoiceFilter } from '../../ui/filters';
import { refusalText, t } from '../../ui/i18n';
import { knownFeatures } from '../../ui/record-path';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable } from '../../ui/register-table';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { toast } from '../../ui/toast';
import { ClosePanel } from './close-panel';
import { reportColumns, stocktakeColumns } from './columns';
import { ReopenDialog, VerifyDialog } from './dialogs';
import { LateTable } from './late-table';
import { LinePanel } from './line-panel';
import './month-end.css';
import { exportMonth, printSheet } from './papers';
import { rowsOf } from './rows';
import { useMonth } from './use-month';
import { useMonthView } from './view-state';

export default function MonthEndPage(): ReactElement {
  const [location, navigate] = useLocation();
  const wanted = location.split('/')[2] ?? '';
  const month = isMonth(wanted) ? wanted : monthOfDay(today());
  const live = useMonth(month);
  const first = useLive(firstMonth, ['ledger'], []);
  const from = first.state === 'ready' ? (first.value ?? month) : month;
  const go = (next: string): void => {
    if (isMonth(next)) navigate(`/month-end/${next}`, { replace: true });
  };
  return (
    <MonthView
      key={month}
      month={month}
      data={live.state === 'ready' ? live.value : null}
      failed={live.state === 'failed'}
      first={from}
      go={go}
    />
  );
}

interface MonthViewProps {
  readonly month: string;
  readonly data: MonthData | null;
  readonly failed: boolean;
  readonly first: string;
  readonly go: (month: string) => void;
}

type Side = { readonly show: 'line'; readonly product: string } | { readonly show: 'close' } | null;

function MonthView({ month, data, failed, first, go }: MonthViewProps): ReactElement {
  const [, navigate] = useLocation();
  const { tab, category, withTax: chosen } = useMonthView();
  const settings = useDirectory((state) => state.settings);
  const withTax = chosen ?? settings.reportsWithTax;
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const desks = useDirectory((state) => state.desks.length);
  const books = useBooks((state) => state.books);
  const [side, setSide] = useState<Side>(null);
  const [dialog, setDialog] = useState<'reopen' | 'verify' | null>(null);
  const paper = data?.paper ?? null;
  const lines = useMemo(() => {
    const gross = paper?.lines ?? [];
    const net = tab === 'report' && !withTax;
    return net ? gross.map((line) => withoutTax(line, paper?.taxPercent ?? 0)) : gross;
  }, [paper, tab, withTax]);
  const rows = useMemo(() => rowsOf(lines, category), [lines, category]);
  const columns = useMemo(() => (tab === 'stocktake' ? stocktakeColumns() : reportColumns()), [tab]);
  const categories = useMemo(() => [...new Set(lines.map((line) => line.category))], [lines]);
  const line = side?.show === 'line' ? lines.find(({ product }) => product === side.product) : undefined;
  const isFinance = roles.includes('finance');
  // The desk's alone: the web view has no printers to send a pile to.
  const printsSets = knownFeatures().some(({ id }) => id === 'printing');
  const closed = paper?.closed ?? null;
  const laterClosed = [...standingCloses(data?.marks ?? []).keys()].some((other) => other > month);
  const isMany = desks > 1 || Object.keys(books?.seen ?? {}).length > 1;
  const declare = async (): Promise<void> => {
    const outcome = await runCommand(declareMonth, { month });
    if (outcome.ok) toast(t('monthEnd.declared', { month }));
    else for (const { code } of outcome.refusals) toast(refusalText(code), { level: 'error' });
  };
  return (
    <>
      <RegisterPage
        title={t('monthEnd.title')}
        hint={<State paper={paper} />}
        {...(paper && tab !== 'late'
          ? {
              onPrint: () => printSheet(tab, paper, withTax),
              onExport: () => void exportMonth(tab, paper, withTax),
            }
          : {})}
        actions={
          <>
            {printsSets && (
              <button type="button" className="button" onClick={() => navigate(`/printing/month/${month}`)}>
                {t('printing.monthWhole')}
              </button>
            )}
            <button type="button" className="button" onClick={() => setDialog('verify')}>
              {t('monthEnd.verify')}
            </button>
            {isMany && !closed && (roles.includes('clerk') || roles.includes('lead')) && (
              <button type="button" className="button" onClick={() => void declare()}>
                {t('monthEnd.declare')}
              </button>
            )}
            {isFinance && closed && !laterClosed && (
              <button type="button" className="button" onClick={() => setDialog('reopen')}>
                {t('monthEnd.reopen')}
              </button>
            )}
            {isFinance && paper && !closed && (
              <button type="button" className="button primary" onClick={() => setSide({ show: 'close' })}>
                {t('monthEnd.close')}
              </button>
            )}
          </>
        }
        filters={
          <>
            {data && !data.whole && (
              <div className="notice overdue" role="alert">
                {t('refusal.productsMissing')}
              </div>
            )}
            <button
              type="button"
              className="button"
              aria-label={t('monthEnd.earlier')}
              disabled={month <= first}
              onClick={() => go(previousMonth(month))}
            >
              ‹
            </button>
            <input
              className="input"
              type="month"
              aria-label={t('monthEnd.month')}
              value={month}
              min={first}
              max={monthOfDay(today())}
              onChange={({ target }) => go(target.value)}
            />
            <button
              type="button"
              className="button"
              aria-label={t('monthEnd.later')}
              disabled={month >= monthOfDay(today())}
              onClick={() => go(nextMonth(month))}
            >
              ›
            </button>
            <Segmented
              label={t('monthEnd.title')}
              value={tab}
              options={(['report', 'stocktake', 'late'] as const).map((value) => ({
                value,
                label: t(`monthEnd.tab.${value}`),
                ...(value === 'late' && paper ? { count: paper.late.length } : {}),
              }))}
              onChange={(next) => useMonthView.setState({ tab: next })}
            />
            {tab !== 'late' && (
              <ChoiceFilter
                label={t('monthEnd.category')}
                all={t('monthEnd.allCategories')}
                value={category}
                values={categories}
                onChange={(category) => useMonthView.setState({ category })}
              />
            )}
            {tab === 'report' && (
              <Segmented
                label={t('monthEnd.taxLabel')}
                value={withTax ? 'with' : 'without'}
                options={[
                  { value: 'with', label: t('monthEnd.withTax') },
                  { value: 'without', label: t('monthEnd.withoutTax') },
                ]}
                onChange={(next) => useMonthView.setState({ withTax: next === 'with' })}
              />
            )}
          </>
        }
        table={
          failed ? (
            <ErrorState />
          ) : tab === 'late' ? (
            <LateTable late={paper?.late ?? []} />
          ) : (
            <div className="month-table">
              <RegisterTable
                label={t(`monthEnd.tab.${tab}`)}
                columns={columns}
                rows={rows}
                selected={side?.show === 'line' ? side.product : null}
                onSelect={(id) =>
                  setSide(
                    id && lines.some(({ product }) => product === id) ? { show: 'line', product: id } : null,
                  )
                }
                rowClass={(row) => (row.line ? '' : 'subtotal')}
                empty={
                  !data ? (
                    <Loading />
                  ) : (
                    <EmptyState title={t('monthEnd.empty')}>
                      <span>{t('monthEnd.emptyHelp')}</span>
                    </EmptyState>
                  )
                }
                foot={t('monthEnd.rounding', { amount: amountCell(totalsOf(lines).rounding) })}
              />
            </div>
          )
        }
        side={
          side?.show === 'close' && data && !closed ? (
            <ClosePanel data={data} first={first} onClose={() => setSide(null)} />
          ) : line && data ? (
            <LinePanel
              month={month}
              line={line}
              entries={data.entries}
              isClosed={closed !== null}
              onClose={() => setSide(null)}
            />
          ) : null
        }
      />
      {dialog === 'reopen' && closed && (
        <ReopenDialog month={month} round={closed.round} onClose={() => setDialog(null)} />
      )}
      {dialog === 'verify' && <VerifyDialog onClose={() => setDialog(null)} />}
    </>
  );
}

/** Open, or closed by whom and when. */
function State({ paper }: { readonly paper: MonthPaper | null }): ReactElement | null {
  if (!paper) return null;
  if (!paper.closed) return <span className="tag due">{t('monthEnd.open')}</span>;
  const { round, at, by } = paper.closed;
  return (
    <span className="tag good">
      {t('monthEnd.closed', { round, time: civil(at).slice(0, 16).replace('T', ' '), name: staffName(by) })}
    </span>
  );
}
