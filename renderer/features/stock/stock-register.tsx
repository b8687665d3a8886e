/** 库存: what is on hand of every product and where, and beside it one product's history. */
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { formatMoney } from '@shared/core/money';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import { restocks, type StockLevel } from '@shared/stock/levels';
import { useDirectory } from '../../data/directory';
import { findProducts } from '../../data/products';
import { useSession } from '../../data/session';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { Freshness } from '../../ui/freshness';
import { t } from '../../ui/i18n';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable, type RegisterColumn } from '../../ui/register-table';
import { EmptyState, Loading, NoRecord } from '../../ui/states';
import { exportStock, printStock } from './prints';
import { ProductHistory } from './product-history';
import { Tabs } from './tabs';
import { useLevels } from './use-levels';
import { VerifyDialog } from './verify-dialog';
import { useStockFilters, type StockFilters } from './view-state';

const SEGMENTS = ['all', 'thin', 'negative'] as const;
const NOTHING: readonly StockLevel[] = [];

/** Levels whose product holds the typed words; while they are sought the last answer stands. */
function useFound(levels: readonly StockLevel[], words: string): readonly StockLevel[] {
  const [found, setFound] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (words.trim() === '') {
      setFound(null);
      return undefined;
    }
    let gone = false;
    void findProducts(words).then((list) => {
      if (!gone) setFound(new Set(list.map(({ id }) => id)));
    });
    return () => {
      gone = true;
    };
  }, [levels, words]);
  return useMemo(() => (found ? levels.filter(({ id }) => found.has(id)) : levels), [levels, found]);
}

function Quantity({ value }: { readonly value: number }): ReactElement {
  return <span className={value < 0 ? 'below' : value === 0 ? 'quiet' : ''}>{value}</span>;
}

function columnsOf(locations: readonly string[]): readonly RegisterColumn<StockLevel>[] {
  return [
    {
      key: 'shelf',
      title: t('stock.field.shelf'),
      width: '70px',
      render: ({ product }) => <span className="quiet">{product.body.shelf}</span>,
      sort: ({ product }) => product.body.shelf,
    },
    {
      key: 'sku',
      title: t('stock.field.sku'),
      width: '92px',
      render: ({ product }) => <span className="quiet">{product.body.sku}</span>,
      sort: ({ product }) => product.body.sku,
      wideOnly: true,
    },
    {
      key: 'name',
      title: t('stock.field.product'),
      width: 'minmax(170px, 1fr)',
      render: ({ product, thin, negative }) => (
        <>
          {product.body.name} <span className="quiet">{product.body.spec}</span>
          {negative && <span className="tag overdue">{t('stock.mark.negative')}</span>}
          {thin && <span className="tag due">{t('stock.mark.thin')}</span>}
          {product.status === 'offSale' && <span className="tag">{t('stock.mark.offSale')}</span>}
        </>
      ),
      sort: ({ product }) => product.body.name,
    },
    {
      key: 'category',
      title: t('stock.field.category'),
      width: '110px',
      render: ({ product }) => product.body.category,
      sort: ({ product }) => product.body.category,
      wideOnly: true,
    },
    {
      key: 'unit',
      title: t('stock.field.unit'),
      width: '58px',
      render: ({ product }) => product.body.unit,
      wideOnly: true,
    },
    ...locations.map((location, at) => ({
      key: `at${at}`,
      title: location,
      width: '78px',
      align: 'right' as const,
      render: ({ held }: StockLevel) => <Quantity value={held[at] ?? 0} />,
      sort: ({ held }: StockLevel) => held[at] ?? 0,
    })),
    {
      key: 'total',
      title: t('stock.field.total'),
      width: '78px',
      align: 'right',
      render: ({ total }) => (
        <b>
          <Quantity value={total} />
        </b>
      ),
      sort: ({ total }) => total,
    },
    {
      key: 'value',
      title: t('stock.field.value'),
      width: '126px',
      align: 'right',
      render: ({ value }) => formatMoney(value),
      sort: ({ value }) => value,
      wideOnly: true,
    },
  ];
}

export function StockRegister({ record }: { readonly record: string }): ReactElement {
  const [, navigate] = useLocation();
  const { segment, category, location, words } = useStockFilters();
  const set = useStockFilters.setState;
  const locations = useDirectory(({ settings }) => settings.locations);
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  const [verifying, setVerifying] = useState(false);
  const levels = useLevels();
  const all = levels ?? NOTHING;
  const worded = useFound(all, words);
  const place = locations.indexOf(location);
  const matching = useMemo(
    () =>
      worded.filter(
        ({ product, held }) =>
          (category === '' || product.body.category === category) && (place < 0 || (held[place] ?? 0) !== 0),
      ),
    [worded, category, place],
  );
  const inSegment = (of: StockFilters['segment']): readonly StockLevel[] =>
    of === 'all' ? matching : matching.filter((level) => level[of]);
  const shown = inSegment(segment);
  const columns = useMemo(() => columnsOf(locations), [locations]);
  const categories = useMemo(() => [...new Set(all.map(({ product }) => product.body.category))], [all]);
  const waiting = restocks(all).length;
  const open = (id: string | null): void => navigate(id ? `/stock/${id}` : '/stock', { replace: true });
  const level = all.find(({ id }) => id === record);
  return (
    <>
      <RegisterPage
        title={t('stock.title')}
        hint={
          <>
            <Tabs current="levels" /> <Freshness />
          </>
        }
        actions={
          <>
            <button type="button" className="button" onClick={() => setVerifying(true)}>
              {t('stock.verify')}
            </button>
            {atDesk && (
              <>
                <button type="button" className="button" onClick={() => navigate('/stock/restock')}>
                  {waiting > 0 ? t('stock.restockCount', { count: waiting }) : t('stock.restock')}
                </button>
                <button type="button" className="button" onClick={() => navigate('/stock/transfer')}>
                  {t('stock.transfer')}
                </button>
                <button type="button" className="button" onClick={() => navigate('/stock/out')}>
                  {t('stock.takeOut')}
                </button>
              </>
            )}
          </>
        }
        {...(atDesk ? { onNew: { label: t('stock.receive'), run: () => navigate('/stock/receive') } } : {})}
        onPrint={() => printStock(shown, locations)}
        onExport={() => void exportStock(shown, locations)}
        filters={
          <>
            <Segmented
              label={t('stock.field.state')}
              value={segment}
              options={SEGMENTS.map((value) => ({
                value,
                label: t(`stock.segment.${value}`),
                count: inSegment(value).length,
              }))}
              onChange={(next) => set({ segment: next })}
            />
            <ChoiceFilter
              label={t('stock.field.category')}
              all={t('stock.filterCategory')}
              value={category}
              values={categories}
              onChange={(category) => set({ category })}
            />
            <ChoiceFilter
              label={t('stock.field.location')}
              all={t('stock.filterLocation')}
              value={location}
              values={locations}
              onChange={(location) => set({ location })}
            />
            <WordsFilter label={t('stock.filterWords')} value={words} onChange={(words) => set({ words })} />
          </>
        }
        table={
          <RegisterTable
            label={t('stock.title')}
            columns={columns}
            rows={shown}
            selected={record}
            onSelect={open}
            empty={
              levels ? (
                <EmptyState title={t('stock.empty')}>{atDesk && t('stock.emptyHint')}</EmptyState>
              ) : (
                <Loading />
              )
            }
            foot={t('stock.rows', {
              count: shown.length,
              value: formatMoney(shown.reduce((sum, { value }) => sum + value, 0)),
            })}
          />
        }
        side={
          record === '' ? null : level ? (
            <ProductHistory key={record} level={level} onClose={() => open(null)} />
          ) : (
            <NoRecord state={levels ? 'ready' : 'loading'} />
          )
        }
      />
      {verifying && <VerifyDialog onClose={() => setVerifying(false)} />}
    </>
  );
}
