/** 押金租借: the register of things lent and deposits held, and beside it one of them or a form. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { LOAN_ITEMS } from '@shared/ledger/entries/money';
import { lateness, loanState, loanSums, unsigned, type LoanRow } from '@shared/loans/rows';
import { useDirectory } from '../../data/directory';
import { today, useSession } from '../../data/session';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { PaperDialog } from '../../ui/paper-dialog';
import { chosenPeriod } from '../../ui/period-filter';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable } from '../../ui/register-table';
import { ReverseDialog } from '../../ui/reverse/reverse-dialog';
import { StateFilters } from '../../ui/state-filters';
import { ListState, NoRecord } from '../../ui/states';
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
  const worded = useWordFilter(rows, filters.words, 'ledger', ALWAYS);
  const matching = useMemo(
    () => worded.filter(({ taken }) => filters.item === '' || taken.body.item === filters.item),
    [worded, filters.item],
  );
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
  const columns = useMemo(() => loanColumns(now, amberMinutes), [now, amberMinutes]);
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
          <StateFilters label={t('loans.field.state')} segments={segments} chosen={filters} onChange={set} />
          <ChoiceFilter
            label={t('loans.field.item')}
            all={t('loans.filterItem')}
            value={filters.item}
            values={LOAN_ITEMS}
            text={(item) => t(`loans.item.${item}`)}
            onChange={(item) => set({ item })}
          />
          <WordsFilter
            label={t('loans.filterWords')}
            value={filters.words}
            onChange={(words) => set({ words })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('loans.tabLoans')}
          columns={columns}
          rows={shown}
          selected={record}
          onSelect={open}
          rowClass={rowClass}
          empty={
            <ListState state={state} title={t('loans.empty')}>
              {atDesk && t('loans.emptyHint')}
            </ListState>
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
            {act === 'unreturn' && row.returned && (
              <ReverseDialog entry={row.returned} onClose={() => open(record)} />
            )}
            {act === 'reverse' && <ReverseDialog entry={row.taken} onClose={() => open(record)} />}
            {act === 'paper' && paper && <PaperDialog entry={paper} onClose={() => open(record)} />}
          </>
        ) : (
          <NoRecord state={state} />
        )
      }
    />
  );
}
