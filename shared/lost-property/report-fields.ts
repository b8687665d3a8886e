/** The loss report as typed, and its check (DOMAIN §3.6). */
import type { Checks } from '../core/field-checks';
import type { Context } from '../core/command';
import { checkFeatures } from './found-fields';
import { LIMITS, MAX_QUANTITY, type Feature, type LossReportBody } from './schema';

export interface ReportFields {
  readonly ownerName: string;
  readonly ownerPhone: string;
  readonly under14: boolean;
  readonly consent: boolean;
  readonly category: string;
  readonly name: string;
  readonly features: readonly Feature[];
  readonly quantity: number | null;
  /** Business days `YYYY-MM-DD`; '' as `lostTo` means the same day. */
  readonly lostFrom: string;
  readonly lostTo: string;
  readonly place: string;
  readonly remark: string;
}

export function emptyReport(category: string, day: string): ReportFields {
  return {
    ownerName: '',
    ownerPhone: '',
    under14: false,
    consent: false,
    category,
    name: '',
    features: [],
    quantity: 1,
    lostFrom: day,
    lostTo: '',
    place: '',
    remark: '',
  };
}

/** The fields of a stored report, for its correction. */
export function reportFieldsOf(body: LossReportBody): ReportFields {
  const { owner, category, name, features, quantity, lostFrom, lostTo, place, remark } = body;
  return {
    ownerName: owner.name,
    ownerPhone: owner.phone,
    under14: owner.under14,
    consent: owner.under14,
    category,
    name,
    features,
    quantity,
    lostFrom,
    lostTo,
    place,
    remark,
  };
}

export type ReportPart = Pick<
  LossReportBody,
  'owner' | 'category' | 'name' | 'features' | 'quantity' | 'lostFrom' | 'lostTo' | 'place' | 'remark'
>;

/** The cleaned fields. Of a child the guardian is named, who needs a phone to be told like anybody else. */
export function checkReport(checks: Checks, fields: ReportFields, context: Context): ReportPart {
  if (fields.under14 && !fields.consent) checks.refuse('consent', 'consentRequired');
  const { lostFrom } = fields;
  const lostTo = fields.lostTo === '' ? lostFrom : fields.lostTo;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(lostFrom)) checks.refuse('lostFrom', 'required');
  else if (lostFrom > context.day) checks.refuse('lostFrom', 'inFuture');
  if (lostTo > context.day) checks.refuse('lostTo', 'inFuture');
  else if (lostTo < lostFrom) checks.refuse('lostTo', 'endBeforeStart');
  return {
    owner: {
      name: checks.text('ownerName', fields.ownerName, { max: LIMITS.person, required: true }),
      phone: checks.phone('ownerPhone', fields.ownerPhone, true),
      under14: fields.under14,
    },
    category: checks.text('category', fields.category, { max: 20, required: true }),
    name: checks.text('name', fields.name, { max: LIMITS.name, required: true }),
    features: checkFeatures(checks, fields.features),
    quantity: checks.whole('quantity', fields.quantity, 1, MAX_QUANTITY),
    lostFrom,
    lostTo,
    place: checks.text('place', fields.place, { max: LIMITS.place }),
    remark: checks.text('remark', fields.remark, { max: LIMITS.remark, lines: true }),
  };
}
