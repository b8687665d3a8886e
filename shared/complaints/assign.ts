/** `complaint.assign` and `complaint.reassign`: who handles it, by authority or by a lead's reason (DOMAIN §3.4). */
import { refuse, type Command, type Context, type Decision, type Loaded, type Read } from '../core/command';
import { Checks } from '../core/field-checks';
import { proposeHandler, sameHandler } from './authority';
import { LIMITS, type Handler } from './schema';
import { standingOf } from './standing';
import { acceptEvent, checkDepartment, decideOn, departmentsIn, leadBehind, readComplaint } from './state';
import { TABLE } from './table';

export interface AssignComplaint {
  readonly id: string;
  readonly kind: Handler['kind'];
  /** Department id of `department`. */
  readonly department: string;
  readonly person: string;
  /** Why another than the one proposed by authority. */
  readonly reason: string;
}

/** All departments: which one a complaint belongs to by authority is told by their names. */
const reads = ({ id }: AssignComplaint): readonly Read[] => [
  readComplaint(id),
  {
    name: 'departments',
    collection: 'directory',
    index: 'kind',
    from: ['department'],
    to: ['department'],
  },
];

function decide(
  input: AssignComplaint,
  loaded: Loaded,
  context: Context,
  type: 'assigned' | 'reassigned',
): Decision {
  return decideOn(loaded, context, type, (complaint) => {
    const checks = new Checks();
    const department = input.kind === 'department' ? input.department : '';
    const departments = departmentsIn(loaded);
    if (input.kind === 'department') checkDepartment(checks, 'department', department, departments, true);
    const handler: Handler = { kind: input.kind, department };
    const isProposed = sameHandler(handler, proposeHandler(complaint, departments).handler);
    const person = checks.text('person', input.person, { max: LIMITS.person });
    const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: !isProposed });
    const before = standingOf(complaint.body).assignment;
    const isSame = before !== null && sameHandler(before.handler, handler) && before.person === person;
    if (isSame) checks.refuse('person', 'nothingChanged');
    if (!isProposed && leadBehind(context) === null) checks.refuse('lead', 'leadMustConfirm');
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const act = type === 'assigned' ? 'complaint.assign' : 'complaint.reassign';
    const why = reason === '' ? {} : { reason };
    return acceptEvent(complaint, { type, handler, person, reason }, context, act, why);
  });
}

export const assignComplaint: Command<AssignComplaint> = {
  type: 'complaint.assign',
  roles: TABLE.assigned.who,
  reads,
  decide: (input, loaded, context) => decide(input, loaded, context, 'assigned'),
};

export const reassignComplaint: Command<AssignComplaint> = {
  type: 'complaint.reassign',
  roles: TABLE.reassigned.who,
  reads,
  decide: (input, loaded, context) => decide(input, loaded, context, 'reassigned'),
};
