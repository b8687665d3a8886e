/** 新商品, and changed particulars of one. */
import type { ReactElement } from 'react';
import { EMPTY_PRODUCT, fieldsOf, type ProductFields } from '@shared/products/fields';
import { saveProduct } from '@shared/products/save-product';
import type { Product } from '@shared/products/schema';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';
import { useSuppliers } from './use-catalogue';

interface ProductFormProps {
  /** null: a new one. */
  readonly product: Product | null;
  /** With the saved product's id, or null when given up. */
  readonly onDone: (id: string | null) => void;
}

export function ProductForm({ product, onDone }: ProductFormProps): ReactElement {
  const categories = useDirectory(({ settings }) => settings.productCategories);
  const suppliers = useSuppliers();
  const form = useForm<ProductFields>({
    draftKey: `product.save:${product?.id ?? 'new'}`,
    initial: product ? fieldsOf(product) : EMPTY_PRODUCT,
    save: (fields, actId) => runCommand(saveProduct, { id: product?.id ?? actId, fields }, { actId }),
    onSaved: ([doc]) => {
      const saved = doc as Product | undefined;
      if (saved) toast(t('products.saved', { name: saved.body.name }));
      onDone(saved?.id ?? null);
    },
  });
  return (
    <FormPanel
      form={form}
      title={product ? t('products.editTitle', { name: product.body.name }) : t('products.new')}
      submitLabel={t('ui.save')}
      onClose={() => onDone(product?.id ?? null)}
    >
      <TextField form={form} name="name" label={t('products.field.name')} required />
      <TextField form={form} name="spec" label={t('products.field.spec')} />
      <TextField form={form} name="sku" label={t('products.field.sku')} required />
      <TextField form={form} name="barcode" label={t('products.field.barcode')} />
      <TextField form={form} name="unit" label={t('products.field.unit')} required />
      <TextField
        form={form}
        name="category"
        label={t('products.field.category')}
        list={categories}
        required
      />
      {!product && (
        <>
          <TextField form={form} name="price" label={t('products.field.price')} required />
          <TextField
            form={form}
            name="memberPrice"
            label={t('products.field.memberPrice')}
            help={t('products.memberHelp')}
          />
        </>
      )}
      <TextField form={form} name="cost" label={t('products.field.cost')} />
      <SelectField
        form={form}
        name="supplier"
        label={t('products.field.supplier')}
        options={[
          { value: '', label: '—' },
          ...suppliers
            .filter(({ id, status }) => status === 'active' || id === form.values.supplier)
            .map(({ id, body }) => ({ value: id, label: body.name })),
        ]}
      />
      <TextField form={form} name="shelf" label={t('products.field.shelf')} />
      <TextField form={form} name="displayMinimum" label={t('products.field.displayMinimum')} numeric />
      <TextField form={form} name="reorderPoint" label={t('products.field.reorderPoint')} numeric />
      <TextField form={form} name="reorderQuantity" label={t('products.field.reorderQuantity')} numeric />
      <TextField
        form={form}
        name="packUnit"
        label={t('products.field.packUnit')}
        help={t('products.packHelp')}
      />
      <TextField form={form} name="packSize" label={t('products.field.packSize')} numeric />
      <TextField form={form} name="packBarcode" label={t('products.field.packBarcode')} />
      <TextField
        form={form}
        name="packPrice"
        label={t('products.field.packPrice')}
        help={t('products.packPriceHelp')}
      />
      <TextField
        form={form}
        name="facts"
        label={t('products.field.facts')}
        help={t('products.factsHelp')}
        rows={3}
        required
        wide
      />
    </FormPanel>
  );
}
