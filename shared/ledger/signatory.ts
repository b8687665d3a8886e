/** 签单挂账: whoever signs for an on-account debt is authorised, and signs (DOMAIN §4). */
import type { Account } from '../accounts/schema';
import type { Context, Loaded } from '../core/command';
import type { Checks } from '../core/field-checks';
import { checkSignature, type Signature, type SignatureInput } from '../signatures/signature';
import type { PaymentInput } from './payments';

export interface SignatoryFields {
  readonly signatory: string;
  readonly signature: SignatureInput | null;
}

export const NO_SIGNATORY: SignatoryFields = { signatory: '', signature: null };

/** The on-account account among typed tenders, or ''. */
export function onAccountOf(payments: readonly PaymentInput[]): string {
  return payments.find(({ tender }) => tender === 'onAccount')?.account ?? '';
}

/** The signature of an on-account tender, null where there is none; refusals under `signatory` and `signature`. */
export function checkSignatory(
  checks: Checks,
  { signatory: typed, signature }: SignatoryFields,
  payments: readonly PaymentInput[],
  loaded: Loaded,
  context: Context,
): Signature | null {
  if (!payments.some(({ tender }) => tender === 'onAccount')) return null;
  const signatory = checks.text('signatory', typed, { max: 40, required: true });
  const account = loaded.accounts?.find(({ id }) => id === onAccountOf(payments)) as Account | undefined;
  const allowed = account?.body.signatories ?? [];
  if (signatory !== '' && account && !allowed.includes(signatory))
    checks.refuse('signatory', 'notAuthorised', { names: allowed.join('、') });
  return checkSignature(checks, 'signature', signature, signatory, context);
}
