/** The list of products, and beside it the selected one or a form. */
import { useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { hasRole } from '@shared/core/roles';
import { missingFrom } from '@shared/products/facts';
import { ROWS_PER_ACT } from '@shared/products/import-products';
import { putOnSale } from '@shared/products/put-on-sale';
import { PRODUCT_ROLES } from '@shared/products/save-product';
import type { Product } from '@shared/products/schema';
import { useDirectory } from '../../data/directory';
import { useFactReaders } from '../../data/fact-readers';
import { runCommand } from '../../data/gateway';
import { findProducts } from '../../data/products';
import { useSession } from '../../data/session';
import { ChoiceFilter, WordsFilter } from '../../ui/filters';
import { t } from '../../ui/i18n';
import { RegisterPage, Segmented } from '../../ui/register-page';
import { RegisterTable } from '../../ui/register-table';
import { EmptyState, Loading, NoRecord } from '../../ui/states';
import { productColumns } from './product-columns';
import { ProductForm } from './product-form';
import { PrintDialog } from './print-dialog';
import { ProductPanel, tell } from './product-panel';
import { exportProducts } from './sheets';
import { useCatalogue, useSuppliers } from './use-catalogue';
import { useProductFilters } from './view-state';

const STATES = ['all', 'onSale', 'new', 'offSale'] as const;

/** The products that hold the typed words; while they are sought the last answer stands. */
function useFound(products: readonly Product[], words: string): readonly Product[] {
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
  }, [products, words]);
  return useMemo(() => (found ? products.filter(({ id }) => found.has(id)) : products), [products, found]);
}

interface ProductRegisterProps {
  /** A product's id, `new`, or ''. */
  readonly record: string;
  readonly act: string;
  readonly tabs: ReactNode;
}

export function ProductRegister({ record, act, tabs }: ProductRegisterProps): ReactElement {
  const [, navigate] = useLocation();
  const { status, category, words } = useProductFilters();
  const set = useProductFilters.setState;
  const categories = useDirectory(({ settings }) => settings.productCategories);
  const roles = useSession(({ actor }) => actor?.roles) ?? [];
  const mayEdit = hasRole(roles, PRODUCT_ROLES);
  const { products, onHand } = useCatalogue();
  const suppliers = useSuppliers();
  /** Products offered to print, while the dialog is open. */
  const [printing, setPrinting] = useState<readonly Product[] | null>(null);
  const all = useMemo(() => products ?? [], [products]);
  const worded = useFound(all, words);
  const matching = useMemo(
    () => (category === '' ? worded : worded.filter(({ body }) => body.category === category)),
    [worded, category],
  );
  const shown = useMemo(
    () => (status === 'all' ? matching : matching.filter((product) => product.status === status)),
    [matching, status],
  );
  const readers = useFactReaders();
  /** Shown ones that every clerk knows; one act takes as many as an import. */
  const ready = useMemo(
    () =>
      shown
        .filter((product) => product.status === 'new' && missingFrom(product, readers).length === 0)
        .slice(0, ROWS_PER_ACT),
    [shown, readers],
  );
  const sellReady = async (): Promise<void> =>
    tell(
      await runCommand(putOnSale, { ids: ready.map(({ id }) => id) }),
      t('products.allOnSaleDone', { count: ready.length }),
    );
  const columns = useMemo(() => productColumns(onHand), [onHand]);
  const open = (id: string | null): void => navigate(id ? `/products/${id}` : '/products', { replace: true });
  const product = all.find(({ id }) => id === record);
  return (
    <>
      <RegisterPage
        title={t('products.title')}
        hint={tabs}
        {...(mayEdit ? { onNew: { label: t('products.new'), run: () => navigate('/products/new') } } : {})}
        onPrint={() => setPrinting(shown)}
        onExport={() => void exportProducts(shown, suppliers, onHand, 'xlsx')}
        actions={
          mayEdit && (
            <>
              {status === 'new' && ready.length > 0 && (
                <button type="button" className="button" onClick={() => void sellReady()}>
                  {t('products.putAllOnSale', { count: ready.length })}
                </button>
              )}
              <button type="button" className="button" onClick={() => navigate('/products/import')}>
                {t('products.import.open')}
              </button>
              <button
                type="button"
                className="button"
                onClick={() => void exportProducts(shown, suppliers, onHand, 'csv')}
              >
                {t('products.exportCsv')}
              </button>
            </>
          )
        }
        filters={
          <>
            <Segmented
              label={t('products.field.status')}
              value={status}
              options={STATES.map((value) => ({
                value,
                label: t(`products.status.${value}`),
                count:
                  value === 'all' ? matching.length : matching.filter((one) => one.status === value).length,
              }))}
              onChange={(next) => set({ status: next })}
            />
            <ChoiceFilter
              label={t('products.field.category')}
              all={t('products.allCategories')}
              value={category}
              values={[...new Set([...categories, ...all.map(({ body }) => body.category)])]}
              onChange={(category) => set({ category })}
            />
            <WordsFilter label={t('products.words')} value={words} onChange={(words) => set({ words })} />
          </>
        }
        table={
          <RegisterTable
            label={t('products.title')}
            columns={columns}
            rows={shown}
            selected={record}
            onSelect={open}
            rowClass={(row) => (row.status === 'offSale' ? 'void' : '')}
            empty={
              !products ? (
                <Loading />
              ) : (
                <EmptyState title={t(all.length === 0 ? 'products.empty' : 'products.noMatch')}>
                  {all.length === 0 && mayEdit && <span>{t('products.emptyHint')}</span>}
                </EmptyState>
              )
            }
            foot={t('products.rows', { count: shown.length })}
          />
        }
        side={
          record === '' ? null : record === 'new' ? (
            <ProductForm product={null} onDone={open} />
          ) : !product ? (
            <NoRecord state={products ? 'ready' : 'loading'} />
          ) : act === 'edit' ? (
            <ProductForm key={product.id} product={product} onDone={() => open(product.id)} />
          ) : (
            <ProductPanel
              product={product}
              onHand={onHand?.(product.id) ?? null}
              act={act}
              onAct={(next) =>
                navigate(next === '' ? `/products/${product.id}` : `/products/${product.id}/${next}`)
              }
              onClose={() => open(null)}
              onPrint={() => setPrinting([product])}
            />
          )
        }
      />
      {printing && <PrintDialog products={printing} onClose={() => setPrinting(null)} />}
    </>
  );
}
