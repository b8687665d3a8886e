/** `till.handOver`, `till.seal` and the first count of a blind close: one entry closes a session, once (DOMAIN §6). */
import {
  accept,
  refuse,
  type Command,
  type Context,
  type Decision,
  type Loaded,
  type Read,
} from '../core/command';
import { NEVER_DUE, type Envelope } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES, hasRole } from '../core/roles';
import { booksOf } from '../ledger/books';
import { newEntry } from '../ledger/entry';
import type { StaffMark } from '../signatures/signature';
import { checkClose, checkCount, type CloseFields } from './close-fields';
import { closeId, countId } from './ids';
import { loadedTill, readTill, sessionHere } from './reads';
import { LIMITS, type TillCount } from './schema';
import { nearestShift } from './shift';
import { holderOf, type Till } from './till';

interface OfSession {
  /** The session that was counted. */
  readonly session: string;
}

/** Session, what may have closed it already, and its blind count. */
function readsOf({ session }: OfSession, context: Context): readonly Read[] {
  const no = booksOf(context).sessions[session]?.no ?? '';
  return [
    ...readTill(session),
    { name: 'closing', collection: 'ledger', ids: [closeId(no)] },
    { name: 'count', collection: 'stockDocuments', ids: [countId(no)] },
  ];
}

/** Decides on the desk's open session; closed, foreign or unknown ones are refused. */
function onOpen(
  { session }: OfSession,
  loaded: Loaded,
  context: Context,
  decide: (till: Till, checks: Checks) => Decision | null,
): Decision {
  const till = loadedTill(session, loaded);
  if (!till || till.closing || loaded.closing?.length || sessionHere(context) !== session)
    return refuse({ code: 'sessionClosed' });
  const checks = new Checks();
  const decision = decide(till, checks);
  return checks.refusals.length > 0 || !decision ? refuse(...checks.refusals) : decision;
}

/** The mark of a colleague whose PIN was given in this act, or null with a refusal. */
function pinOf(checks: Checks, field: string, staff: string, context: Context): StaffMark | null {
  const found = context.witnesses.find((one) => one.staff === staff);
  if (!found) checks.refuse(field, 'pinMissing');
  return found ? { staff: found.staff, name: found.name, at: found.at } : null;
}

export interface HandOverTill extends OfSession, CloseFields {
  /** Staff id of the colleague who takes over, by PIN. */
  readonly taking: string;
  /** '' means the shift that begins nearest to now. */
  readonly shift: string;
}

/** Nobody hands over to themselves, also not over a colleague's sign-in. */
function takingOf(checks: Checks, taking: string, till: Till, context: Context): StaffMark | null {
  if (taking === '') checks.refuse('taking', 'takingMissing');
  else if (taking === context.actor.id || taking === holderOf(till).staff)
    checks.refuse('taking', 'handoverToSelf');
  else {
    const mark = pinOf(checks, 'taking', taking, context);
    const roles = context.witnesses.find(({ staff }) => staff === taking)?.roles ?? [];
    if (mark && !hasRole(roles, DESK_ROLES)) checks.refuse('taking', 'takingNotDesk');
    return mark;
  }
  return null;
}

export const handOverTill: Command<HandOverTill> = {
  type: 'till.handOver',
  roles: DESK_ROLES,
  books: true,
  reads: readsOf,
  decide: (input, loaded, context) =>
    onOpen(input, loaded, context, (till, checks) => {
      const close = checkClose(checks, input, till, loaded, context);
      const taking = takingOf(checks, input.taking, till, context);
      const shift =
        checks.text('shift', input.shift, { max: LIMITS.shift }) ||
        nearestShift(context.settings.shifts, context.now);
      if (!close || !taking) return null;
      const doc = newEntry(
        closeId(close.sessionNo),
        'tillHandover',
        'till.handOver',
        { ...close, taking, shift },
        context,
        till.id,
      );
      return accept({ collection: 'ledger', doc, number: 'tillSession' });
    }),
};

export interface SealTill extends OfSession, CloseFields {
  readonly sealNo: string;
  readonly safe: string;
  /** Staff id of the witness, by PIN. */
  readonly witness: string;
}

export const sealTill: Command<SealTill> = {
  type: 'till.seal',
  roles: DESK_ROLES,
  books: true,
  reads: readsOf,
  decide: (input, loaded, context) =>
    onOpen(input, loaded, context, (till, checks) => {
      const close = checkClose(checks, input, till, loaded, context);
      const sealNo = checks.text('sealNo', input.sealNo, { max: LIMITS.number, required: true });
      const safe = checks.text('safe', input.safe, { max: LIMITS.safe, required: true });
      let witness: StaffMark | null = null;
      if (input.witness === '') checks.refuse('witness', 'secondStaffMissing');
      else if (input.witness === context.actor.id) checks.refuse('witness', 'sameStaff');
      else witness = pinOf(checks, 'witness', input.witness, context);
      if (!close || !witness) return null;
      const doc = newEntry(
        closeId(close.sessionNo),
        'tillSeal',
        'till.seal',
        { ...close, sealNo, safe, witness },
        context,
        till.id,
      );
      return accept({ collection: 'ledger', doc });
    }),
};

export type CountTill = OfSession & Pick<CloseFields, 'pieces' | 'totals'>;

/** Commits the count of a blind close; what was expected is shown only after it. */
export const countTill: Command<CountTill> = {
  type: 'till.count',
  roles: DESK_ROLES,
  books: true,
  reads: readsOf,
  decide: (input, loaded, context) =>
    onOpen(input, loaded, context, (till, checks) => {
      if (loaded.count?.length) return refuse({ code: 'countedAlready' });
      const count = checkCount(checks, input, till, context);
      if (!count) return null;
      const { now, day, desk, actor } = context;
      const body = withLog({ v: 1, session: till.id, ...count }, context, 'till.count');
      const doc: Omit<TillCount, 'ver'> = {
        id: countId(till.opening.body.no ?? ''),
        kind: 'tillCount',
        status: 'counted',
        day,
        dueAt: NEVER_DUE,
        desk,
        by: actor.id,
        at: now,
        key: '',
        body,
      };
      return accept({ collection: 'stockDocuments', doc: doc satisfies Omit<Envelope, 'ver'> });
    }),
};
