/** `visit.import`: a part of a paper register as one act, whole or not at all (leads and administrators). */
import { accept, refuse, type Command, type Context, type Refusal } from '../core/command';
import type { ImportMark } from '../core/imported';
import { withLog } from '../core/log';
import { phoneKey } from '../core/phone';
import { keptSince } from '../core/retention';
import { IMPORT_ROLES } from '../core/roles';
import { businessDay } from '../core/time';
import { checkFields, type VisitFields } from './fields';
import { bodyOf } from './register';
import { visitDueAt } from './rules';
import type { Visit, VisitBody } from './schema';

/** One row of the paper register. */
export interface ImportedVisit {
  readonly id: string;
  /** Row of the file. */
  readonly line: number;
  /** Number in the paper register, or ''. */
  readonly no: string;
  readonly fields: VisitFields;
}

export interface ImportVisits extends Pick<ImportMark, 'batch' | 'file'> {
  readonly rows: readonly ImportedVisit[];
}

const ACT = 'visit.import';

/** What makes two visits the same: who came at which minute, or the number in the paper register of the day. */
export function visitPrints(
  { name, phone, timeIn }: Pick<VisitBody, 'name' | 'phone' | 'timeIn'>,
  no: string,
): readonly string[] {
  const who = `${timeIn.slice(0, 16)} ${name.replace(/\s/gu, '')} ${phoneKey(phone)}`;
  return no === '' ? [who] : [who, `${timeIn.slice(0, 10)} № ${no}`];
}

/** The prints of a stored visit; a void one stands in nobody's way. */
export function printsOfVisit({ status, body }: Visit): readonly string[] {
  return status === 'void' ? [] : visitPrints(body, body.imported?.no ?? '');
}

/** A visit of the paper register as a record: it is over, and counts on its own day. */
export function visitOf(
  { id, line, no, fields }: ImportedVisit,
  { batch, file }: Pick<ImportMark, 'batch' | 'file'>,
  context: Context,
):
  | { readonly ok: true; readonly doc: Omit<Visit, 'ver'> }
  | { readonly ok: false; readonly refusals: readonly Refusal[] } {
  const { desk, actor, now: at, settings } = context;
  const checked = checkFields(fields, context);
  if (!checked.ok) return checked;
  const { clean } = checked;
  const day = businessDay(clean.timeIn, settings.cutOffHour);
  const oldest = keptSince(context.day, settings.retentionMonths);
  if (day < oldest)
    return { ok: false, refusals: [{ field: 'day', code: 'paperTooOld', params: { day: oldest } }] };
  const status = clean.timeOut === '' ? 'leftUnrecorded' : 'left';
  const body: VisitBody = {
    ...withLog(bodyOf(clean, null, ''), context, ACT),
    imported: { batch, file, row: line, no },
  };
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
  return { ok: true, doc };
}

/** Rows that came into the register since the preview are passed over. Refusals carry the file's row as their field. */
export const importVisits: Command<ImportVisits> = {
  type: ACT,
  roles: IMPORT_ROLES,
  reads: ({ rows }, { settings }) => {
    const days = rows.map(({ fields }) => businessDay(fields.timeIn, settings.cutOffHour)).sort();
    return [
      { name: 'self', collection: 'visits', ids: rows.map(({ id }) => id) },
      { name: 'days', collection: 'visits', index: 'day', from: [days[0] ?? ''], to: [days.at(-1) ?? ''] },
    ];
  },
  decide: ({ rows, batch, file }, loaded, context) => {
    const stored = new Set(
      (loaded.days ?? [])
        .filter((doc): doc is Visit => doc.kind === 'visit')
        .flatMap((visit) => printsOfVisit(visit)),
    );
    const made = rows.map((row) => ({ row, ...visitOf(row, { batch, file }, context) }));
    const refusals = made.flatMap((one) =>
      one.ok ? [] : one.refusals.map((refusal) => ({ ...refusal, field: String(one.row.line) })),
    );
    if (refusals.length > 0) return refuse(...refusals);
    const docs = made.flatMap((one) => (one.ok ? [one.doc] : []));
    return accept(
      ...docs
        .filter(({ body }) => !visitPrints(body, body.imported?.no ?? '').some((print) => stored.has(print)))
        .map((doc) => ({ collection: 'visits' as const, doc, number: 'visit' as const })),
    );
  },
};
