/** 客户提示: a lead sets or lifts VIP and 重点关注 of the person of a visit. */
import type { ReactElement } from 'react';
import { markCustomer } from '@shared/visits/mark-customer';
import type { Visit } from '@shared/visits/schema';
import { runCommand } from '../../data/gateway';
import { flagsOf, useFlags } from '../../ui/customer-flags';
import { FormDialog } from '../../ui/form-dialog';
import { CheckField, TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { toast } from '../../ui/toast';

interface MarkDialogProps {
  readonly visit: Visit;
  readonly onClose: () => void;
}

export function MarkDialog({ visit, onClose }: MarkDialogProps): ReactElement {
  const { name, phone } = visit.body;
  const [flag] = flagsOf(useFlags(), visit.body);
  const { vip = false, focus = false, reason = '' } = flag?.body ?? {};
  const form = useForm({
    draftKey: `customer.mark:${visit.id}`,
    initial: { vip, focus, reason },
    save: (values, actId) =>
      runCommand(markCustomer, { id: flag?.id ?? actId, name, phone, ...values }, { actId }),
    onSaved: () => {
      toast(t('visits.marked'));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('visits.markTitle', { name })}
      submitLabel={t('ui.save')}
      onClose={onClose}
    >
      <p className="quiet small wide">{t('visits.markHelp')}</p>
      <CheckField form={form} name="vip" label={t('visits.field.vip')} />
      <CheckField form={form} name="focus" label={t('visits.field.focus')} />
      <TextField
        form={form}
        name="reason"
        label={t('visits.field.reason')}
        required={form.values.focus}
        wide
      />
    </FormDialog>
  );
}
