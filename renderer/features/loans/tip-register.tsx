/** 代收小费: the register of tips taken for caddies and coaches, and beside it one of them or a form. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { byReceiver, tipState, tipUnsigned, type TipRow } from '@shared/loans/tip-rows';
import { today, useSession } from '../../data/session';
import { WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { PaperDialog } from '../../ui/paper-dialog';
import { chosenPeriod } from '../../ui/period-filter';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable } from '../../ui/register-table';
import { ReverseDialog } from '../../ui/reverse/reverse-dialog';
import { StateFilters } from '../../ui/state-filters';
import { ListState, NoRecord } from '../../ui/states';
import { useWordFilter } from '../../ui/use-word-filter';
import { exportTips, printTips } from './prints';
import { PayForm } from './pay-form';
import { Tabs } from './tabs';
import { tipColumns } from './tip-columns';
import { TipForm } from './tip-form';
import { TipPanel } from './tip-panel';
import { useTips } from './use-loans';
import { useTipFilters, type TipFilters } from './view-state';

const BASE = '/loans/tips';
/** Words are looked for in whatever is listed, however old. */
const ALWAYS = { from: '2000-01-01', to: '9998-12-31' } as const;
const rowClass = ({ reversal }: TipRow): string => (reversal ? 'void' : '');

export function TipRegister({
  record,
  act,
}: {
  readonly record: string;
  readonly act: string;
}): ReactElement {
  const [, navigate] = useLocation();
  const filters = useTipFilters();
  const set = useTipFilters.setState;
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const period = chosenPeriod(filters.period, today());
  const { state, rows } = useTips(period, record === 'new' ? '' : record);
  const worded = useWordFilter(rows, filters.words, 'ledger', ALWAYS);
  const matching = useMemo(
    () => worded.filter(({ tip }) => filters.receiver === '' || tip.body.receiver === filters.receiver),
    [worded, filters.receiver],
  );
  const inSegment = (segment: TipFilters['segment']): readonly TipRow[] =>
    matching.filter((row) => {
      const inPeriod = row.tip.day >= period.from && row.tip.day <= period.to;
      switch (segment) {
        case 'waiting':
          return tipState(row) === 'waiting';
        case 'paid':
          return inPeriod && tipState(row) === 'paid';
        case 'unsigned':
          return tipUnsigned(row);
        case 'all':
          return inPeriod;
      }
    });
  const segments = (['waiting', 'paid', 'unsigned', 'all'] as const).map((value) => ({
    value,
    label: t(`loans.tips.segment.${value}`),
    count: inSegment(value).length,
  }));
  const shown = inSegment(filters.segment);
  const columns = useMemo(() => tipColumns(), []);
  const open = (id: string | null): void => navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  const row = rows.find(({ id }) => id === record);
  const receivers = byReceiver(rows);
  const sums = byReceiver(shown);
  const sum = (of: (one: (typeof sums)[number]) => number): number =>
    sums.reduce((all, one) => all + of(one), 0);
  const what = filters.segment === 'all' ? '' : t(`loans.tips.segment.${filters.segment}`);
  const waitingOf = rows.filter(
    (one) => tipState(one) === 'waiting' && one.tip.body.receiver === row?.tip.body.receiver,
  );

  return (
    <RegisterPage
      title={t('loans.title')}
      hint={<Tabs current="tips" />}
      {...(atDesk ? { onNew: { label: t('loans.tips.new'), run: () => navigate(`${BASE}/new`) } } : {})}
      onPrint={() => printTips(shown, period, what)}
      onExport={() => void exportTips(shown, period)}
      filters={
        <>
          <StateFilters label={t('loans.field.state')} segments={segments} chosen={filters} onChange={set} />
          <select
            className="input"
            aria-label={t('loans.tips.receiver')}
            value={filters.receiver}
            onChange={({ target }) => set({ receiver: target.value })}
          >
            <option value="">{t('loans.tips.filterReceiver')}</option>
            {receivers.map(({ receiver, waiting }) => (
              <option key={receiver} value={receiver}>
                {waiting === 0
                  ? receiver
                  : t('loans.tips.receiverWaiting', { receiver, amount: formatMoney(waiting) })}
              </option>
            ))}
          </select>
          <WordsFilter
            label={t('loans.tips.filterWords')}
            value={filters.words}
            onChange={(words) => set({ words })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('loans.tabTips')}
          columns={columns}
          rows={shown}
          selected={record}
          onSelect={open}
          rowClass={rowClass}
          empty={
            <ListState state={state} title={t('loans.tips.empty')}>
              {atDesk && t('loans.tips.emptyHint')}
            </ListState>
          }
          foot={t('loans.tips.rows', {
            count: sum(({ count }) => count),
            total: formatMoney(sum(({ amount }) => amount)),
            waiting: formatMoney(sum(({ waiting }) => waiting)),
          })}
        />
      }
      side={
        record === '' ? null : record === 'new' ? (
          <TipForm
            receivers={receivers.map(({ receiver }) => receiver)}
            onSaved={open}
            onClose={() => open(null)}
          />
        ) : row && act === 'pay' && tipState(row) === 'waiting' ? (
          <PayForm receiver={row.tip.body.receiver} waiting={waitingOf} onDone={() => open(record)} />
        ) : row ? (
          <>
            <TipPanel
              row={row}
              onAct={(next) => navigate(`${BASE}/${record}/${next}`)}
              onClose={() => open(null)}
            />
            {act === 'reverse' && <ReverseDialog entry={row.tip} onClose={() => open(record)} />}
            {act === 'unpay' && row.paid && <ReverseDialog entry={row.paid} onClose={() => open(record)} />}
            {act === 'paper' && row.paid && <PaperDialog entry={row.paid} onClose={() => open(record)} />}
          </>
        ) : (
          <NoRecord state={state} />
        )
      }
    />
  );
}
