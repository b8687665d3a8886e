/** The basket: quantity and discount can be changed, a line given away or taken out. */
import type { ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import { onHand } from '@shared/ledger/books';
import type { TypedLine } from '@shared/sales/sell';
import { useBooks } from '../../data/books';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import type { SaleInHand } from './use-sale';

interface SaleLinesProps {
  readonly sale: SaleInHand;
  /** Where the keyboard goes when a cell is done. */
  readonly onDone: () => void;
}

export function SaleLines({ sale: { form, priced, products }, onDone }: SaleLinesProps): ReactElement {
  const books = useBooks((state) => state.books);
  const { lines } = form.values;
  const change = (at: number, part: Partial<TypedLine>): void =>
    form.set({ lines: lines.map((line, index) => (index === at ? { ...line, ...part } : line)) });
  const remove = (at: number): void => {
    form.set({ lines: lines.filter((_line, index) => index !== at) });
    onDone();
  };
  // Lines of products that are not known are not priced: they are found by their product.
  let pricedAt = 0;
  return (
    <table className="sale-lines">
      <thead>
        <tr>
          <th>{t('sales.field.name')}</th>
          <th className="money">{t('sales.field.price')}</th>
          <th>{t('sales.field.quantity')}</th>
          <th>{t('sales.field.discount')}</th>
          <th className="money">{t('sales.field.amount')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => {
          const product = products?.get(line.product);
          const cost =
            priced.lines[pricedAt]?.product === line.product ? priced.lines[pricedAt++] : undefined;
          const left = books && product ? onHand(books, line.product) : null;
          const short = left !== null && cost !== undefined && cost.quantity * cost.factor > left;
          const error =
            form.errors[`lines.${at}`] ??
            form.errors[`lines.${at}.quantity`] ??
            form.errors[`lines.${at}.discount`];
          return (
            <tr key={`${at} ${line.product}`}>
              <td>
                {product?.body.name} <span className="quiet">{product?.body.spec}</span>
                {line.packed && (
                  <span className="tag">{t('sales.pack', { unit: product?.body.pack?.unit ?? '' })}</span>
                )}
                {cost?.pricing === 'member' && <span className="tag good">{t('sales.member')}</span>}
                {short && <span className="tag due">{t('sales.shortage', { count: left })}</span>}
                {error && (
                  <div className="error" role="alert">
                    {error}
                  </div>
                )}
              </td>
              <td className="money">{cost ? formatMoney(cost.price) : ''}</td>
              <td>
                <input
                  className="input money"
                  aria-label={t('sales.field.quantity')}
                  inputMode="numeric"
                  value={line.quantity}
                  aria-invalid={form.errors[`lines.${at}.quantity`] !== undefined}
                  onFocus={({ target }) => target.select()}
                  onChange={({ target }) => change(at, { quantity: target.value })}
                  onKeyDown={({ key }) => key === 'Enter' && onDone()}
                />
              </td>
              <td>
                {line.gift ? (
                  <span className="tag good">{t('sales.gift')}</span>
                ) : (
                  <input
                    className="input money"
                    aria-label={t('sales.field.discount')}
                    title={t('sales.offHint')}
                    value={line.discount}
                    aria-invalid={form.errors[`lines.${at}.discount`] !== undefined}
                    onChange={({ target }) => change(at, { discount: target.value })}
                    onKeyDown={({ key }) => key === 'Enter' && onDone()}
                  />
                )}
              </td>
              <td className="money">
                <b>{cost ? formatMoney(cost.amount + cost.share) : ''}</b>
              </td>
              <td className="act">
                <button
                  type="button"
                  className="button plain"
                  aria-pressed={line.gift}
                  title={t('sales.giftTitle')}
                  onClick={() => change(at, { gift: !line.gift, discount: '' })}
                >
                  {t('sales.gift')}
                </button>
                <button
                  type="button"
                  className="button plain"
                  aria-label={t('sales.remove')}
                  title={t('sales.remove')}
                  onClick={() => remove(at)}
                >
                  <Icon name="close" size={14} />
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
