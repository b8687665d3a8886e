/** The fields a clerk fills in, as typed, and the check that turns them into what is stored (DOMAIN §3.1). */
import type { Context, Refusal } from '../core/command';
import { Checks, type TextRule } from '../core/field-checks';
import { checkSignature, type Signature, type SignatureInput } from '../signatures/signature';
import { LIMITS, MAX_PEOPLE, type Guardian, type VisitBody, type VisitOutcome } from './schema';

/** One form for registering and correcting. Times are ISO instants, '' where none is given. */
export interface VisitFields {
  readonly under14: boolean;
  readonly name: string;
  readonly phone: string;
  readonly guardianName: string;
  readonly consent: boolean;
  /** The guardian's signature. */
  readonly signature: SignatureInput;
  readonly people: number | null;
  readonly company: string;
  readonly department: string;
  readonly host: string;
  readonly purpose: string;
  readonly details: string;
  readonly plate: string;
  readonly badge: string;
  /** '' means now. */
  readonly timeIn: string;
  readonly timeOut: string;
  readonly receivedBy: string;
  readonly outcome: VisitOutcome;
  readonly transferDepartment: string;
  readonly remark: string;
}

/** To be signed on paper, not filed yet. */
const PAPER: SignatureInput = { mode: 'paper', archiveNo: '' };

/** An empty form for the person at the desk. */
export function emptyFields(receivedBy: string, purpose: string): VisitFields {
  return {
    under14: false,
    name: '',
    phone: '',
    guardianName: '',
    consent: false,
    signature: PAPER,
    people: 1,
    company: '',
    department: '',
    host: '',
    purpose,
    details: '',
    plate: '',
    badge: '',
    timeIn: '',
    timeOut: '',
    receivedBy,
    outcome: 'answered',
    transferDepartment: '',
    remark: '',
  };
}

/** The fields of a stored visit, for its correction. */
export function fieldsOf(body: VisitBody): VisitFields {
  const { name, phone, people, company, department, host, purpose, details, plate, badge, timeIn, timeOut } =
    body;
  return {
    under14: body.guardian !== null,
    name,
    phone,
    guardianName: body.guardian?.name ?? '',
    consent: body.guardian !== null,
    signature: body.guardian ? signatureInput(body.guardian.signature) : PAPER,
    people,
    company,
    department,
    host,
    purpose,
    details,
    plate,
    badge,
    timeIn,
    timeOut,
    receivedBy: body.receivedBy,
    outcome: body.outcome,
    transferDepartment: body.transfer?.department ?? '',
    remark: body.remark,
  };
}

/** A stored signature as a form shows it again. */
function signatureInput(signature: Signature): SignatureInput {
  switch (signature.mode) {
    case 'screen':
      return { mode: 'screen', strokes: signature.strokes };
    case 'paper':
      return { mode: 'paper', archiveNo: signature.archiveNo };
    case 'pin':
      return { mode: 'pin', staff: signature.staff };
  }
}

/** Fields cleaned for storage; times are whole minutes and in order. */
export type CleanFields = Omit<VisitFields, 'people' | 'consent' | 'guardianName' | 'signature'> & {
  readonly people: number;
  readonly guardian: Guardian | null;
};

/**
 * All refusals at once, so that a form shows each beside its field, or the cleaned fields.
 * Of a visitor under 14 no name, phone, company or plate is kept.
 */
export function checkFields(
  fields: VisitFields,
  context: Context,
):
  | { readonly ok: true; readonly clean: CleanFields }
  | { readonly ok: false; readonly refusals: readonly Refusal[] } {
  const checks = new Checks();
  const text = (field: keyof VisitFields & keyof typeof LIMITS, rule: Omit<TextRule, 'max'> = {}): string =>
    checks.text(field, fields[field], { max: LIMITS[field], ...rule });
  const given = (field: 'purpose' | 'receivedBy' | 'transferDepartment'): string => {
    if (fields[field] === '') checks.refuse(field, 'required');
    return fields[field];
  };

  const { under14, department, outcome } = fields;
  const phone = under14 ? '' : checks.phone('phone', fields.phone);
  const name = under14 ? '' : text('name', { required: true });
  const guardian = under14 ? checkGuardian(checks, fields, context) : null;
  const people = checks.whole('people', fields.people, 1, MAX_PEOPLE);
  const purpose = given('purpose');
  const receivedBy = given('receivedBy');
  const transferDepartment = outcome === 'handedOver' ? given('transferDepartment') : '';
  const timeIn = checks.past('timeIn', fields.timeIn, context.now);
  const timeOut = fields.timeOut === '' ? '' : checks.past('timeOut', fields.timeOut, context.now);
  if (timeIn !== '' && timeOut !== '' && timeOut < timeIn) checks.refuse('timeOut', 'timeOutBeforeIn');

  const clean: CleanFields = {
    under14,
    name,
    phone,
    guardian,
    people,
    company: under14 ? '' : text('company'),
    department,
    host: text('host'),
    purpose,
    details: text('details', { lines: true }),
    plate: under14 ? '' : text('plate').toUpperCase(),
    badge: text('badge'),
    timeIn,
    timeOut,
    receivedBy,
    outcome,
    transferDepartment,
    remark: text('remark', { lines: true }),
  };
  return checks.refusals.length > 0 ? { ok: false, refusals: checks.refusals } : { ok: true, clean };
}

function checkGuardian(checks: Checks, fields: VisitFields, context: Context): Guardian | null {
  const name = checks.text('guardianName', fields.guardianName, { max: LIMITS.guardianName, required: true });
  if (!fields.consent) checks.refuse('consent', 'consentRequired');
  const signature = checkSignature(checks, 'signature', fields.signature, name, context);
  return signature && { name, consent: true, signature };
}
