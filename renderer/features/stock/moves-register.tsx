/** 出入库: every receipt, other out, transfer and reversal of the period, and beside it one of them. */
import { useEffect, useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { staffName } from '../../data/directory';
import { loadProducts } from '../../data/products';
import { today, useSession } from '../../data/session';
import { WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { PeriodFilter, chosenPeriod } from '../../ui/period-filter';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { ReverseDialog } from '../../ui/reverse/reverse-dialog';
import { ListState, NoRecord } from '../../ui/states';
import { dayTime } from '../../ui/typed';
import { useWordFilter } from '../../ui/use-word-filter';
import { EntryPanel } from './entry-panel';
import { amountOf, itemsText, kindText, whereText } from './move-words';
import { exportMoves } from './prints';
import { Tabs } from './tabs';
import { useMoves, type ListedMove } from './use-moves';
import { MOVE_KINDS, useMoveFilters, type MoveFilters } from './view-state';

const BASE = '/stock/moves';

function columnsOf(): readonly RegisterColumn<ListedMove>[] {
  return [
    {
      key: 'no',
      title: t('stock.field.no'),
      width: '168px',
      render: ({ entry }) => <span className="quiet">{entry.body.no}</span>,
      sort: ({ entry }) => entry.body.no ?? '',
      wideOnly: true,
    },
    {
      key: 'at',
      title: t('stock.field.time'),
      width: '104px',
      render: ({ entry }) => dayTime(entry.at),
      sort: ({ entry }) => entry.at,
    },
    {
      key: 'kind',
      title: t('stock.field.kind'),
      width: '86px',
      render: ({ entry }) => kindText(entry),
      sort: ({ entry }) => kindText(entry),
    },
    {
      key: 'where',
      title: t('stock.field.where'),
      width: 'minmax(150px, 1fr)',
      render: ({ entry }) => whereText(entry),
      sort: ({ entry }) => whereText(entry),
    },
    {
      key: 'items',
      title: t('stock.field.lines'),
      width: 'minmax(160px, 1.3fr)',
      render: ({ entry }) => <span title={itemsText(entry)}>{itemsText(entry)}</span>,
      wideOnly: true,
    },
    {
      key: 'amount',
      title: t('stock.field.amount'),
      width: '112px',
      align: 'right',
      render: ({ entry }) => (amountOf(entry) === 0 ? '' : formatMoney(amountOf(entry))),
      sort: ({ entry }) => amountOf(entry),
    },
    {
      key: 'by',
      title: t('stock.field.by'),
      width: '76px',
      render: ({ entry }) => staffName(entry.by),
      sort: ({ entry }) => staffName(entry.by),
      wideOnly: true,
    },
  ];
}

const rowClass = ({ reversal }: ListedMove): string => (reversal ? 'void' : '');

export function MovesRegister({
  record,
  act,
}: {
  readonly record: string;
  readonly act: string;
}): ReactElement {
  const [, navigate] = useLocation();
  const filters = useMoveFilters();
  const set = useMoveFilters.setState;
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const period = chosenPeriod(filters.period, today());
  const { state, rows, open: opened } = useMoves(period, record);
  const matching = useWordFilter(rows, filters.words, 'ledger', period);
  const inSegment = (segment: MoveFilters['segment']): readonly ListedMove[] =>
    segment === 'all' ? matching : matching.filter(({ entry }) => entry.kind === segment);
  const shown = inSegment(filters.segment);
  const columns = useMemo(() => columnsOf(), []);
  useEffect(() => {
    void loadProducts();
  }, []);
  const open = (id: string | null): void => navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  return (
    <RegisterPage
      title={t('stock.title')}
      hint={<Tabs current="moves" />}
      actions={
        atDesk && (
          <>
            <button type="button" className="button" onClick={() => navigate('/stock/transfer')}>
              {t('stock.transfer')}
            </button>
            <button type="button" className="button" onClick={() => navigate('/stock/out')}>
              {t('stock.takeOut')}
            </button>
          </>
        )
      }
      {...(atDesk ? { onNew: { label: t('stock.receive'), run: () => navigate('/stock/receive') } } : {})}
      onExport={() => void exportMoves(shown, period)}
      filters={
        <>
          <Segmented
            label={t('stock.field.kind')}
            value={filters.segment}
            options={(['all', ...MOVE_KINDS] as const).map((value) => ({
              value,
              label: t(`stock.segmentMoves.${value}`),
              count: inSegment(value).length,
            }))}
            onChange={(segment) => set({ segment })}
          />
          <PeriodFilter
            choice={filters.period}
            today={today()}
            onChange={(choice) => set({ period: choice })}
          />
          <WordsFilter
            label={t('stock.filterMoves')}
            value={filters.words}
            onChange={(words) => set({ words })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('stock.tabMoves')}
          columns={columns}
          rows={shown}
          selected={record}
          onSelect={open}
          rowClass={rowClass}
          empty={
            <ListState state={state} title={t('stock.emptyMoves')}>
              {atDesk && t('stock.emptyMovesHint')}
            </ListState>
          }
          foot={t('stock.rowsMoves', { count: shown.length })}
        />
      }
      side={
        record === '' ? null : opened ? (
          <>
            <EntryPanel
              row={opened}
              onReverse={() => navigate(`${BASE}/${record}/reverse`)}
              onClose={() => open(null)}
            />
            {act === 'reverse' && <ReverseDialog entry={opened.entry} onClose={() => open(record)} />}
          </>
        ) : (
          <NoRecord state={state} />
        )
      }
    />
  );
}
