/** The form of a complaint as typed, and the check that turns it into what is stored. */
import type { Context } from '../core/command';
import type { Checks } from '../core/field-checks';
import type { Department } from '../directory/schema';
import { checkParty } from '../service/party';
import { LIMITS as MATTER, type Identity, type Party } from '../service/schema';
import {
  CHANNELS,
  LIMITS,
  REFERENCE_KINDS,
  type Channel,
  type ComplaintBody,
  type Reference,
} from './schema';
import { checkDepartment } from './state';

/** Times are ISO instants, '' where none is given. */
export interface ReceiveFields {
  readonly name: string;
  readonly phone: string;
  readonly identity: Identity;
  readonly memberNo: string;
  readonly channel: Channel | '';
  /** '' means now. */
  readonly receivedAt: string;
  readonly summary: string;
  /** Department id, or ''. */
  readonly department: string;
  readonly wanted: string;
  readonly apologised: boolean;
  /** '' means nobody else took it up. */
  readonly referenceKind: Reference['kind'] | '';
  readonly referenceNo: string;
  readonly referenceDeadline: string;
}

export const EMPTY_COMPLAINT: ReceiveFields = {
  name: '',
  phone: '',
  identity: 'guest',
  memberNo: '',
  channel: '',
  receivedAt: '',
  summary: '',
  department: '',
  wanted: '',
  apologised: false,
  referenceKind: '',
  referenceNo: '',
  referenceDeadline: '',
};

/** The fields of a stored complaint, for its correction. */
export function fieldsOf({ body }: { readonly body: ComplaintBody }): ReceiveFields {
  const { customer, channel, receivedAt, summary, department, wanted, apologised, reference } = body;
  return {
    ...customer,
    channel,
    receivedAt,
    summary,
    department,
    wanted,
    apologised,
    referenceKind: reference?.kind ?? '',
    referenceNo: reference?.no ?? '',
    referenceDeadline: reference?.deadline ?? '',
  };
}

/** What of the body the form decides. */
export type ReceivePart = Pick<
  ComplaintBody,
  'customer' | 'channel' | 'receivedAt' | 'summary' | 'department' | 'wanted' | 'apologised' | 'reference'
>;

function checkReference(checks: Checks, fields: ReceiveFields, receivedAt: string): Reference | null {
  const { referenceKind, referenceNo, referenceDeadline: deadline } = fields;
  if (referenceKind === '') return null;
  const kind = checks.choice('referenceKind', referenceKind, REFERENCE_KINDS) ?? 'authority';
  const no = checks.text('referenceNo', referenceNo, { max: LIMITS.referenceNo, required: true });
  if (deadline !== '' && deadline <= receivedAt) checks.refuse('referenceDeadline', 'deadlineBeforeReceipt');
  return { kind, no, deadline };
}

/**
 * The cleaned fields; refusals are in `checks`.
 * @param departments those loaded for `fields.department`; one that stood there before may have been retired since
 */
export function checkReceived(
  checks: Checks,
  fields: ReceiveFields,
  departments: readonly Department[],
  { now }: Context,
  before?: ComplaintBody,
): ReceivePart {
  const party: Party = {
    name: fields.name,
    phone: fields.phone,
    identity: fields.identity,
    memberNo: fields.memberNo,
  };
  if (fields.department !== before?.department)
    checkDepartment(checks, 'department', fields.department, departments);
  // A clock set back must not refuse a time that is stored already.
  const latest = before && before.receivedAt > now ? before.receivedAt : now;
  const receivedAt = checks.past('receivedAt', fields.receivedAt, latest);
  return {
    customer: checkParty(checks, party),
    channel: checks.choice('channel', fields.channel, CHANNELS) ?? 'other',
    receivedAt,
    summary: checks.text('summary', fields.summary, { max: MATTER.summary, required: true, lines: true }),
    department: fields.department,
    wanted: checks.text('wanted', fields.wanted, { max: LIMITS.wanted, lines: true }),
    apologised: fields.apologised,
    reference: checkReference(checks, fields, receivedAt),
  };
}
