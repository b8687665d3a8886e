/** What the tables name things by: on the page in its language, on paper in Chinese. */
import type { LoadedMonth } from './load';
import type { Names } from '@shared/figures/tables';
import { figures as words } from '@shared/messages/zh-CN/figures';
import { ledger } from '@shared/messages/zh-CN/ledger';
import { priceOn } from '@shared/products/price';
import { staffName } from '../../data/directory';
import { useProducts } from '../../data/products';
import { t, type MessageKey } from '../../ui/i18n';

function productNames({ figures }: LoadedMonth): Pick<Names, 'product' | 'price'> {
  const { products } = useProducts.getState();
  return {
    product: (id) => {
      const body = products?.get(id)?.body ?? figures.names[id];
      return {
        sku: body?.sku ?? id,
        name: [body?.name, body?.spec].filter(Boolean).join(' '),
        category: body?.category ?? '',
      };
    },
    price: (id, day) => {
      const body = products?.get(id)?.body;
      return body ? (priceOn(body, day)?.price ?? 0) : 0;
    },
  };
}

export function pageNames(month: LoadedMonth): Names {
  return {
    ...productNames(month),
    staff: staffName,
    say: (key) => t(`figures.say.${key}` as MessageKey),
    tender: (tender) => t(`ledger.tender.${tender}`),
  };
}

/** The Chinese word of a dotted key such as `source.goods`. */
function paperWord(key: string): string {
  const { source, shiftKind, ...plain } = words.say;
  const [group = '', name = ''] = key.split('.');
  const found = name === '' ? plain : group === 'source' ? source : shiftKind;
  return (found as Readonly<Record<string, string>>)[name === '' ? group : name] ?? key;
}

export function paperNames(month: LoadedMonth): Names {
  return {
    ...productNames(month),
    staff: staffName,
    say: paperWord,
    tender: (tender) => ledger.tender[tender],
  };
}
