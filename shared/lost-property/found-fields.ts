/** The intake form as typed, and the check that turns it into what is stored (DOMAIN §3.6). */
import type { Checks } from '../core/field-checks';
import type { Context } from '../core/command';
import {
  FINDER_KINDS,
  LIMITS,
  MAX_FEATURES,
  MAX_QUANTITY,
  VALUE_KINDS,
  needsTwo,
  type Feature,
  type Finder,
  type FoundItemBody,
  type ValueKind,
} from './schema';

/** Times are ISO instants, '' where none is given; the amount is typed in yuan. */
export interface FoundFields {
  readonly name: string;
  readonly place: string;
  /** '' means now. */
  readonly foundAt: string;
  readonly category: string;
  readonly quantity: number | null;
  readonly valueKind: ValueKind;
  readonly amount: string;
  readonly bagNo: string;
  readonly storage: string;
  readonly features: readonly Feature[];
  readonly finderKind: Finder['kind'];
  readonly finderName: string;
  readonly finderPhone: string;
  readonly finderDepartment: string;
  readonly finderUnder14: boolean;
  /** The guardian agreed to be named. */
  readonly consent: boolean;
  readonly ownerName: string;
  readonly ownerPhone: string;
  readonly ownerClue: string;
  readonly remark: string;
}

/** An empty form; the person at the desk is the finder until somebody else is named. */
export function emptyFound(finderName: string, category: string, storage: string): FoundFields {
  return {
    name: '',
    place: '',
    foundAt: '',
    category,
    quantity: 1,
    valueKind: 'ordinary',
    amount: '',
    bagNo: '',
    storage,
    features: [],
    finderKind: 'employee',
    finderName,
    finderPhone: '',
    finderDepartment: '',
    finderUnder14: false,
    consent: false,
    ownerName: '',
    ownerPhone: '',
    ownerClue: '',
    remark: '',
  };
}

/** The fields of a stored item, for its correction. */
export function foundFieldsOf(body: FoundItemBody): FoundFields {
  const {
    name,
    place,
    foundAt,
    category,
    quantity,
    valueKind,
    bagNo,
    storage,
    features,
    finder,
    owner,
    remark,
  } = body;
  return {
    name,
    place,
    foundAt,
    category,
    quantity,
    valueKind,
    amount: body.amount === null ? '' : (body.amount / 100).toFixed(2),
    bagNo,
    storage,
    features,
    finderKind: finder.kind,
    finderName: finder.name,
    finderPhone: finder.phone,
    finderDepartment: finder.department,
    finderUnder14: finder.under14,
    consent: finder.under14,
    ownerName: owner?.name ?? '',
    ownerPhone: owner?.phone ?? '',
    ownerClue: owner?.clue ?? '',
    remark,
  };
}

/** What of the body the form decides. */
export type FoundPart = Omit<FoundItemBody, 'v' | 'no' | 'log' | 'photos' | 'contacts' | 'events'>;

/** The cleaned fields; refusals are in `checks`. Of a finder under 14 only the guardian's name is kept. */
export function checkFound(checks: Checks, fields: FoundFields, context: Context): FoundPart {
  const two = needsTwo(fields.valueKind);
  const under14 = fields.finderKind === 'customer' && fields.finderUnder14;
  if (under14 && !fields.consent) checks.refuse('consent', 'consentRequired');
  const owner = {
    name: checks.text('ownerName', fields.ownerName, { max: LIMITS.person }),
    phone: checks.phone('ownerPhone', fields.ownerPhone),
    clue: checks.text('ownerClue', fields.ownerClue, { max: LIMITS.clue }),
  };
  const hasOwner = owner.name !== '' || owner.phone !== '';
  if (!hasOwner && owner.clue !== '') checks.refuse('ownerName', 'required');
  const amount = checks.money('amount', fields.amount, fields.valueKind === 'cash');
  return {
    name: checks.text('name', fields.name, { max: LIMITS.name, required: true }),
    place: checks.text('place', fields.place, { max: LIMITS.place, required: true }),
    foundAt: checks.past('foundAt', fields.foundAt, context.now),
    category: checks.text('category', fields.category, { max: 20, required: true }),
    quantity: checks.whole('quantity', fields.quantity, 1, MAX_QUANTITY),
    valueKind: checks.choice('valueKind', fields.valueKind, VALUE_KINDS) ?? 'ordinary',
    amount,
    bagNo: checks.text('bagNo', fields.bagNo, { max: LIMITS.bagNo, required: two }),
    storage: checks.text('storage', fields.storage, { max: LIMITS.storage, required: true }),
    features: checkFeatures(checks, fields.features),
    finder: {
      kind: checks.choice('finderKind', fields.finderKind, FINDER_KINDS) ?? 'employee',
      name: checks.text('finderName', fields.finderName, { max: LIMITS.person, required: true }),
      phone: under14 ? '' : checks.phone('finderPhone', fields.finderPhone),
      department: fields.finderKind === 'employee' ? fields.finderDepartment : '',
      under14,
    },
    owner: hasOwner ? owner : null,
    remark: checks.text('remark', fields.remark, { max: LIMITS.remark, lines: true }),
  };
}

/** Features without the empty ones. */
export function checkFeatures(checks: Checks, features: readonly Feature[]): readonly Feature[] {
  if (features.length > MAX_FEATURES) checks.refuse('features', 'tooManyFeatures', { max: MAX_FEATURES });
  return features
    .map((feature) => ({ ...feature, text: checks.text('features', feature.text, { max: LIMITS.feature }) }))
    .filter(({ text }) => text !== '');
}
