/** 销售记录: the sales of a period, and beside them one of them or its refund. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { formatMoney } from '@shared/core/money';
import { TENDERS } from '@shared/ledger/entries/parts';
import { netTotal, type ListedSale } from '@shared/sales/rows';
import { staffName } from '../../data/directory';
import { today } from '../../data/session';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { InvoiceDialog } from '../../ui/invoice/invoice-dialog';
import { PeriodFilter, chosenPeriod } from '../../ui/period-filter';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable } from '../../ui/register-table';
import { ListState, NoRecord } from '../../ui/states';
import { useWordFilter } from '../../ui/use-word-filter';
import { exportSales, printReceipt } from './prints';
import { RefundForm } from './refund-form';
import { saleColumns, toInvoice } from './sale-columns';
import { SalePanel } from './sale-panel';
import { Tabs } from './tabs';
import { useSales } from './use-sales';
import { useSaleFilters, type SaleFilters } from './view-state';

const BASE = '/sales/list';
const rowClass = ({ undone }: ListedSale): string => (undone ? 'void' : '');

export function SaleRegister({
  record,
  act,
}: {
  readonly record: string;
  readonly act: string;
}): ReactElement {
  const [, navigate] = useLocation();
  const filters = useSaleFilters();
  const set = useSaleFilters.setState;
  const period = chosenPeriod(filters.period, today());
  const { state, rows } = useSales(period, record);
  const worded = useWordFilter(rows, filters.words, 'ledger', period);
  const matching = useMemo(
    () =>
      worded.filter(
        ({ sale }) =>
          sale.day >= period.from &&
          sale.day <= period.to &&
          (filters.clerk === '' || sale.by === filters.clerk) &&
          (filters.tender === '' || sale.body.payments.some(({ tender }) => tender === filters.tender)),
      ),
    [worded, filters.tender, filters.clerk, period.from, period.to],
  );
  const inSegment = (segment: SaleFilters['segment']): readonly ListedSale[] =>
    segment === 'all'
      ? matching
      : matching.filter((row) => (segment === 'toIssue' ? toInvoice(row) : row.refunds.length > 0));
  const shown = inSegment(filters.segment);
  const clerks = [...new Set([...rows.map(({ sale }) => sale.by), filters.clerk])].filter(Boolean);
  const columns = useMemo(() => saleColumns(), []);
  const open = (id: string | null): void => navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  const row = rows.find(({ id }) => id === record);
  return (
    <RegisterPage
      title={t('sales.title')}
      hint={<Tabs current="list" />}
      onNew={{ label: t('sales.sell'), run: () => navigate('/sales') }}
      {...(row ? { onPrint: () => void printReceipt(row.sale, true) } : {})}
      onExport={() => void exportSales(shown, period)}
      filters={
        <>
          <Segmented
            label={t('sales.field.state')}
            value={filters.segment}
            options={(['all', 'toIssue', 'refunded'] as const).map((value) => ({
              value,
              label: t(`sales.segment.${value}`),
              count: inSegment(value).length,
            }))}
            onChange={(segment) => set({ segment })}
          />
          <PeriodFilter
            choice={filters.period}
            today={today()}
            onChange={(choice) => set({ period: choice })}
          />
          <ChoiceFilter
            label={t('sales.field.tenders')}
            all={t('sales.allTenders')}
            value={filters.tender}
            values={TENDERS}
            text={(tender) => t(`ledger.tender.${tender}`)}
            onChange={(tender) => set({ tender })}
          />
          <ChoiceFilter
            label={t('sales.field.clerk')}
            all={t('sales.allClerks')}
            value={filters.clerk}
            values={clerks}
            text={(id) => staffName(id)}
            onChange={(clerk) => set({ clerk })}
          />
          <WordsFilter
            label={t('sales.filterWords')}
            value={filters.words}
            onChange={(words) => set({ words })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('sales.list')}
          columns={columns}
          rows={shown}
          selected={record}
          onSelect={open}
          rowClass={rowClass}
          empty={<ListState state={state} title={t('sales.none')} />}
          foot={t('sales.rows', { count: shown.length, total: formatMoney(netTotal(shown)) })}
        />
      }
      side={
        record === '' ? null : !row ? (
          <NoRecord state={state} />
        ) : act === 'refund' && !row.undone ? (
          <RefundForm key={record} row={row} onDone={() => open(record)} />
        ) : (
          <>
            <SalePanel
              row={row}
              onAct={(next) => navigate(`${BASE}/${record}/${next}`)}
              onClose={() => open(null)}
            />
            {act === 'invoice' && (
              <InvoiceDialog
                id={record}
                no={row.sale.body.no ?? ''}
                invoice={row.invoice}
                onClose={() => open(record)}
              />
            )}
          </>
        )
      }
    />
  );
}
