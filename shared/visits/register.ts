/** `visit.register`: a visitor comes in (DOMAIN §3.1). */
import { accept, refuse, type Command } from '../core/command';
import { withLog } from '../core/log';
import { phoneKey } from '../core/phone';
import { DESK_ROLES } from '../core/roles';
import { addDays, businessDay } from '../core/time';
import { checkFields, type CleanFields, type VisitFields } from './fields';
import { visitDueAt } from './rules';
import type { Transfer, Visit, VisitBody } from './schema';
import { readVisit } from './state';
import { startTransfer } from './transfer';

export interface RegisterVisit {
  readonly id: string;
  readonly fields: VisitFields;
}

/** A visit may be entered late, up to the business day before; it takes that day's number. */
export const registerVisit: Command<RegisterVisit> = {
  type: 'visit.register',
  roles: DESK_ROLES,
  reads: ({ id }) => readVisit(id),
  decide: ({ id, fields }, loaded, context) => {
    if (loaded.visit?.length) return refuse({ code: 'recordExists' });
    const checked = checkFields(fields, context);
    if (!checked.ok) return refuse(...checked.refusals);
    const { clean } = checked;
    const day = businessDay(clean.timeIn, context.settings.cutOffHour);
    if (day < addDays(context.day, -1)) return refuse({ field: 'timeIn', code: 'timeInTooEarly' });
    const transfer = clean.outcome === 'handedOver' ? startTransfer(clean.transferDepartment, context) : null;
    const body = withLog(bodyOf(clean, transfer, ''), context, 'visit.register');
    const status = clean.timeOut === '' ? 'onSite' : 'left';
    const { desk, actor, now: at, settings } = context;
    const doc: Omit<Visit, 'ver'> = {
      id,
      kind: 'visit',
      status,
      day,
      dueAt: visitDueAt(status, day, body, settings),
      desk,
      by: actor.id,
      at,
      key: phoneKey(clean.phone),
      body,
    };
    return accept({ collection: 'visits', doc, number: 'visit' });
  },
};

/** A visit's body of cleaned fields; the transfer and the closing-time answer come from elsewhere. */
export function bodyOf(clean: CleanFields, transfer: Transfer | null, stillHereAt: string): VisitBody {
  const { under14: _under14, transferDepartment: _department, ...stored } = clean;
  return { v: 1, ...stored, transfer, stillHereAt };
}
