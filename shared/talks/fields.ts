/** What is typed of a talk, and the check that makes it what is stored (DOMAIN §3.3). */
import type { Context, Loaded } from '../core/command';
import { wholeMinute, type Checks } from '../core/field-checks';
import { checkDepartment } from '../service/department';
import { checkParty } from '../service/party';
import { LIMITS as SERVICE_LIMITS, type Identity } from '../service/schema';
import { GROUNDS, LIMITS, type Ground, type TalkBody } from './schema';

export interface TalkFields {
  readonly name: string;
  readonly phone: string;
  readonly identity: Identity;
  readonly memberNo: string;
  readonly ground: Ground | '';
  /** ISO instant; '' means now. */
  readonly heldAt: string;
  readonly place: string;
  /** Department id it concerns, or ''. */
  readonly department: string;
  readonly summary: string;
  readonly request: string;
  readonly customerSaid: string;
  readonly weSaid: string;
  /** ISO instant. */
  readonly agreedAt: string;
  readonly handler: string;
}

export const emptyTalk: TalkFields = {
  name: '',
  phone: '',
  identity: 'guest',
  memberNo: '',
  ground: '',
  heldAt: '',
  place: '',
  department: '',
  summary: '',
  request: '',
  customerSaid: '',
  weSaid: '',
  agreedAt: '',
  handler: '',
};

/** The fields of a stored talk, for its correction. */
export function fieldsOf(body: TalkBody): TalkFields {
  const { ground, heldAt, place, department, summary, request, customerSaid, weSaid, agreedAt, handler } =
    body;
  return {
    ...body.customer,
    ...{ ground, heldAt, place, department, summary, request, customerSaid, weSaid, agreedAt, handler },
  };
}

/** What the customer signs: a change of it needs a new signature. */
const SIGNED = [
  'ground',
  'heldAt',
  'place',
  'summary',
  'request',
  'customerSaid',
  'weSaid',
  'agreedAt',
] as const;

export type CleanTalk = Pick<
  TalkBody,
  | 'customer'
  | 'ground'
  | 'heldAt'
  | 'place'
  | 'department'
  | 'summary'
  | 'request'
  | 'customerSaid'
  | 'weSaid'
  | 'agreedAt'
  | 'handler'
>;

/** True when something the customer signed for reads differently now. */
export function signedChanged(before: CleanTalk, after: CleanTalk): boolean {
  return (
    before.customer.name !== after.customer.name || SIGNED.some((field) => before[field] !== after[field])
  );
}

/** The agreed time: after the talk, and still to come when it is agreed now. */
export function checkAgreed(checks: Checks, field: string, typed: string, after: string): string {
  if (typed === '') checks.refuse(field, 'required');
  else if (typed <= after) checks.refuse(field, 'agreedTooEarly');
  return typed;
}

/** The cleaned fields; refusals stand in `checks`. */
export function checkTalk(checks: Checks, fields: TalkFields, loaded: Loaded, { now }: Context): CleanTalk {
  const text = (
    field: 'place' | 'request' | 'weSaid' | 'customerSaid' | 'handler',
    rule: { readonly required?: boolean; readonly lines?: boolean } = {},
  ): string => checks.text(field, fields[field], { max: LIMITS[field], ...rule });
  checkDepartment(checks, fields.department, loaded);
  const customer = checkParty(checks, fields);
  const ground = checks.choice('ground', fields.ground, GROUNDS) ?? 'other';
  const heldAt = checks.past('heldAt', fields.heldAt, now);
  const agreedAt = fields.agreedAt === '' ? '' : wholeMinute(fields.agreedAt);
  return {
    customer,
    ground,
    heldAt,
    place: text('place', { required: true }),
    department: fields.department,
    summary: checks.text('summary', fields.summary, {
      max: SERVICE_LIMITS.summary,
      required: true,
      lines: true,
    }),
    request: text('request', { required: true, lines: true }),
    customerSaid: text('customerSaid', { lines: true }),
    weSaid: text('weSaid', { required: true, lines: true }),
    agreedAt: checkAgreed(checks, 'agreedAt', agreedAt, heldAt),
    handler: text('handler', { required: true }),
  };
}
