/** 收费: the register of fees, and beside it one fee or the form. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { feesByType, feeTotal } from '@shared/fees/totals';
import { useDirectory } from '../../data/directory';
import { today, useSession } from '../../data/session';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { InvoiceDialog } from '../../ui/invoice/invoice-dialog';
import { chosenPeriod } from '../../ui/period-filter';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable } from '../../ui/register-table';
import { StateFilters } from '../../ui/state-filters';
import { ListState, NoRecord } from '../../ui/states';
import { useWordFilter } from '../../ui/use-word-filter';
import { feeColumns, toInvoice } from './fee-columns';
import { FeeForm } from './fee-form';
import { FeePanel } from './fee-panel';
import { exportFees, printFees } from './prints';
import { ReverseDialog } from './reverse-dialog';
import { Tabs } from './tabs';
import { useFees, useNumbered, type ListedFee } from './use-fees';
import { useFeeFilters, type FeeFilters } from './view-state';

const BASE = '/fees';
const rowClass = ({ reversal }: ListedFee): string => (reversal ? 'void' : '');

export function FeeRegister({
  record,
  act,
}: {
  readonly record: string;
  readonly act: string;
}): ReactElement {
  const [, navigate] = useLocation();
  const filters = useFeeFilters();
  const set = useFeeFilters.setState;
  const types = useDirectory(({ settings }) => settings.feeTypes);
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const period = chosenPeriod(filters.period, today());
  const { state, rows } = useFees(period, record === 'new' ? '' : record);
  const numbered = useNumbered();
  const worded = useWordFilter(rows, filters.words, 'ledger', period);
  const matching = useMemo(
    () =>
      worded.filter(
        ({ fee }) =>
          fee.day >= period.from &&
          fee.day <= period.to &&
          (filters.type === '' || fee.body.type === filters.type),
      ),
    [worded, filters.type, period.from, period.to],
  );
  const inSegment = (segment: FeeFilters['segment']): readonly ListedFee[] => {
    if (segment === 'all') return matching;
    return matching.filter((row) => (segment === 'toIssue' ? toInvoice(row) : row.reversal !== null));
  };
  const segments = (['all', 'toIssue', 'reversed'] as const).map((value) => ({
    value,
    label: t(`fees.segment.${value}`),
    count: inSegment(value).length,
  }));
  const shown = inSegment(filters.segment);
  const columns = useMemo(() => feeColumns(), []);
  const open = (id: string | null): void => navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  const row = rows.find(({ id }) => id === record);
  const pieces = numbered.moves.filter(({ body }) => body.fee === record && body.move === 'issued');
  const back = (): void => open(record);
  const sums = feesByType(shown);

  return (
    <RegisterPage
      title={t('fees.title')}
      hint={<Tabs current="fees" />}
      {...(atDesk ? { onNew: { label: t('fees.new'), run: () => navigate(`${BASE}/new`) } } : {})}
      onPrint={() => printFees(shown, period)}
      onExport={() => void exportFees(shown, period)}
      filters={
        <>
          <StateFilters label={t('fees.field.state')} segments={segments} chosen={filters} onChange={set} />
          <ChoiceFilter
            label={t('fees.field.type')}
            all={t('fees.filterType')}
            value={filters.type}
            values={types.map(({ name }) => name)}
            onChange={(type) => set({ type })}
          />
          <WordsFilter
            label={t('fees.filterWords')}
            value={filters.words}
            onChange={(words) => set({ words })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('fees.title')}
          columns={columns}
          rows={shown}
          selected={record}
          onSelect={open}
          rowClass={rowClass}
          empty={
            <ListState state={state} title={t('fees.empty')}>
              {atDesk && t('fees.emptyHint')}
            </ListState>
          }
          foot={
            <>
              {t('fees.rows', { count: shown.length, total: formatMoney(feeTotal(shown)) })}
              <span className="spacer" />
              <span className="fee-sums">
                {sums.map(({ key, amount }) => (
                  <span key={key}>{`${key} ${formatMoney(amount)}`}</span>
                ))}
              </span>
            </>
          }
        />
      }
      side={
        record === '' ? null : record === 'new' ? (
          <FeeForm numbered={numbered.moves} onSaved={open} onClose={() => open(null)} />
        ) : row ? (
          <>
            <FeePanel
              row={row}
              pieces={pieces}
              onAct={(next) => navigate(`${BASE}/${record}/${next}`)}
              onClose={() => open(null)}
            />
            {act === 'reverse' && <ReverseDialog row={row} pieces={pieces} onClose={back} />}
            {act === 'invoice' && (
              <InvoiceDialog id={record} no={row.fee.body.no ?? ''} invoice={row.invoice} onClose={back} />
            )}
          </>
        ) : (
          <NoRecord state={state} />
        )
      }
    />
  );
}
