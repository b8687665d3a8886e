/** `complaint.correct`: a mistake in what was received is put right with a reason, before archiving (DOMAIN §2). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { changesBetween, withLog } from '../core/log';
import { promisesFrom, restated } from './clocks';
import { checkReceived, fieldsOf, type ReceiveFields } from './receive-fields';
import { LIMITS } from './schema';
import { complaintIn, complaintWrite, departmentsIn, readComplaint, readDirectory } from './state';
import { DESK_ROLES } from '../core/roles';
import { standingOf } from './standing';
import { OPEN } from './table';

export interface CorrectComplaint {
  readonly id: string;
  /** Only what was changed, so that what happened meanwhile is not undone. */
  readonly changed: Partial<ReceiveFields>;
  readonly reason: string;
}

const FIELDS = [
  'customer',
  'channel',
  'receivedAt',
  'summary',
  'department',
  'wanted',
  'apologised',
  'reference',
] as const;

export const correctComplaint: Command<CorrectComplaint> = {
  type: 'complaint.correct',
  roles: DESK_ROLES,
  reads: ({ id, changed }) => [readComplaint(id), readDirectory('departments', changed.department ?? '')],
  decide: ({ id: _id, changed, reason: typed }, loaded, context) => {
    const complaint = complaintIn(loaded);
    if (!complaint) return refuse({ code: 'notFound' });
    if (!OPEN.includes(complaint.status))
      return refuse({ code: complaint.status === 'void' ? 'recordVoid' : 'complaintArchived' });
    const { body } = complaint;
    const checks = new Checks();
    const fields = { ...fieldsOf(complaint), ...changed };
    const part = checkReceived(checks, fields, departmentsIn(loaded), context, body);
    const reason = checks.text('reason', typed, { max: LIMITS.reason, required: true });
    // What was promised after a reopening runs from there; the first round's runs from the receipt.
    const isMoved = part.receivedAt !== body.receivedAt;
    const told = body.events.flatMap((event) =>
      'when' in event && event.type !== 'appointed' ? [event.when] : [],
    );
    if (isMoved && standingOf(body).round === 0 && told.some((when) => when < part.receivedAt))
      checks.refuse('receivedAt', 'afterAnswer');
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const changes = changesBetween(body, { ...body, ...part }, FIELDS);
    if (changes.length === 0) return refuse({ code: 'nothingChanged' });
    const promises = isMoved ? promisesFrom(part.receivedAt, context.settings) : body.promises;
    const next = withLog({ ...body, ...part, promises }, context, 'complaint.correct', { reason, changes });
    return accept(complaintWrite(restated({ ...complaint, body: next })));
  },
};
