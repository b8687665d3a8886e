/** One product beside the list: prices, pack, who has read its facts, and what a lead may do. */
import type { ReactElement, ReactNode } from 'react';
import { hasRole } from '@shared/core/roles';
import { formatMoney } from '@shared/core/money';
import { acknowledgeFacts } from '@shared/products/acknowledge';
import { hasAcknowledged, missingFrom } from '@shared/products/facts';
import { putOnSale, takeOffSale } from '@shared/products/put-on-sale';
import { PRODUCT_ROLES } from '@shared/products/save-product';
import type { Product } from '@shared/products/schema';
import { useDirectory } from '../../data/directory';
import { useFactReaders } from '../../data/fact-readers';
import { runCommand, type Outcome } from '../../data/gateway';
import { useSession } from '../../data/session';
import { refusalText, t, type MessageKey } from '../../ui/i18n';
import { RecordPanel } from '../../ui/record-panel';
import { toast } from '../../ui/toast';
import { PriceDialog } from './price-dialog';
import { priceToday, useSuppliers } from './use-catalogue';

interface ProductPanelProps {
  readonly product: Product;
  readonly onHand: number | null;
  readonly act: string;
  readonly onAct: (act: string) => void;
  readonly onClose: () => void;
  readonly onPrint: () => void;
}

/** Says what came of a step that has no form. */
export function tell(outcome: Outcome, done: string): void {
  const refusal = outcome.ok ? null : outcome.refusals[0];
  toast(refusal ? refusalText(refusal.code, refusal.params) : done, refusal ? { level: 'error' } : {});
}

export function ProductPanel(props: ProductPanelProps): ReactElement {
  const { product, onHand, act, onAct, onClose, onPrint } = props;
  const { body, status, id } = product;
  const readers = useFactReaders();
  const needed = useDirectory(({ settings }) => settings.factsBeforeSale);
  const actor = useSession((state) => state.actor);
  const suppliers = useSuppliers();
  const now = priceToday(product);
  const missing = missingFrom(product, readers);
  const mayEdit = hasRole(actor?.roles ?? [], PRODUCT_ROLES);
  const mustRead = hasRole(actor?.roles ?? [], ['clerk']) && !hasAcknowledged(body, actor?.id ?? '');
  const { pack } = body;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('products.field.price'), now ? formatMoney(now.price) : ''],
    [t('products.field.memberPrice'), now?.memberPrice ? formatMoney(now.memberPrice) : ''],
    [
      t('products.field.pack'),
      pack &&
        t('products.packText', {
          unit: pack.unit,
          size: pack.size,
          base: body.unit,
          price: formatMoney(pack.price ?? pack.size * (now?.price ?? 0)),
        }),
    ],
    [t('products.field.onHand'), onHand === null ? '' : `${onHand} ${body.unit}`],
    [t('products.field.barcode'), [body.barcode, pack?.barcode].filter(Boolean).join(' / ')],
    [t('products.field.category'), body.category],
    [t('products.field.shelf'), body.shelf],
    [t('products.field.cost'), mayEdit && body.cost > 0 ? formatMoney(body.cost) : ''],
    [t('products.field.supplier'), suppliers.find((one) => one.id === body.supplier)?.body.name ?? ''],
    [t('products.field.reorderPoint'), body.reorderPoint || ''],
    [t('products.field.reorderQuantity'), body.reorderQuantity || ''],
    [t('products.field.displayMinimum'), body.displayMinimum || ''],
    [
      t('products.field.facts'),
      <span key="facts" className="as-typed">
        {body.facts.text}
      </span>,
    ],
  ];
  const run = async (command: typeof putOnSale, done: string): Promise<void> =>
    tell(await runCommand(command, { ids: [id] }), done);
  return (
    <>
      <RecordPanel
        number={body.sku}
        title={`${body.name} ${body.spec}`}
        tags={
          <span className={status === 'onSale' ? 'tag good' : status === 'new' ? 'tag due' : 'tag'}>
            {t(`products.status.${status}`)}
          </span>
        }
        onClose={onClose}
        facts={facts}
        log={body.log ?? []}
        describe={(entry) => t(`products.act.${entry.act}` as MessageKey)}
        describeChange={({ act: what, changes = [] }) =>
          what === 'product.acknowledge'
            ? ''
            : changes.map(({ field }) => t(`products.field.${field}` as MessageKey)).join('、')
        }
        actions={
          <>
            {mustRead && (
              <button
                type="button"
                className="button primary grow"
                onClick={() =>
                  void runCommand(acknowledgeFacts, { ids: [id] }).then((outcome) =>
                    tell(outcome, t('products.acknowledgedDone', { count: 1 })),
                  )
                }
              >
                {t('products.acknowledge')}
              </button>
            )}
            {mayEdit && status !== 'onSale' && (
              <button
                type="button"
                className="button primary"
                onClick={() => void run(putOnSale, t('products.onSaleDone', { name: body.name }))}
              >
                {t('products.putOnSale')}
              </button>
            )}
            {mayEdit && (
              <>
                <button type="button" className="button" onClick={() => onAct('price')}>
                  {t('products.setPrice')}
                </button>
                <button type="button" className="button" onClick={() => onAct('edit')}>
                  {t('products.edit')}
                </button>
              </>
            )}
            <button type="button" className="button" onClick={onPrint}>
              {t('products.printLabel')}
            </button>
            {mayEdit && status !== 'offSale' && (
              <button
                type="button"
                className="button"
                onClick={() => void run(takeOffSale, t('products.offSaleDone', { name: body.name }))}
              >
                {t('products.takeOffSale')}
              </button>
            )}
          </>
        }
      >
        {status === 'new' && needed && (
          <div className={missing.length > 0 ? 'notice' : 'notice good'}>
            {missing.length > 0
              ? t('products.missing', { names: missing.map((one) => one.body.name).join('、') })
              : t('products.allRead')}
          </div>
        )}
        {body.prices.length > 1 && (
          <>
            <h2>{t('products.field.prices')}</h2>
            <table className="prices">
              <tbody>
                {[...body.prices].reverse().map((price) => (
                  <tr key={price.from}>
                    <td>{t('products.priceFrom', { day: price.from })}</td>
                    <td className="money">{formatMoney(price.price)}</td>
                    <td className="money quiet">
                      {price.memberPrice === null ? '' : formatMoney(price.memberPrice)}
                    </td>
                    <td>{price === now && <span className="tag good">{t('products.priceNow')}</span>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </RecordPanel>
      {act === 'price' && mayEdit && <PriceDialog product={product} onClose={() => onAct('')} />}
    </>
  );
}
