/** 押金租借: the register of things lent and deposits held, and beside it one of them or a form. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { LOAN_ITEMS } from '@shared/ledger/schema';
import { lateness, loanState, loanSums, unsigned, type LoanRow } from '@shared/loans/rows';
import { useDirectory } from '../../data/directory';
import { today, useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { PaperDialog } from '../../ui/paper-dialog';
import { PeriodFilter, chosenPeriod } from '../../ui/period-filter';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable } from '../../ui/register-table';
import { ReverseDialog } from '../../ui/reverse/reverse-dialog';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { useMinute } from '../../ui/use-minute';
import { useWordFilter } from '../../ui/use-word-filter';
import { LoanForm } from './loan-form';
import { loanColumns } from './loan-columns';
import { LoanPanel } from './loan-panel';
import { exportLoans, printLoans } from './prints';
import { ReturnForm } from './return-form';
import { Tabs } from './tabs';
import { useLoans } from './use-loans';
import { useLoanFilters, type LoanFilters } from './view-state';

const BASE = '/loans';
/** Words are looked for in whatever is listed, however old. */
const ALWAYS = { from: '2000-01-01', to: '9998-12-31' } as const;
const rowClass = ({ reversal }: LoanRow): string => (reversal ? 'void' : '');

export function LoanRegister({
  record,
  act,
}: {
  readonly record: string;
  readonly act: string;
}): ReactElement {
  const [, navigate] = useLocation();
  const now = useMinute();
  const filters = useLoanFilters();
  const set = useLoanFilters.setState;
  const amberMinutes = useDirectory(({ settings }) => settings.amberMinutes);
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const period = chosenPeriod(filters.period, today());
  const { state, rows } = useLoans(period, record === 'new' ? '' : record);
  const entries = useMemo(() => rows.map(({ taken }) => taken), [rows]);
  const worded = useWordFilter(entries, filters.words, 'ledger', ALWAYS);
  const matching = useMemo(() => {
    const wanted = new Set(worded.map(({ id }) => id));
    return rows.filter(
      ({ id, taken }) => wanted.has(id) && (filters.item === '' || taken.body.item === filters.item),
    );
  }, [rows, worded, filters.item]);
  const inSegment = (segment: LoanFilters['segment']): readonly LoanRow[] =>
    matching.filter((row) => {
      switch (segment) {
        case 'out':
          return loanState(row) === 'out';
        case 'late':
          return lateness(row, now, amberMinutes) === 'overdue';
        case 'unsigned':
          return unsigned(row).length > 0;
        case 'all':
          return row.taken.day >= period.from && row.taken.day <= period.to;
      }
    });
  const segments = (['out', 'late', 'unsigned', 'all'] as const).map((value) => ({
    value,
    label: t(`loans.segment.${value}`),
    count: inSegment(value).length,
  }));
  const shown = inSegment(filters.segment);
  const narrow = record !== '';
  const columns = useMemo(() => loanColumns(narrow, now, amberMinutes), [narrow, now, amberMinutes]);
  const open = (id: string | null): void => navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  const row = rows.find(({ id }) => id === record);
  const paper = row && unsigned(row)[0];
  const sums = loanSums(shown);
  const what = filters.segment === 'all' ? '' : t(`loans.segment.${filters.segment}`);

  return (
    <RegisterPage
      title={t('loans.title')}
      hint={<Tabs current="loans" />}
      {...(atDesk ? { onNew: { label: t('loans.new'), run: () => navigate(`${BASE}/new`) } } : {})}
      onPrint={() => printLoans(shown, period, what)}
      onExport={() => void exportLoans(shown, period)}
      filters={
        <>
          <Segmented
            label={t('loans.field.state')}
            value={filters.segment}
            options={segments}
            onChange={(segment) => set({ segment })}
          />
          <PeriodFilter
            choice={filters.period}
            today={today()}
            onChange={(choice) => set({ period: choice })}
          />
          <select
            className="input"
            aria-label={t('loans.field.item')}
            value={filters.item}
            onChange={({ target }) => set({ item: target.value as LoanFilters['item'] })}
          >
            <option value="">{t('loans.filterItem')}</option>
            {LOAN_ITEMS.map((item) => (
              <option key={item} value={item}>
                {t(`loans.item.${item}`)}
              </option>
            ))}
          </select>
          <input
            className="input words"
            type="search"
            aria-label={t('loans.filterWords')}
            placeholder={t('loans.filterWords')}
            value={filters.words}
            onChange={({ target }) => set({ words: target.value })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('loans.tabLoans')}
          columns={columns}
          rows={shown}
          selected={record === '' || record === 'new' ? null : record}
          onSelect={open}
          rowClass={rowClass}
          empty={
            state === 'loading' ? (
              <Loading />
            ) : state === 'failed' ? (
              <ErrorState />
            ) : (
              <EmptyState title={t('loans.empty')}>{atDesk && t('loans.emptyHint')}</EmptyState>
            )
          }
          foot={
            <>
              {t('loans.rows', { count: sums.count, held: formatMoney(sums.held) })}
              <span className="spacer" />
              <span className="loan-sums">
                {t('loans.rowsDetail', {
                  returned: formatMoney(sums.returned),
                  kept: formatMoney(sums.kept),
                  charged: formatMoney(sums.charged),
                })}
              </span>
            </>
          }
        />
      }
      side={
        record === '' ? null : record === 'new' ? (
          <LoanForm onSaved={open} onClose={() => open(null)} />
        ) : row && act === 'return' && loanState(row) === 'out' ? (
          <ReturnForm row={row} onDone={() => open(record)} />
        ) : row ? (
          <>
            <LoanPanel
              row={row}
              onAct={(next) => navigate(`${BASE}/${record}/${next}`)}
              onClose={() => open(null)}
            />
            {act === 'reverse' && <ReverseDialog entry={row.taken} onClose={() => open(record)} />}
            {act === 'paper' && paper && <PaperDialog entry={paper} onClose={() => open(record)} />}
          </>
        ) : (
          <section className="panel record">
            {state === 'loading' ? <Loading /> : <EmptyState title={t('refusal.notFound')} />}
          </section>
        )
      }
    />
  );
}
