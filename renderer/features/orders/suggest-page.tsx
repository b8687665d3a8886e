/** 补货建议: what with its orders is not above the reorder point, by supplier; one button makes the order. */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { DESK_ROLES, hasRole } from '@shared/core/roles';
import type { SupplierSuggestion } from '@shared/orders/suggest';
import { useDirectory } from '../../data/directory';
import { useLive } from '../../data/live';
import { useSession } from '../../data/session';
import { t } from '../../ui/i18n';
import { ListState } from '../../ui/states';
import type { Supplier } from '@shared/products/schema';
import { loadSuggestions } from './load-suggestions';
import { Tabs } from './tabs';

export function SuggestPage(): ReactElement {
  const live = useLive(() => loadSuggestions(), ['ledger', 'stockDocuments', 'products'], []);
  return (
    <>
      <div className="page-head">
        <h1>{t('orders.title')}</h1>
        <Tabs current="suggest" />
        <span className="quiet">{t('orders.suggestRule')}</span>
      </div>
      {live.state !== 'ready' || live.value.length === 0 ? (
        <div className="panel">
          <ListState state={live.state} title={t('orders.suggestNone')}>
            {t('orders.suggestNoneText')}
          </ListState>
        </div>
      ) : (
        <div className="suggestions">
          {live.value.map((group) => (
            <Group key={group.supplier} group={group} />
          ))}
        </div>
      )}
    </>
  );
}

function Group({ group: { supplier, items } }: { readonly group: SupplierSuggestion }): ReactElement {
  const [, navigate] = useLocation();
  const record = useDirectory(({ records }) => records.get(supplier)) as Supplier | undefined;
  const atDesk = useSession(({ actor }) => hasRole(actor?.roles ?? [], DESK_ROLES));
  return (
    <section className="panel suggestion" aria-label={record?.body.name ?? t('orders.noSupplier')}>
      <header>
        <h2>{record?.body.name ?? t('orders.noSupplier')}</h2>
        <span className="quiet">{t('orders.suggestCount', { count: items.length })}</span>
        <span className="spacer" />
        {!record ? (
          <span className="quiet">{t('orders.noSupplierHint')}</span>
        ) : (
          atDesk && (
            <button
              type="button"
              className="button primary"
              onClick={() => navigate(`/orders/new/${supplier}`)}
            >
              {t('orders.makeOrder')}
            </button>
          )
        )}
      </header>
      <table className="history">
        <thead>
          <tr>
            <th>{t('orders.field.product')}</th>
            <th className="right">{t('orders.field.onHand')}</th>
            <th className="right">{t('orders.field.coming')}</th>
            <th className="right">{t('orders.field.reorderPoint')}</th>
            <th className="right">{t('orders.field.suggest')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ product, held, coming, quantity }) => (
            <tr key={product.id}>
              <td>
                {product.body.name} <span className="quiet">{product.body.spec}</span>
              </td>
              <td className={held < 0 ? 'right below' : 'right'}>{held}</td>
              <td className="right">{coming === 0 ? '' : coming}</td>
              <td className="right">{product.body.reorderPoint}</td>
              <td className="right">
                <b>{quantity}</b> {product.body.unit}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
