/** Who signs for an on-account tender, and the signature; nothing while there is no such tender (DOMAIN §4). */
import type { ReactElement } from 'react';
import type { Account } from '@shared/accounts/schema';
import type { PaymentInput } from '@shared/ledger/payments';
import { onAccountOf, type SignatoryFields as Fields } from '@shared/ledger/signatory';
import { useDirectory } from '../../data/directory';
import { TextField } from '../fields';
import { type Form } from '../form';
import { t } from '../i18n';
import { SignatureField } from '../signature-field';

type Values = Fields & { readonly payments: readonly PaymentInput[] };

export function SignatoryFields<V extends Values>({
  form: whole,
}: {
  readonly form: Form<V>;
}): ReactElement | null {
  // The form's other fields do not matter here.
  const form = whole as unknown as Form<Values>;
  const { payments, signature } = form.values;
  const account = useDirectory(({ records }) => records.get(onAccountOf(payments))) as Account | undefined;
  if (!payments.some(({ tender }) => tender === 'onAccount')) return null;
  return (
    <>
      <TextField
        form={form}
        name="signatory"
        label={t('payments.signatory')}
        list={account?.body.signatories ?? []}
        required
        wide
      />
      <SignatureField
        label={t('payments.signature')}
        modes={['screen', 'paper']}
        value={signature}
        onChange={(next) => form.set({ signature: next })}
        error={form.errors.signature}
      />
    </>
  );
}
