/** The baskets that are set aside, each to be taken up again or thrown away. */
import type { ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import { clock } from '@shared/core/time';
import type { Product } from '@shared/products/schema';
import { today } from '../../data/session';
import { t } from '../../ui/i18n';
import { Icon } from '../../ui/icon';
import { toast } from '../../ui/toast';
import { parkAgain, unpark, type Parked } from './parked';
import { priceOf } from './use-sale';

interface ParkedBarProps {
  readonly parked: readonly Parked[];
  readonly products: ReadonlyMap<string, Product>;
  readonly onTake: (one: Parked) => void;
}

export function ParkedBar({ parked, products, onTake }: ParkedBarProps): ReactElement {
  const drop = (one: Parked): void => {
    void unpark(one.actId);
    toast(t('sales.parkDropped'), { action: { label: t('ui.undo'), run: () => void parkAgain(one) } });
  };
  return (
    <div className="parked" role="group" aria-label={t('sales.parked')}>
      <span className="quiet">{t('sales.parked')}</span>
      {parked.map((one) => {
        const { values, at, byName, actId } = one;
        const { lines, total } = priceOf(values, products, today());
        const first = products.get(values.lines[0]?.product ?? '')?.body.name ?? '';
        const words = {
          time: clock(at),
          name: values.customerName || byName,
          first,
          lines: lines.length,
          amount: formatMoney(Math.max(0, total)),
        };
        return (
          <span key={actId} className="parked-one">
            <button type="button" className="button" title={t('sales.parkTake')} onClick={() => onTake(one)}>
              {t(lines.length > 1 ? 'sales.parkedMany' : 'sales.parkedOne', words)}
            </button>
            <button
              type="button"
              className="button plain"
              aria-label={t('sales.parkDrop', words)}
              title={t('sales.parkDrop', words)}
              onClick={() => drop(one)}
            >
              <Icon name="close" size={16} />
            </button>
          </span>
        );
      })}
    </div>
  );
}
