/** 卡证票据: what is on hand of each kind, and every move and count of the period. */
import { useMemo, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { civil } from '@shared/core/time';
import { doubtful, onHandPieces, onHandRanges, pieceBook } from '@shared/fees/numbered';
import { cleanPiece, levelsWithin, rangeOf, rangeText } from '@shared/fees/pieces';
import { NUMBERED_STOCKS, type NumberedCount, type NumberedStock } from '@shared/ledger/entries/fees';
import { staffName } from '../../data/directory';
import { today, useSession } from '../../data/session';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { PeriodFilter, chosenPeriod } from '../../ui/period-filter';
import { RegisterPage } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { ListState, NoRecord } from '../../ui/states';
import { CountForm } from './count-form';
import { NumberedForm } from './numbered-form';
import { NumberedPanel, rangeOfMove } from './numbered-panel';
import { printNumbered } from './prints';
import { Tabs } from './tabs';
import { useNumbered, type NumberedRecords } from './use-fees';
import { useNumberedFilters } from './view-state';

const BASE = '/fees/numbered';
type Row = NumberedStock | NumberedCount;

function columnsOf(): readonly RegisterColumn<Row>[] {
  return [
    {
      key: 'no',
      title: t('fees.field.no'),
      width: '168px',
      render: ({ body }) => <span className="quiet">{body.no}</span>,
      sort: ({ body }) => body.no ?? '',
      wideOnly: true,
    },
    {
      key: 'at',
      title: t('fees.field.time'),
      width: '104px',
      render: ({ at }) => civil(at).slice(5, 16).replace('T', ' '),
      sort: ({ at }) => at,
    },
    {
      key: 'stock',
      title: t('fees.numbered.stock'),
      width: '90px',
      render: ({ body }) => t(`fees.stock.${body.stock}`),
      sort: ({ body }) => body.stock,
    },
    {
      key: 'move',
      title: t('fees.numbered.move'),
      width: '66px',
      render: (row) =>
        row.kind === 'numberedStock' ? t(`fees.move.${row.body.move}`) : t('fees.numbered.countRow'),
      sort: (row) => (row.kind === 'numberedStock' ? row.body.move : 'count'),
    },
    {
      key: 'range',
      title: t('fees.numbered.range'),
      width: 'minmax(150px, 1.2fr)',
      render: (row) => (row.kind === 'numberedStock' ? rangeOfMove(row) : countText(row)),
    },
    {
      key: 'quantity',
      title: t('fees.numbered.quantity'),
      width: '84px',
      align: 'right',
      render: quantityOf,
      sort: quantityOf,
    },
    {
      key: 'reason',
      title: t('fees.numbered.reason'),
      width: 'minmax(110px, 1fr)',
      render: (row) =>
        row.kind === 'numberedStock' && row.body.fee !== '' && row.body.reason === ''
          ? t('fees.numbered.withFee')
          : row.body.reason,
      wideOnly: true,
    },
    {
      key: 'approval',
      title: t('fees.numbered.approval'),
      width: '80px',
      render: ({ body }) => body.approval?.name ?? '',
      wideOnly: true,
    },
    {
      key: 'by',
      title: t('fees.numbered.by'),
      width: '80px',
      render: ({ by }) => staffName(by),
      sort: ({ by }) => staffName(by),
      wideOnly: true,
    },
  ];
}

const quantityOf = (row: Row): number =>
  row.kind === 'numberedStock' ? row.body.quantity : row.body.countedQuantity;

function countText({ body: { missing, surplus } }: NumberedCount): string {
  if (missing.length + surplus.length === 0) return t('fees.numbered.countAgrees');
  return [
    missing.length > 0 && t('fees.numbered.countMissing', { ranges: missing.join(t('ui.listSeparator')) }),
    surplus.length > 0 && t('fees.numbered.countSurplus', { ranges: surplus.join(t('ui.listSeparator')) }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** A typed number finds every move whose range holds it; other words look into the notes. */
function matches(row: Row, words: string): boolean {
  if (words.trim() === '') return true;
  if (row.body.reason.includes(words.trim())) return true;
  const piece = rangeOf(words, '');
  if (row.kind === 'numberedStock') {
    const range = rangeOf(row.body.from, row.body.to);
    const holds =
      piece && range && levelsWithin([{ range, level: 1 }], piece).some(({ level }) => level === 1);
    return holds === true || row.body.from.includes(cleanPiece(words));
  }
  return [...row.body.missing, ...row.body.surplus].some((text) => text.includes(cleanPiece(words)));
}

export function NumberedRegister({ record }: { readonly record: string }): ReactElement {
  const [, navigate] = useLocation();
  const filters = useNumberedFilters();
  const set = useNumberedFilters.setState;
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const period = chosenPeriod(filters.period, today());
  const records = useNumbered();
  const { state, moves, counts } = records;
  const rows = useMemo(
    () =>
      [...moves, ...counts]
        .filter(
          (row) =>
            row.day >= period.from &&
            row.day <= period.to &&
            (filters.stock === '' || row.body.stock === filters.stock) &&
            matches(row, filters.words),
        )
        .sort((a, b) => b.at.localeCompare(a.at) || b.body.n - a.body.n),
    [moves, counts, period.from, period.to, filters.stock, filters.words],
  );
  const columns = useMemo(() => columnsOf(), []);
  const open = (id: string | null): void => navigate(id ? `${BASE}/${id}` : BASE, { replace: true });
  const stock = filters.stock === '' ? 'card' : filters.stock;
  const entry = [...moves, ...counts].find(({ id }) => id === record);
  const forms = { moves, stock, onSaved: open, onClose: () => open(null) };

  return (
    <RegisterPage
      title={t('fees.title')}
      hint={<Tabs current="numbered" />}
      {...(atDesk ? { onNew: { label: t('fees.numbered.new'), run: () => navigate(`${BASE}/new`) } } : {})}
      onPrint={() => printNumbered(records, period)}
      actions={
        atDesk && (
          <button type="button" className="button" onClick={() => navigate(`${BASE}/count`)}>
            {t('fees.numbered.count')}
          </button>
        )
      }
      filters={
        <>
          <Balances records={records} />
          <ChoiceFilter
            label={t('fees.numbered.stock')}
            all={t('fees.numbered.allStocks')}
            value={filters.stock}
            values={NUMBERED_STOCKS}
            text={(value) => t(`fees.stock.${value}`)}
            onChange={(stock) => set({ stock })}
          />
          <PeriodFilter
            choice={filters.period}
            today={today()}
            onChange={(choice) => set({ period: choice })}
          />
          <WordsFilter
            label={t('fees.numbered.filterWords')}
            value={filters.words}
            onChange={(words) => set({ words })}
          />
        </>
      }
      table={
        <RegisterTable
          label={t('fees.tabNumbered')}
          columns={columns}
          rows={rows}
          selected={record}
          onSelect={open}
          empty={
            <ListState state={state} title={t('fees.numbered.empty')}>
              {atDesk && t('fees.numbered.emptyHint')}
            </ListState>
          }
          foot={t('fees.numbered.rows', { count: rows.length })}
        />
      }
      side={
        record === '' ? null : record === 'new' ? (
          <NumberedForm {...forms} />
        ) : record === 'count' ? (
          <CountForm {...forms} />
        ) : entry ? (
          <NumberedPanel entry={entry} onClose={() => open(null)} />
        ) : (
          <NoRecord state={state} />
        )
      }
    />
  );
}

/** 结存 of the three kinds, and when each was counted last. */
function Balances({ records: { moves, counts } }: { readonly records: NumberedRecords }): ReactElement {
  return (
    <div className="balances">
      {NUMBERED_STOCKS.map((stock) => {
        const book = pieceBook(moves, stock);
        const last = counts.filter(({ body }) => body.stock === stock).at(-1);
        const twice = doubtful(book);
        const ranges = onHandRanges(book).map(rangeText).join(t('ui.listSeparator'));
        return (
          <section key={stock} className="panel balance" aria-label={t(`fees.stock.${stock}`)}>
            <div>
              {t(`fees.stock.${stock}`)}{' '}
              <span className="quiet small">
                {last ? t('fees.numbered.lastCount', { day: last.day }) : t('fees.numbered.neverCounted')}
              </span>
            </div>
            <div>
              <span className="figure">{onHandPieces(book)}</span>
              <span className="quiet">{t(`fees.unit.${stock}`)}</span>
            </div>
            <div className="quiet small ranges" title={ranges}>
              {ranges || t('fees.numbered.none')}
            </div>
            {twice.length > 0 && (
              <span className="tag overdue">
                {t('fees.numbered.doubtful', { ranges: twice.map(rangeText).join(t('ui.listSeparator')) })}
              </span>
            )}
          </section>
        );
      })}
    </div>
  );
}
