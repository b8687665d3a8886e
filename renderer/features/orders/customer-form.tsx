/** 客户订货: who wants what by when; things the shop does not keep are typed by name. */
import { useEffect, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { typedMoney } from '@shared/core/money';
import { addDays } from '@shared/core/time';
import { saveCustomerOrder, type CustomerOrderFields } from '@shared/orders/customer';
import type { CustomerOrder } from '@shared/orders/schema';
import { priceOn } from '@shared/products/price';
import { runCommand } from '../../data/gateway';
import { useProducts } from '../../data/products';
import { byIds } from '../../data/read';
import { today } from '../../data/session';
import { SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { LinesField } from '../../ui/lines/lines-field';
import type { Start } from '../../ui/service/origin';
import { EmptyState, Loading } from '../../ui/states';
import { toast } from '../../ui/toast';
import { isOpen, useOrders } from './use-orders';

/** Days within which a customer usually wants it. */
const USUAL_DAYS = 7;
/** Characters of a remark, as the command takes them. */
const MAX_REMARK = 200;

const NOTHING: Start = { origin: null, prefill: null };

interface CustomerFormProps {
  /** Order that is changed, or '' for a new one. */
  readonly id: string;
  /** What a new one starts from. */
  readonly start?: Start;
}

export function CustomerForm({ id, start = NOTHING }: CustomerFormProps): ReactElement {
  const [order, setOrder] = useState<CustomerOrder | null | undefined>(id === '' ? null : undefined);
  useEffect(() => {
    if (id !== '')
      void byIds<CustomerOrder>('stockDocuments', [id]).then(([found]) => setOrder(found ?? null));
  }, [id]);
  if (order === undefined) return <Loading />;
  if (id !== '' && !order) return <EmptyState title={t('refusal.notFound')} />;
  return <Editor order={order} start={start} />;
}

function fieldsOf(order: CustomerOrder | null, { prefill }: Start): CustomerOrderFields {
  if (!order)
    return {
      name: prefill?.customer.name ?? '',
      phone: prefill?.customer.phone ?? '',
      lines: [],
      neededBy: addDays(today(), USUAL_DAYS),
      deposit: '',
      purchase: '',
      remark: [...(prefill?.summary ?? '')].slice(0, MAX_REMARK).join(''),
    };
  const { name, phone, lines, neededBy, deposit, purchase, remark } = order.body;
  const products = useProducts.getState().products;
  return {
    name,
    phone,
    lines: lines.map((line) => ({
      product: line.product,
      packed: line.unit !== '' && products?.get(line.product)?.body.pack?.unit === line.unit,
      name: line.product === '' ? line.name : '',
      quantity: String(line.quantity),
      price: line.price === 0 ? '' : typedMoney(line.price),
    })),
    neededBy,
    deposit,
    purchase,
    remark,
  };
}

interface EditorProps {
  readonly order: CustomerOrder | null;
  readonly start: Start;
}

function Editor({ order, start }: EditorProps): ReactElement {
  const [, navigate] = useLocation();
  const { orders } = useOrders();
  const id = order?.id ?? '';
  const form = useForm<CustomerOrderFields>({
    draftKey: `customerOrder.save:${id}${start.origin?.id ?? ''}`,
    initial: fieldsOf(order, start),
    save: (fields, actId) =>
      runCommand(
        saveCustomerOrder,
        { id: id === '' ? actId : id, fields, origin: id === '' ? start.origin : null },
        { actId },
      ),
    onSaved: ([saved]) => {
      if (!saved) return;
      toast(t('orders.saved', { no: saved.body.no ?? '' }));
      navigate(`/orders/customer/${saved.id}`);
    },
  });
  const linked = form.values.purchase;
  const purchases = (orders?.purchases ?? []).filter((row) => isOpen(row.state) || row.id === linked);
  return (
    <div className="entry-page">
      <FormPanel
        form={form}
        title={
          id === '' ? t('orders.customerTitle') : t('orders.editCustomerTitle', { no: order?.body.no ?? '' })
        }
        submitLabel={t('orders.save')}
        onClose={() => navigate(id === '' ? '/orders/customer' : `/orders/customer/${id}`)}
      >
        <TextField form={form} name="name" label={t('orders.field.customer')} required />
        <TextField form={form} name="phone" label={t('orders.field.phone')} type="tel" required />
        <TextField form={form} name="neededBy" label={t('orders.field.neededBy')} type="date" required />
        <SelectField
          form={form}
          name="purchase"
          label={t('orders.field.purchase')}
          options={[
            { value: '', label: t('orders.noPurchase') },
            ...purchases.map((row) => ({
              value: row.id,
              label: `${row.order.body.no ?? ''} ${row.order.body.supplierName}`,
            })),
          ]}
        />
        <LinesField
          lines={form.values.lines}
          onChange={(lines) => form.set({ lines: lines.map((line) => ({ ...line, name: line.name ?? '' })) })}
          errors={form.errors}
          priceFor={({ body }, factor) => {
            const fen =
              factor > 1 && body.pack?.price
                ? body.pack.price
                : (priceOn(body, today())?.price ?? 0) * factor;
            return fen === 0 ? '' : typedMoney(fen);
          }}
          free
        />
        <TextField
          form={form}
          name="deposit"
          label={t('orders.field.deposit')}
          help={t('orders.depositHelp')}
          wide
        />
        <TextField form={form} name="remark" label={t('orders.field.remark')} wide />
      </FormPanel>
    </div>
  );
}
