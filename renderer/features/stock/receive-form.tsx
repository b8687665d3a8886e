/** 入库: a purchase without an order, a delivery for one, or the opening stock (DOMAIN §4). */
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { typedMoney } from '@shared/core/money';
import { outstandingOf, receivedFor, standing } from '@shared/orders/receipts';
import type { PurchaseOrder } from '@shared/orders/schema';
import type { GoodsReceived } from '@shared/ledger/entries/stock';
import type { Reversal } from '@shared/ledger/schema';
import type { StockLineInput } from '@shared/stock/lines';
import { receiveGoods, type ReceiveFields } from '@shared/stock/receive';
import { useDirectory } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useLiveOf } from '../../data/live';
import { byIds, range } from '../../data/read';
import { useSession } from '../../data/session';
import { useSuppliers } from '../../data/suppliers';
import { ChoiceField } from '../../ui/choice-field';
import { SelectField, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { LinesField } from '../../ui/lines/lines-field';
import { EmptyState, ErrorState, Loading } from '../../ui/states';
import { toast } from '../../ui/toast';

const EMPTY: ReceiveFields = {
  source: 'purchase',
  location: '',
  supplier: '',
  order: '',
  orderDay: '',
  deliveryNote: '',
  lines: [],
  remark: '',
};

/** What is still to come, in the order's own units where it comes out even. */
function waitingLines(
  order: PurchaseOrder,
  receipts: readonly GoodsReceived[],
  reversals: readonly Reversal[],
): readonly StockLineInput[] {
  const open = new Map(outstandingOf(order, receivedFor(order.id, standing(receipts, reversals))));
  return order.body.lines.flatMap(({ product, quantity, factor, price }) => {
    const units = Math.min(open.get(product) ?? 0, quantity * factor);
    if (units === 0) return [];
    open.set(product, (open.get(product) ?? 0) - units);
    const packed = factor > 1 && units % factor === 0;
    const by = packed ? factor : 1;
    return [
      {
        product,
        packed,
        quantity: String(units / by),
        price: typedMoney(Math.round((price * by) / factor)),
      },
    ];
  });
}

/** `order` is a purchase order's id, or ''. */
export function ReceivePage({ order: id }: { readonly order: string }): ReactElement {
  const [, navigate] = useLocation();
  const store = useDirectory(({ settings }) => settings.locations[1] ?? settings.locations[0] ?? '');
  // Loaded once: the form must not change under the typing.
  const live = useLiveOf(
    async () => {
      const [order] = id === '' ? [] : await byIds<PurchaseOrder>('stockDocuments', [id]);
      if (!order) return null;
      const [receipts, reversals] = await Promise.all([
        range<GoodsReceived>('ledger', 'kind', ['goodsReceived', order.day], ['goodsReceived', '9']),
        range<Reversal>('ledger', 'kind', ['reversal', order.day], ['reversal', '9']),
      ]);
      return { order, lines: waitingLines(order, receipts, reversals) };
    },
    [],
    [id],
  );
  if (live.state === 'loading') return <Loading />;
  if (live.state === 'failed') return <ErrorState />;
  if (id !== '' && !live.value) return <EmptyState title={t('refusal.notFound')} />;
  const { order, lines } = live.value ?? { order: null, lines: [] };
  const initial: ReceiveFields = order
    ? {
        ...EMPTY,
        location: store,
        supplier: order.body.supplier,
        order: order.id,
        orderDay: order.day,
        lines,
      }
    : { ...EMPTY, location: store };
  return (
    <ReceiveForm
      initial={initial}
      orderNo={order?.body.no ?? ''}
      onDone={(entry) =>
        navigate(entry !== '' ? `/stock/moves/${entry}` : order ? `/orders/${order.id}` : '/stock')
      }
    />
  );
}

interface ReceiveFormProps {
  readonly initial: ReceiveFields;
  readonly orderNo: string;
  /** Called with the entry's id, or '' when it was given up. */
  readonly onDone: (entry: string) => void;
}

function ReceiveForm({ initial, orderNo, onDone }: ReceiveFormProps): ReactElement {
  const locations = useDirectory(({ settings }) => settings.locations);
  const suppliers = useSuppliers();
  const isLead = useSession(({ actor }) => actor?.roles.includes('lead') ?? false);
  const form = useForm<ReceiveFields>({
    draftKey: `stock.receive:${initial.order}`,
    initial,
    save: (fields, actId) => runCommand(receiveGoods, { id: actId, fields }, { actId }),
    onSaved: (docs) => {
      const entry = docs.find(({ kind }) => kind === 'goodsReceived');
      if (!entry) return;
      toast(t('stock.savedIn', { no: entry.body.no ?? '' }));
      onDone(entry.id);
    },
  });
  const { values } = form;
  const forOrder = initial.order !== '';
  return (
    <div className="entry-page">
      <FormPanel
        form={form}
        title={forOrder ? t('stock.receiveOrderTitle', { no: orderNo }) : t('stock.receiveTitle')}
        submitLabel={t('stock.save')}
        onClose={() => onDone('')}
      >
        {forOrder && <p className="wide quiet">{t('stock.receiveOrderHint')}</p>}
        {!forOrder && isLead && (
          <ChoiceField
            form={form}
            name="source"
            label={t('stock.field.source')}
            options={(['purchase', 'opening'] as const).map((value) => ({
              value,
              label: t(`stock.source.${value}`),
            }))}
            wide
          />
        )}
        {values.source === 'purchase' && !forOrder && (
          <SelectField
            form={form}
            name="supplier"
            label={t('stock.field.supplier')}
            required
            options={[
              { value: '', label: '' },
              ...suppliers.map(({ id, body }) => ({ value: id, label: body.name })),
            ]}
          />
        )}
        <SelectField
          form={form}
          name="location"
          label={t('stock.field.location')}
          required
          options={locations.map((value) => ({ value, label: value }))}
        />
        {values.source === 'purchase' && (
          <TextField form={form} name="deliveryNote" label={t('stock.field.deliveryNote')} />
        )}
        <LinesField
          lines={values.lines}
          onChange={(lines) => form.set({ lines })}
          errors={form.errors}
          priceFor={({ body }, factor) => typedMoney(body.cost * factor)}
          place={values.location}
        />
        <TextField form={form} name="remark" label={t('stock.field.remark')} wide />
      </FormPanel>
    </div>
  );
}
