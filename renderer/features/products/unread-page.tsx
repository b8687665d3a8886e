/** Facts of new products that this person has not acknowledged yet (DOMAIN §3.9). */
import type { ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import { acknowledgeFacts } from '@shared/products/acknowledge';
import { hasAcknowledged } from '@shared/products/facts';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { EmptyState, Loading } from '../../ui/states';
import { tell } from './product-panel';
import { priceToday, useCatalogue } from './use-catalogue';

export function UnreadPage(): ReactElement {
  const me = useSession(({ actor }) => actor?.id ?? '');
  const { products } = useCatalogue();
  if (!products) return <Loading />;
  const unread = products.filter(({ status, body }) => status !== 'offSale' && !hasAcknowledged(body, me));
  const acknowledge = async (ids: readonly string[]): Promise<void> =>
    tell(await runCommand(acknowledgeFacts, { ids }), t('products.acknowledgedDone', { count: ids.length }));
  return (
    <>
      <div className="page-head">
        <h1>{t('products.title')}</h1>
        <span className="quiet">{t('products.unread', { count: unread.length })}</span>
        <span className="spacer" />
        {unread.length > 1 && (
          <button
            type="button"
            className="button primary"
            onClick={() => void acknowledge(unread.map(({ id }) => id))}
          >
            {t('products.acknowledgeAll', { count: unread.length })}
          </button>
        )}
      </div>
      {unread.length === 0 ? (
        <EmptyState title={t('refusal.nothingToAcknowledge')} />
      ) : (
        <ul className="unread">
          {unread.map((product) => (
            <li key={product.id} className="panel">
              <div>
                <b>
                  {product.body.name} {product.body.spec}
                </b>{' '}
                <span className="quiet">
                  {product.body.category} · {formatMoney(priceToday(product)?.price ?? 0)} /{' '}
                  {product.body.unit}
                </span>
                <p className="as-typed">{product.body.facts.text}</p>
              </div>
              <button type="button" className="button" onClick={() => void acknowledge([product.id])}>
                {t('products.acknowledge')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
