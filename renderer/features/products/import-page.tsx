/** 导入商品: choose a file, see what every row would do, then write it. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { hasRole } from '@shared/core/roles';
import { MAX_IMPORT_ROWS } from '@shared/products/import/read-table';
import { PRODUCT_ROLES } from '@shared/products/save-product';
import { useDirectory } from '../../data/directory';
import { productsNow } from '../../data/products';
import { today, useSession } from '../../data/session';
import { refusalText, t } from '../../ui/i18n';
import { EmptyState, Loading } from '../../ui/states';
import { toast } from '../../ui/toast';
import { checkFile, partsOf, writeParts, type Checking, type Part, type Written } from './import-file';
import { ImportPreview } from './import-preview';
import type { Preview } from './import-worker';
import { saveTemplate } from './sheets';
import { useCatalogue, useSuppliers } from './use-catalogue';

type Step =
  | { readonly at: 'choose'; readonly fault: string }
  | { readonly at: 'reading'; readonly name: string }
  | {
      readonly at: 'preview';
      readonly name: string;
      readonly preview: Preview;
      readonly parts: readonly Part[];
    }
  | { readonly at: 'writing'; readonly done: number; readonly total: number }
  | { readonly at: 'done'; readonly written: Written; readonly total: number; readonly anyNew: boolean };

const BEGUN: Step = { at: 'choose', fault: '' };

/** What came of it, in a sentence. */
function sentence({ done, refusal }: Written, total: number): string {
  if (refusal) {
    const { code, params, field } = refusal;
    const why = refusalText(code, params);
    const reason = field ? t('products.import.failedLine', { line: field, reason: why }) : why;
    return t('products.import.failed', { done, reason });
  }
  if (done < total) return t('products.import.stopped', { done, left: total - done });
  return t('products.import.done', { count: done });
}

export function ImportPage(): ReactElement {
  const [, navigate] = useLocation();
  const mayImport = useSession(({ actor }) => hasRole(actor?.roles ?? [], PRODUCT_ROLES));
  const { products } = useCatalogue();
  const loading = products === null;
  const suppliers = useSuppliers();
  const categories = useDirectory(({ settings }) => settings.productCategories);
  const [step, setStep] = useState<Step>(BEGUN);
  const input = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const checking = useRef<Checking | null>(null);
  const stopped = useRef(false);
  const gone = useRef(false);
  const supplierIds = useMemo(() => new Map(suppliers.map(({ id, body }) => [body.name, id])), [suppliers]);

  useLayoutEffect(() => {
    first.current?.focus();
  }, [step.at, loading]);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      checking.current?.stop();
    };
  }, []);

  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    checking.current?.stop();
    setStep({ at: 'reading', name: file.name });
    const mine = checkFile(file, {
      products: productsNow(),
      suppliers: supplierIds,
      categories,
      day: today(),
    });
    checking.current = mine;
    const checked = await mine.result;
    if (checking.current !== mine) return;
    if (checked.ok)
      setStep({ at: 'preview', name: file.name, preview: checked.preview, parts: partsOf(checked.preview) });
    else setStep({ at: 'choose', fault: refusalText(checked.fault.code, checked.fault.params) });
  };
  const cancelReading = (): void => {
    checking.current?.stop();
    checking.current = null;
    setStep(BEGUN);
  };
  const write = async (preview: Preview, parts: readonly Part[]): Promise<void> => {
    const total = parts.reduce((sum, { rows }) => sum + rows.length, 0);
    stopped.current = false;
    setStep({ at: 'writing', done: 0, total });
    const written = await writeParts(
      parts,
      (done) => setStep({ at: 'writing', done, total }),
      () => stopped.current,
    );
    // Writing goes on when the person works elsewhere meanwhile; then the end is told there.
    if (gone.current) toast(sentence(written, total), written.refusal ? { level: 'error' } : {});
    const anyNew = preview.rows.some(({ outcome }) => outcome === 'new');
    setStep({ at: 'done', written, total, anyNew: anyNew && written.done > 0 });
  };

  if (!mayImport) return <EmptyState title={t('refusal.notAllowed')} />;
  if (!products) return <Loading />;
  const choose = (
    <button
      ref={step.at === 'choose' ? first : null}
      type="button"
      className={step.at === 'choose' ? 'button primary' : 'button'}
      onClick={() => input.current?.click()}
    >
      {t(step.at === 'choose' ? 'products.import.choose' : 'products.import.another')}
    </button>
  );
  return (
    <>
      <div className="page-head">
        <h1>{t('products.import.title')}</h1>
        <span className="spacer" />
        <button type="button" className="button" onClick={() => navigate('/products')}>
          {t('products.import.toList')}
        </button>
        <button type="button" className="button" onClick={() => void saveTemplate()}>
          {t('products.import.template')}
        </button>
        {step.at === 'preview' && choose}
      </div>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv,.txt"
        aria-label={t('products.import.choose')}
        hidden
        onChange={({ target }) => {
          void read(target.files?.[0]);
          target.value = '';
        }}
      />
      {step.at === 'choose' && (
        <section
          className="panel import-choose"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            void read(event.dataTransfer.files[0]);
          }}
        >
          {step.fault && (
            <div className="notice overdue" role="alert">
              {step.fault}
            </div>
          )}
          <p>{t('products.import.hint')}</p>
          <p className="quiet">{t('products.import.limits', { max: MAX_IMPORT_ROWS })}</p>
          <p>
            {choose} <span className="quiet">{t('products.import.drop')}</span>
          </p>
        </section>
      )}
      {step.at === 'reading' && (
        <section className="panel import-choose" role="status">
          <p>{t('products.import.reading', { name: step.name })}</p>
          <progress />
          <p>
            <button ref={first} type="button" className="button" onClick={cancelReading}>
              {t('ui.cancel')}
            </button>
          </p>
        </section>
      )}
      {step.at === 'preview' && (
        <ImportPreview
          name={step.name}
          preview={step.preview}
          onConfirm={() => void write(step.preview, step.parts)}
        />
      )}
      {step.at === 'writing' && (
        <section className="panel import-choose" role="status">
          <p>{t('products.import.writing', { done: step.done, total: step.total })}</p>
          <progress max={step.total} value={step.done} />
          <p>
            <button ref={first} type="button" className="button" onClick={() => (stopped.current = true)}>
              {t('products.import.stop')}
            </button>
          </p>
        </section>
      )}
      {step.at === 'done' && (
        <section className="panel import-choose">
          <EmptyState title={sentence(step.written, step.total)}>
            {step.anyNew && <span>{t('products.import.doneNew')}</span>}
            <button
              ref={first}
              type="button"
              className="button primary"
              onClick={() => navigate('/products')}
            >
              {t('products.import.toList')}
            </button>
          </EmptyState>
        </section>
      )}
    </>
  );
}
