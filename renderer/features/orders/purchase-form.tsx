/** 采购订货单: new, from the suggestions of a supplier, or changed while nobody has approved it. */
import { useEffect, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { typedMoney } from '@shared/core/money';
import { addDays } from '@shared/core/time';
import { savePurchase, type PurchaseFields } from '@shared/orders/purchase';
import type { PurchaseOrder } from '@shared/orders/schema';
import { suggestedLines } from '@shared/orders/suggest';
import { runCommand } from '../../data/gateway';
import { byIds } from '../../data/read';
import { today } from '../../data/session';
import { useSuppliers } from '../../data/suppliers';
import { Field, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { LinesField } from '../../ui/lines/lines-field';
import { Loading } from '../../ui/states';
import { toast } from '../../ui/toast';
import { loadSuggestions } from './load-suggestions';

interface PurchaseFormProps {
  /** The order that is changed, or ''. */
  readonly id: string;
  /** Supplier whose suggestions a new order begins with, or ''. */
  readonly supplier: string;
}

interface Start {
  readonly fields: PurchaseFields;
  readonly no: string;
}

async function startOf({ id, supplier }: PurchaseFormProps): Promise<Start> {
  const [order] = id === '' ? [] : await byIds<PurchaseOrder>('stockDocuments', [id]);
  if (order) {
    const { body } = order;
    const lines = body.lines.map(({ product, factor, quantity, price }) => ({
      product,
      packed: factor > 1,
      quantity: String(quantity),
      price: typedMoney(price),
    }));
    const { supplier: of, expected, remark } = body;
    return { fields: { supplier: of, expected, lines, remark }, no: body.no ?? '' };
  }
  const group = supplier === '' ? null : (await loadSuggestions()).find((one) => one.supplier === supplier);
  return {
    fields: { supplier, expected: '', lines: suggestedLines(group?.items ?? []), remark: '' },
    no: '',
  };
}

export function PurchaseForm(props: PurchaseFormProps): ReactElement {
  // Asked once: what is typed must not change while others record.
  const [start, setStart] = useState<Start | null>(null);
  const { id, supplier } = props;
  useEffect(() => {
    void startOf({ id, supplier }).then(setStart);
  }, [id, supplier]);
  return start ? <Editor {...props} start={start} /> : <Loading />;
}

function Editor({ id, supplier: from, start }: PurchaseFormProps & { readonly start: Start }): ReactElement {
  const [, navigate] = useLocation();
  const suppliers = useSuppliers();
  const dueFor = (supplier: string): string => {
    const days = suppliers.find((one) => one.id === supplier)?.body.leadDays ?? 0;
    return addDays(today(), days === 0 ? 3 : days);
  };
  const { fields, no } = start;
  const form = useForm<PurchaseFields>({
    draftKey: `order.save:${id === '' ? from : id}`,
    initial: { ...fields, expected: fields.expected === '' ? dueFor(fields.supplier) : fields.expected },
    save: (values, actId) =>
      runCommand(savePurchase, { id: id === '' ? actId : id, fields: values }, { actId }),
    onSaved: ([order]) => {
      if (!order) return;
      toast(t('orders.saved', { no: order.body.no ?? '' }));
      navigate(`/orders/${order.id}`);
    },
  });
  return (
    <div className="entry-page">
      <FormPanel
        form={form}
        title={id === '' ? t('orders.purchaseTitle') : t('orders.editTitle', { no })}
        submitLabel={t('orders.save')}
        onClose={() => navigate(id === '' ? '/orders' : `/orders/${id}`)}
      >
        <Field label={t('orders.field.supplier')} required error={form.errors.supplier}>
          {(ids) => (
            <select
              {...ids}
              className="input"
              value={form.values.supplier}
              onChange={({ target }) => form.set({ supplier: target.value, expected: dueFor(target.value) })}
            >
              <option value="" />
              {suppliers.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.body.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField form={form} name="expected" label={t('orders.field.expected')} type="date" required />
        <LinesField
          lines={form.values.lines}
          onChange={(lines) => form.set({ lines })}
          errors={form.errors}
          priceFor={({ body }, factor) => typedMoney(body.cost * factor)}
        />
        <TextField form={form} name="remark" label={t('orders.field.remark')} wide />
      </FormPanel>
    </div>
  );
}
