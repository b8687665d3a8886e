/** 导入商品: choose a file, see what every row would do, then write it. */
import { useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { hasRole } from '@shared/core/roles';
import { MAX_IMPORT_ROWS } from '@shared/products/import/read-table';
import { PRODUCT_ROLES } from '@shared/products/save-product';
import { useDirectory } from '../../data/directory';
import { productsNow } from '../../data/products';
import { today, useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { ImportSteps } from '../../ui/import/import-steps';
import { useImport } from '../../ui/import/use-import';
import { EmptyState, Loading } from '../../ui/states';
import { checkFile, writeParts } from './import-file';
import { ImportPreview } from './import-preview';
import { saveTemplate } from './sheets';
import { useCatalogue, useSuppliers } from './use-catalogue';

export function ImportPage(): ReactElement {
  const [, navigate] = useLocation();
  const mayImport = useSession(({ actor }) => hasRole(actor?.roles ?? [], PRODUCT_ROLES));
  const { products } = useCatalogue();
  const suppliers = useSuppliers();
  const categories = useDirectory(({ settings }) => settings.productCategories);
  const [anyNew, setAnyNew] = useState(false);
  const supplierIds = useMemo(() => new Map(suppliers.map(({ id, body }) => [body.name, id])), [suppliers]);
  const flow = useImport((file) =>
    checkFile(file, { products: productsNow(), suppliers: supplierIds, categories, day: today() }),
  );
  const { step } = flow;
  const toList = (): void => navigate('/products');

  if (!mayImport) return <EmptyState title={t('refusal.notAllowed')} />;
  if (!products) return <Loading />;
  return (
    <>
      <div className="page-head">
        <h1>{t('products.import.title')}</h1>
        <span className="spacer" />
        <button type="button" className="button" onClick={toList}>
          {t('products.import.toList')}
        </button>
        <button type="button" className="button" onClick={() => void saveTemplate()}>
          {t('products.import.template')}
        </button>
      </div>
      <ImportSteps
        flow={flow}
        takesFocus
        hint={t('products.import.hint')}
        limits={t('products.import.limits', { max: MAX_IMPORT_ROWS })}
        preview={({ name, preview, parts }, another) => (
          <ImportPreview
            name={name}
            preview={preview}
            another={another}
            onConfirm={() => {
              setAnyNew(preview.rows.some(({ outcome }) => outcome === 'new'));
              const total = parts.reduce((sum, { rows }) => sum + rows.length, 0);
              void flow.write(total, (progress) => writeParts(parts, progress));
            }}
          />
        )}
        done={
          <>
            {anyNew && step.at === 'done' && step.written.done > 0 && (
              <span>{t('products.import.doneNew')}</span>
            )}
            <button type="button" className="button primary" onClick={toList}>
              {t('products.import.toList')}
            </button>
          </>
        }
      />
    </>
  );
}
