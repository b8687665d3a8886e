/** 改价: a price from a day on. */
import type { ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import { pricesText } from '@shared/products/fields';
import { setPrice } from '@shared/products/set-price';
import type { Product } from '@shared/products/schema';
import { runCommand } from '../../data/gateway';
import { today } from '../../data/session';
import { FormDialog } from '../../ui/form-dialog';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { priceToday } from './use-catalogue';

interface PriceDialogProps {
  readonly product: Product;
  readonly onClose: () => void;
}

export function PriceDialog({ product, onClose }: PriceDialogProps): ReactElement {
  const { id, body } = product;
  const now = priceToday(product)?.price ?? 0;
  const { memberPrice } = pricesText(product, today());
  const form = useForm({
    draftKey: `product.price:${id}`,
    initial: { price: '', memberPrice, from: today() },
    save: (values, actId) => runCommand(setPrice, { id, ...values }, { actId }),
    onSaved: ([doc]) => {
      const price = (doc as Product | undefined)?.body.prices.find(({ from }) => from === form.values.from);
      if (price)
        toast(
          t('products.priceSaved', { name: body.name, day: price.from, price: formatMoney(price.price) }),
        );
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('products.priceTitle', { name: body.name })}
      submitLabel={t('products.setPrice')}
      onClose={onClose}
    >
      <p className="wide">{t('products.priceNote', { price: formatMoney(now) })}</p>
      <TextField form={form} name="price" label={t('products.field.price')} required />
      <TextField
        form={form}
        name="memberPrice"
        label={t('products.field.memberPrice')}
        help={t('products.memberHelp')}
      />
      <TextField form={form} name="from" label={t('products.field.from')} type="date" required />
    </FormDialog>
  );
}
