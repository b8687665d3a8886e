/** 开户, and changed particulars of an account. */
import type { ReactElement } from 'react';
import { saveAccount, type AccountFields } from '@shared/accounts/save-account';
import type { Account } from '@shared/accounts/schema';
import { runCommand } from '../../data/gateway';
import { CheckField, TextField } from '../../ui/fields';
import { FormPanel, useForm } from '../../ui/form';
import { t } from '../../ui/i18n';
import { asTyped } from '../../ui/payments/sums';
import { toast } from '../../ui/toast';

interface AccountFormProps {
  readonly type: Account['body']['type'];
  /** null: a new one. */
  readonly account: Account | null;
  /** With the saved account's id, or null when given up. */
  readonly onDone: (id: string | null) => void;
}

function fieldsOf(type: Account['body']['type'], account: Account | null): AccountFields {
  const {
    accountNo = '',
    name = '',
    phone = '',
    signatories = [],
    limit = 0,
    remark = '',
  } = account?.body ?? {};
  return {
    type,
    accountNo,
    name,
    phone,
    signatories: signatories.join('\n'),
    limit: limit > 0 ? asTyped(limit) : '',
    remark,
    active: account?.status !== 'closed',
  };
}

export function AccountForm({ type, account, onDone }: AccountFormProps): ReactElement {
  const firm = type === 'onAccount';
  const form = useForm<AccountFields>({
    draftKey: `account.save:${account?.id ?? type}`,
    initial: fieldsOf(type, account),
    save: (fields, actId) => runCommand(saveAccount, { id: account?.id ?? actId, fields }, { actId }),
    onSaved: ([doc]) => {
      toast(t('accounts.saved', { name: form.values.name }));
      onDone(doc?.id ?? null);
    },
  });
  return (
    <FormPanel
      form={form}
      title={account?.body.name ?? t(firm ? 'accounts.newFirm' : 'accounts.newMember')}
      submitLabel={t('ui.save')}
      onClose={() => onDone(account?.id ?? null)}
    >
      <TextField
        form={form}
        name="accountNo"
        label={t(firm ? 'accounts.field.accountNo' : 'accounts.field.memberNo')}
        required
      />
      <TextField form={form} name="name" label={t('accounts.field.name')} required />
      <TextField form={form} name="phone" label={t('accounts.field.phone')} type="tel" required={!firm} />
      {firm && (
        <>
          <TextField form={form} name="limit" label={t('accounts.field.limit')} required />
          <TextField
            form={form}
            name="signatories"
            label={t('accounts.field.signatories')}
            help={t('accounts.signatoriesHelp')}
            rows={3}
            required
            wide
          />
        </>
      )}
      <TextField form={form} name="remark" label={t('accounts.field.remark')} wide />
      {account && <CheckField form={form} name="active" label={t('accounts.field.active')} wide />}
      {form.errors.active && (
        <span className="error wide" role="alert">
          {form.errors.active}
        </span>
      )}
    </FormPanel>
  );
}
