/** `visit.correct`: a mistake is put right with a reason; the log names every field (DOMAIN §2). */
import { refuse, type Command, type Context } from '../core/command';
import type { FieldChange } from '../core/envelope';
import { changesBetween, withLog } from '../core/log';
import { phoneKey } from '../core/phone';
import { DESK_ROLES } from '../core/roles';
import { businessDay } from '../core/time';
import { checkFields, checkText, fieldsOf, type VisitFields } from './fields';
import { bodyOf } from './register';
import { moved } from './rules';
import type { Visit, VisitStatus } from './schema';
import { acceptVisit, decideOn, readVisit } from './state';
import { startTransfer } from './transfer';

export interface CorrectVisit {
  readonly id: string;
  /** Only what the clerk changed, so that what happened meanwhile (a sign-out, say) is not undone. */
  readonly changed: Partial<VisitFields>;
  readonly reason: string;
}

/** What is not kept of a child (DOMAIN §2) is not kept in the log either. */
const ERASED_FOR_CHILDREN: readonly string[] = ['name', 'phone', 'company', 'plate'];

export const correctVisit: Command<CorrectVisit> = {
  type: 'visit.correct',
  roles: DESK_ROLES,
  reads: ({ id }) => readVisit(id),
  decide: ({ changed, reason: typed }, loaded, context) =>
    decideOn(loaded, (visit) => {
      const before = fieldsOf(visit.body);
      const checked = checkFields({ ...before, ...changed }, clockOf(visit, context));
      const reason = checkText('reason', typed, { required: true });
      if (!checked.ok || 'code' in reason)
        return refuse(...(checked.ok ? [] : checked.refusals), ...('code' in reason ? [reason] : []));
      const { clean } = checked;
      if (businessDay(clean.timeIn, context.settings.cutOffHour) !== visit.day)
        return refuse({ field: 'timeIn', code: 'timeInOtherDay' });
      const changes = erase(
        changesBetween(before, { ...clean, consent: clean.under14 }, FIELDS),
        clean.under14,
      );
      if (changes.length === 0) return refuse({ code: 'nothingChanged' });

      const { transfer: old } = visit.body;
      const kept =
        old?.department === clean.transferDepartment ? old : startTransfer(clean.transferDepartment, context);
      const transfer = clean.outcome === 'handedOver' ? kept : null;
      const next = { ...visit.body, ...bodyOf(clean, transfer, visit.body.stillHereAt) };
      const body = withLog(next, context, 'visit.correct', { reason: reason.text, changes });
      const status = statusAfter(visit.status, clean.timeOut);
      return acceptVisit({ ...moved(visit, status, body, context.settings), key: phoneKey(clean.phone) });
    }),
};

/** A clock set back must not make times refused that are stored already. */
function clockOf(visit: Visit, context: Context): Context {
  const now = [context.now, visit.body.timeIn, visit.body.timeOut].sort().at(-1) ?? context.now;
  return { ...context, now };
}

function statusAfter(status: VisitStatus, timeOut: string): VisitStatus {
  if (timeOut !== '') return 'left';
  return status === 'leftUnrecorded' ? status : 'onSite';
}

function erase(changes: readonly FieldChange[], under14: boolean): readonly FieldChange[] {
  if (!under14) return changes;
  return changes.map((change) =>
    ERASED_FOR_CHILDREN.includes(change.field) ? { ...change, from: null } : change,
  );
}

/** In the order of the form, which is the order of the log. */
const FIELDS = [
  'under14',
  'name',
  'phone',
  'guardianName',
  'archiveNo',
  'people',
  'company',
  'department',
  'host',
  'purpose',
  'details',
  'plate',
  'badge',
  'timeIn',
  'timeOut',
  'receivedBy',
  'outcome',
  'transferDepartment',
  'remark',
] as const satisfies readonly (keyof VisitFields)[];
