/** 打印价签、价目表: which of the listed products, and at the prices of which day. */
import { useState, type ReactElement } from 'react';
import type { Product } from '@shared/products/schema';
import { today } from '../../data/session';
import { Dialog } from '../../ui/dialog';
import { t } from '../../ui/i18n';
import { printPrices, type PrintKind } from './prints';

const KINDS = ['sheet', 'label', 'list'] as const satisfies readonly PrintKind[];

interface PrintDialogProps {
  /** Offered, all chosen at first. */
  readonly products: readonly Product[];
  readonly onClose: () => void;
}

export function PrintDialog({ products, onClose }: PrintDialogProps): ReactElement {
  const [kind, setKind] = useState<PrintKind>('sheet');
  const [day, setDay] = useState(today);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(products.map(({ id }) => id)));
  const choose = (list: readonly Product[]): void => setChosen(new Set(list.map(({ id }) => id)));
  const toggle = (id: string): void =>
    setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  const ready = chosen.size > 0 && day !== '';
  const print = (): void => {
    if (!ready) return;
    onClose();
    printPrices(
      kind,
      products.filter(({ id }) => chosen.has(id)),
      day,
    );
  };
  return (
    <Dialog
      title={t('products.printTitle')}
      width={660}
      onClose={onClose}
      onSubmit={print}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('ui.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={!ready}>
            {t('ui.print')}
          </button>
        </>
      }
    >
      <div className="field">
        <span>{t('products.printKind')}</span>
        <div className="chips" role="radiogroup" aria-label={t('products.printKind')}>
          {KINDS.map((one) => (
            <label key={one} className="chip">
              <input
                type="radio"
                name="print-kind"
                data-first={one === kind || undefined}
                checked={one === kind}
                onChange={() => setKind(one)}
              />
              {t(`products.printKinds.${one}`)}
            </label>
          ))}
        </div>
      </div>
      <div className="print-choice">
        <label>
          {t('products.printDay')}{' '}
          <input className="input" type="date" value={day} onChange={({ target }) => setDay(target.value)} />
        </label>
        <span className="quiet">
          {t('products.printChosen', { count: chosen.size, total: products.length })}
        </span>
        <span className="spacer" />
        <button type="button" className="button small" onClick={() => choose(products)}>
          {t('products.printAll')}
        </button>
        <button type="button" className="button small" onClick={() => choose([])}>
          {t('products.printNone')}
        </button>
        <button
          type="button"
          className="button small"
          onClick={() => choose(products.filter(({ body }) => body.prices.some(({ from }) => from === day)))}
        >
          {t('products.printNewPrices')}
        </button>
      </div>
      <ul className="print-products" aria-label={t('products.printChoose')}>
        {products.map(({ id, body }) => (
          <li key={id}>
            <label className="check">
              <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
              {body.name} <span className="quiet">{body.spec}</span>
              <span className="spacer" />
              <span className="quiet">{body.shelf}</span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
