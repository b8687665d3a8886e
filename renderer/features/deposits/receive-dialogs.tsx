/** Finance receives what a desk handed on, or gives it back with a reason. */
import type { ReactElement } from 'react';
import { formatMoney } from '@shared/core/money';
import { giveDepositBack, receiveDeposit } from '@shared/deposits/receive-deposit';
import type { Deposit } from '@shared/ledger/entries/tills';
import type { SignatureInput } from '@shared/signatures/signature';
import { staffName } from '../../data/directory';
import { runCommand } from '../../data/gateway';
import { useSelf } from '../../data/session';
import { TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormDialog } from '../../ui/form-dialog';
import { t } from '../../ui/i18n';
import { SignatureField } from '../../ui/signature-field';
import { toast } from '../../ui/toast';

interface DialogProps {
  readonly deposit: Deposit;
  readonly onClose: () => void;
}

export function ReceiveDialog({ deposit: { id, by, body }, onClose }: DialogProps): ReactElement {
  const self = useSelf();
  const no = body.no ?? '';
  const form = useForm<{ readonly signature: SignatureInput }>({
    draftKey: `deposit.receive:${id}`,
    initial: { signature: { mode: 'pin', staff: self.staff } },
    save: ({ signature }, actId) => runCommand(receiveDeposit, { of: id, signature }, { actId }),
    onSaved: () => {
      toast(t('deposits.received', { no }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('deposits.receiveTitle', { no })}
      submitLabel={t('deposits.receive')}
      onClose={onClose}
    >
      <p className="wide quiet">
        {t('deposits.receiveText', { name: staffName(by), amount: formatMoney(body.total) })}
      </p>
      <SignatureField
        label={t('deposits.field.receiver')}
        modes={['pin', 'screen']}
        value={form.values.signature}
        onChange={(signature) => form.set({ signature })}
        error={form.errors.signature}
        self={self}
      />
    </FormDialog>
  );
}

export function GiveBackDialog({ deposit: { id, body }, onClose }: DialogProps): ReactElement {
  const no = body.no ?? '';
  const form = useForm({
    draftKey: `deposit.giveBack:${id}`,
    initial: { reason: '' },
    save: ({ reason }, actId) => runCommand(giveDepositBack, { of: id, reason }, { actId }),
    onSaved: () => {
      toast(t('deposits.givenBack', { no }));
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('deposits.giveBackTitle', { no })}
      submitLabel={t('deposits.giveBack')}
      onClose={onClose}
      danger
    >
      <p className="wide quiet">{t('deposits.giveBackText')}</p>
      <TextField form={form} name="reason" label={t('deposits.giveBackReason')} required wide />
    </FormDialog>
  );
}
