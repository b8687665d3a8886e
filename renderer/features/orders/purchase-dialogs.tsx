/** Approval by a lead who did not write it, and cancelling with a reason. */
import { useState, type ReactElement } from 'react';
import type { Witness } from '@shared/core/command';
import { formatMoney } from '@shared/core/money';
import { approvePurchase, cancelPurchase } from '@shared/orders/purchase';
import type { PurchaseOrder } from '@shared/orders/schema';
import { runCommand } from '../../data/gateway';
import { useSession } from '../../data/session';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { SecondStaff } from '../../ui/second-staff';
import { toast } from '../../ui/toast';

interface DialogProps {
  readonly order: PurchaseOrder;
  readonly onClose: () => void;
}

export function ApproveDialog({ order: { id, by, body }, onClose }: DialogProps): ReactElement {
  const no = body.no ?? '';
  const wrote = new Set([
    by,
    ...(body.log ?? []).filter(({ act }) => act === 'order.save').map((entry) => entry.by),
  ]);
  const mayAlone = useSession(({ actor }) => actor?.roles.includes('lead') && !wrote.has(actor.id));
  const [lead, setLead] = useState<Witness | null>(null);
  const form = useForm({
    draftKey: `order.approve:${id}`,
    initial: {},
    parts: ['approval'],
    save: (_values, actId) => runCommand(approvePurchase, { id }, { actId, witnesses: lead ? [lead] : [] }),
    onSaved: () => {
      toast(t('orders.approved', { no }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('orders.approveTitle', { no })}
      submitLabel={t('orders.approve')}
      onClose={onClose}
    >
      <p className="wide">{t('orders.approveText', { amount: formatMoney(body.amount) })}</p>
      {!mayAlone && (
        <SecondStaff
          label={t('orders.leadConfirms')}
          witness={lead}
          onWitness={setLead}
          error={form.errors.approval}
        />
      )}
    </FormDialog>
  );
}

export function CancelDialog({ order: { id, day, body }, onClose }: DialogProps): ReactElement {
  const no = body.no ?? '';
  const form = useForm({
    draftKey: `order.cancel:${id}`,
    initial: { reason: '' },
    save: (values, actId) => runCommand(cancelPurchase, { id, day, ...values }, { actId }),
    onSaved: () => {
      toast(t('orders.cancelled', { no }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('orders.cancelTitle', { no })}
      submitLabel={t('orders.cancel')}
      onClose={onClose}
      danger
    >
      <p className="wide quiet">{t('orders.cancelText')}</p>
      <TextField form={form} name="reason" label={t('orders.field.reason')} required wide />
    </FormDialog>
  );
}
