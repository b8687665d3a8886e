/** A customer order that is no longer wanted. */
import type { ReactElement } from 'react';
import { stepCustomerOrder } from '@shared/orders/customer';
import type { CustomerOrder } from '@shared/orders/schema';
import { runCommand } from '../../data/gateway';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

export function CustomerCancelDialog({
  order: { id, body },
  onClose,
}: {
  readonly order: CustomerOrder;
  readonly onClose: () => void;
}): ReactElement {
  const form = useForm({
    draftKey: `customerOrder.cancel:${id}`,
    initial: { reason: '' },
    save: ({ reason }, actId) => runCommand(stepCustomerOrder, { id, step: 'cancelled', reason }, { actId }),
    onSaved: () => {
      toast(t('orders.stepped.cancelled'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('orders.cancelTitle', { no: body.no ?? '' })}
      submitLabel={t('orders.cancel')}
      onClose={onClose}
      danger
    >
      <TextField form={form} name="reason" label={t('orders.field.reason')} required wide />
    </FormDialog>
  );
}
