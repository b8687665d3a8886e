/** What the endpoint checks of every row: it trusts no client (DESIGN §4, "Who is trusted"). */
import type { CollectionName, Envelope } from '../shared/core/envelope';
import { parseNumber } from '../shared/core/numbers';
import { hasRole, type Role } from '../shared/core/roles';
import { faultsOf } from '../shared/core/validate';
import type { Staff } from '../shared/directory/schema';
import { ERASE_ROLES } from '../shared/erasure/erase';
import { isErased } from '../shared/erasure/personal';
import { ERASE_ACT } from '../shared/erasure/schema';
import { canonical } from '../shared/sync/canonical';
import type { PushRow, Rejection } from '../shared/sync/contract';
import { FACTS, KIND_ROLES } from '../shared/sync/kinds';
import { IMMUTABLE } from '../shared/sync/merge';
import { broughtBy, type MayBring } from './foreign';
import { isPlain } from './plain';
import type { Desk, WriteRow } from './store/store';
import { writeRow } from './store/write-row';

/** Longest document accepted, in characters of its canonical text. */
const MAX_DOCUMENT = 2_000_000;

export type Checked = { readonly row: WriteRow } | { readonly rejected: Rejection };

/** Roles somebody had at an instant, out of the changes their own log keeps. */
export function rolesAt(staff: Staff, at: string): readonly Role[] {
  let roles = staff.body.roles;
  for (const { at: changedAt, changes } of [...(staff.body.log ?? [])].reverse()) {
    if (changedAt <= at) break;
    const change = changes?.find(({ field }) => field === 'roles');
    if (change && Array.isArray(change.from)) roles = change.from as Role[];
  }
  return roles;
}

function isDocument(value: unknown): value is Envelope & { readonly _deleted?: unknown } {
  return typeof value === 'object' && value !== null && typeof (value as Envelope).kind === 'string';
}

/** Rules that a row breaks: a code that refuses it, or that is only noted for a fact. */
function brokenRule(
  doc: Envelope,
  roles: readonly Role[],
  staff: ReadonlyMap<string, Staff>,
): Rejection | null {
  const by = staff.get(doc.body.log?.at(-1)?.by ?? doc.by) ?? staff.get(doc.by);
  if (!by) return 'unknownStaff';
  return hasRole(rolesAt(by, doc.body.log?.at(-1)?.at ?? doc.at), roles) ? null : 'roleNotAllowed';
}

/** True when somebody who may erase did, by the record's log. */
function mayErase(doc: Envelope, staff: ReadonlyMap<string, Staff>): boolean {
  return (doc.body.log ?? []).some(({ act, by, at }) => {
    const person = act === ERASE_ACT ? staff.get(by) : undefined;
    return person !== undefined && hasRole(rolesAt(person, at), ERASE_ROLES);
  });
}

/** Why a state cannot be a state of the stored record with its id; null when it can. */
export function otherRecord(doc: Envelope, stored: Envelope): Rejection | null {
  if (stored.desk !== doc.desk || stored.kind !== doc.kind || stored.day !== doc.day) return 'foreignDesk';
  return doc.body.no !== undefined && stored.body.no !== doc.body.no ? 'foreignNumber' : null;
}

/**
 * Checks one pushed row. `current` is the stored text of the id, if any; `staff` everybody known, those of the
 * same batch included; `brings` says which records of other desks are taken.
 */
export function checkRow(
  collection: CollectionName,
  { newDocumentState: state, assumedMasterState: assumed }: PushRow,
  current: string | undefined,
  desk: Desk,
  staff: ReadonlyMap<string, Staff>,
  brings: MayBring,
): Checked {
  const given: unknown = state;
  if (!isDocument(given)) return { rejected: 'malformed' };
  if (given._deleted !== false) return { rejected: 'deleted' };
  const { _deleted: _, ...doc } = given;
  const kinds = KIND_ROLES[collection];
  const roles = Object.hasOwn(kinds, doc.kind) ? kinds[doc.kind] : undefined;
  if (!roles) return { rejected: 'wrongCollection' };
  if (!isPlain(doc)) return { rejected: 'malformed' };
  if (faultsOf(collection, doc)) return { rejected: 'malformed' };
  const text = canonical(given);
  if (text.length > MAX_DOCUMENT) return { rejected: 'tooLarge' };
  const stored = current === undefined ? null : (JSON.parse(current) as Envelope);
  const brought = !stored && doc.desk !== desk.code;
  if (brought && !brings(doc)) return { rejected: 'foreignDesk' };
  const other = stored && otherRecord(doc, stored);
  if (other) return { rejected: other };
  if (doc.body.no !== undefined && parseNumber(doc.body.no)?.desk !== doc.desk)
    return { rejected: 'foreignNumber' };
  const erased = isErased(doc);
  const wasErased = stored !== null && isErased(stored);
  // What is erased for good takes the history along: only who may erase can do that, and it is in the record's own log.
  if (erased && !wasErased && !mayErase(doc, staff)) return { rejected: 'roleNotAllowed' };
  const broken = erased ? null : brokenRule(doc, roles, staff);
  if (broken && !FACTS.includes(collection)) return { rejected: broken };
  return {
    row: writeRow(
      doc,
      text,
      // What cannot be a stored state is one that no stored state equals; what never changes has no next state, and
      // what was erased none with personal data: the desk gets the erased one and puts the two together.
      assumed === undefined || IMMUTABLE.includes(collection) || !isPlain(assumed) || (wasErased && !erased)
        ? null
        : canonical(assumed),
      [...(broken ? [broken] : []), ...(brought ? [broughtBy(desk.code)] : [])],
    ),
  };
}
