/** Who takes an item and how that was checked, as typed, and the check (DOMAIN §3.6). */
import type { Checks } from '../core/field-checks';
import type { Context } from '../core/command';
import {
  checkSignature,
  secondStaff,
  type Signature,
  type SignatureInput,
  type StaffMark,
} from '../signatures/signature';
import {
  DOCUMENT_TYPES,
  IDENTITY_PROOFS,
  LIMITS,
  needsTwo,
  type Claim,
  type DocumentType,
  type FoundItemBody,
  type IdentityProof,
} from './schema';

export interface ClaimFields {
  /** One tick per feature of the item, in their order. */
  readonly features: readonly boolean[];
  readonly quantity: number | null;
  /** The pieces were counted together with the claimant. */
  readonly counted: boolean;
  readonly identity: IdentityProof | '';
  readonly name: string;
  readonly phone: string;
  readonly documentType: DocumentType;
  readonly last4: string;
  /** The claimant is under 14: `name`, phone and document are the guardian's, who signs. */
  readonly under14: boolean;
  readonly consent: boolean;
  /** 代领. */
  readonly onBehalf: boolean;
  readonly owner: string;
  readonly relation: string;
  readonly authority: string;
}

/** An empty claim of an item with so many features and pieces. */
export function emptyClaim(features: number, quantity: number): ClaimFields {
  return {
    features: Array.from({ length: features }, () => false),
    quantity,
    counted: false,
    identity: '',
    name: '',
    phone: '',
    documentType: 'idCard',
    last4: '',
    under14: false,
    consent: false,
    onBehalf: false,
    owner: '',
    relation: '',
    authority: '',
  };
}

export interface CheckedClaim {
  readonly quantity: number;
  readonly claim: Claim;
  readonly signature: Signature;
  readonly second: StaffMark | null;
}

/**
 * The claim checked against what is there to be taken; null with its refusals in `checks`.
 * @param there pieces that can be claimed
 */
export function checkClaim(
  checks: Checks,
  fields: ClaimFields,
  typedSignature: SignatureInput | null,
  body: FoundItemBody,
  there: number,
  report: string,
  context: Context,
): CheckedClaim | null {
  body.features.forEach((feature, index) => {
    if (fields.features[index] !== true)
      checks.refuse('features', 'featureNotConfirmed', {
        feature: feature.hidden ? String(index + 1) : feature.text,
      });
  });
  const quantity = fields.quantity ?? 0;
  if (!Number.isInteger(quantity) || quantity < 1)
    checks.refuse('quantity', 'badNumber', { min: 1, max: there });
  else if (quantity > there) checks.refuse('quantity', 'moreThanHeld', { there });
  if (!fields.counted) checks.refuse('counted', 'countTogether');
  const identity = checks.choice('identity', fields.identity, IDENTITY_PROOFS);
  const name = checks.text('name', fields.name, { max: LIMITS.person, required: true });
  const phone = checks.phone('phone', fields.phone, true);
  const documentType = checks.choice('documentType', fields.documentType, DOCUMENT_TYPES);
  const last4 = fields.last4.normalize('NFKC').trim().toUpperCase();
  if (!/^[0-9A-Z]{4}$/.test(last4)) checks.refuse('last4', 'badLast4');
  if (fields.under14 && !fields.consent) checks.refuse('consent', 'guardianMustSign');
  const behalf = fields.onBehalf
    ? {
        owner: checks.text('owner', fields.owner, { max: LIMITS.person, required: true }),
        relation: checks.text('relation', fields.relation, { max: LIMITS.relation, required: true }),
        authority: checks.text('authority', fields.authority, { max: LIMITS.authority, required: true }),
      }
    : null;
  const signature = checkSignature(checks, 'signature', typedSignature, name, context);
  if (signature?.mode === 'pin') checks.refuse('signature', 'claimantMustSign');
  const second = needsTwo(body.valueKind) ? secondStaff(checks, 'second', context) : null;
  if (checks.refusals.length > 0 || !identity || !documentType || !signature) return null;
  const claim: Claim = {
    features: body.features,
    identity,
    name,
    phone,
    documentType,
    last4,
    under14: fields.under14,
    behalf,
    report,
  };
  return { quantity, claim, signature, second };
}
