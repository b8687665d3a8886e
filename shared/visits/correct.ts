/** `visit.correct`: a mistake is put right with a reason; the log names every field (DOMAIN §2). */
import { refuse, type Command, type Context } from '../core/command';
import type { FieldChange } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { changesBetween, withLog } from '../core/log';
import { phoneKey } from '../core/phone';
import { DESK_ROLES } from '../core/roles';
import { businessDay } from '../core/time';
import { checkFields, fieldsOf, type CleanFields, type VisitFields } from './fields';
import { bodyOf } from './register';
import { moved } from './rules';
import { LIMITS, type Visit, type VisitBody, type VisitStatus } from './schema';
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
      const checked = checkFields({ ...fieldsOf(visit.body), ...changed }, clockOf(visit, context));
      const checks = new Checks();
      const reason = checks.text('reason', typed, { max: LIMITS.reason, required: true });
      if (!checked.ok || checks.refusals.length > 0)
        return refuse(...(checked.ok ? [] : checked.refusals), ...checks.refusals);
      const { clean } = checked;
      if (businessDay(clean.timeIn, context.settings.cutOffHour) !== visit.day)
        return refuse({ field: 'timeIn', code: 'timeInOtherDay' });
      const next = corrected(visit.body, clean, 'signature' in changed, context);
      const changes = changesBetween(loggedFields(visit.body), loggedFields(next), LOGGED);
      if (changes.length === 0) return refuse({ code: 'nothingChanged' });
      const why = { reason, changes: clean.under14 ? erased(changes) : changes };
      const body = withLog(next, context, 'visit.correct', why);
      const status = statusAfter(visit.status, clean.timeOut);
      return acceptVisit({ ...moved(visit, status, body, context.settings), key: phoneKey(clean.phone) });
    }),
};

/** The body with the cleaned fields; a transfer to the same department and an old signature stay as they were. */
function corrected(before: VisitBody, clean: CleanFields, signedAnew: boolean, context: Context): VisitBody {
  const { transferDepartment: department, guardian } = clean;
  const kept =
    before.transfer?.department === department ? before.transfer : startTransfer(department, context);
  const transfer = clean.outcome === 'handedOver' ? kept : null;
  const next = { ...before, ...bodyOf(clean, transfer, before.stillHereAt) };
  if (signedAnew || !guardian || !before.guardian) return next;
  return { ...next, guardian: { ...guardian, signature: before.guardian.signature } };
}

/** A clock set back must not make times refused that are stored already. */
function clockOf(visit: Visit, context: Context): Context {
  const now = [context.now, visit.body.timeIn, visit.body.timeOut].sort().at(-1) ?? context.now;
  return { ...context, now };
}

function statusAfter(status: VisitStatus, timeOut: string): VisitStatus {
  if (timeOut !== '') return 'left';
  return status === 'leftUnrecorded' ? status : 'onSite';
}

function erased(changes: readonly FieldChange[]): readonly FieldChange[] {
  return changes.map((change) =>
    ERASED_FOR_CHILDREN.includes(change.field) ? { ...change, from: null } : change,
  );
}

/** What the log compares; of a signature only how it was given, or its archive number. */
function loggedFields(body: VisitBody): Omit<VisitFields, 'signature'> & { readonly signature: string } {
  const fields = fieldsOf(body);
  const { signature } = fields;
  return { ...fields, signature: signature.mode === 'paper' ? signature.archiveNo : signature.mode };
}

/** In the order of the form, which is the order of the log. */
const LOGGED = [
  'under14',
  'name',
  'phone',
  'guardianName',
  'signature',
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
