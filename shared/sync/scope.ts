/**
 * What of the club's records a person may see in the browser (DESIGN §4, "Web view"): by role the kinds, of these what is
 * open or at most 90 days old, and in them no phone, plate, identity or signature that the role does not need. Whatever
 * is named nowhere here leaves the endpoint for nobody.
 */
import { NEVER_DUE, type CollectionName, type Envelope } from '../core/envelope';
import type { Role } from '../core/roles';
import { addDays } from '../core/time';
import { isComplaint } from '../complaints/schema';
import { departmentsOf } from '../complaints/state';
import { standingOf } from '../complaints/standing';
import { UNSOLVED } from '../complaints/table';
import type { FoundItem } from '../lost-property/schema';
import type { Visit } from '../visits/schema';
import type { WorkOrder } from '../work-orders/schema';
import { isUnfinished, liveParts } from '../work-orders/state';
import { canonical, digestOf } from './canonical';
import { isConflict } from './conflict';
import { KIND_ROLES } from './kinds';
import { withoutPrivate, type Private } from './private-fields';

/** Roles of the web view. What else somebody is counts at a desk only. */
export const WEB_ROLES = ['finance', 'hr', 'manager', 'handler'] as const satisfies readonly Role[];
export type WebRole = (typeof WEB_ROLES)[number];

/** The roles of somebody that count in the browser. */
export const webRolesOf = (roles: readonly Role[]): readonly WebRole[] =>
  WEB_ROLES.filter((role) => roles.includes(role));

/** Days a closed record stays in sight. */
export const SCOPE_DAYS = 90;
/** Raised with every change of the rules below, so that browsers load anew. */
const RULES = 5;

/** Whom the scope is for. */
export interface Viewer {
  readonly roles: readonly Role[];
  /** Department ids a handler answers for. */
  readonly departments: readonly string[];
}

/** Private fields that stay in a record, or null when it is none of the role's business. */
type View = (doc: Envelope, viewer: Viewer) => readonly Private[] | null;
type Views = Readonly<Partial<Record<CollectionName, Readonly<Record<string, View>>>>>;

const ALL: readonly Private[] = ['phone', 'plate', 'identity', 'signature', 'hidden'];
const bare: View = () => [];
const withPhone: View = () => ['phone'];
const signed: View = () => ['signature'];
const whole: View = () => ALL;

/** Kinds that never leave for a browser: PINs, and what somebody noted for themselves alone. */
const AT_DESKS_ONLY: readonly string[] = ['credential', 'memo'];

/** A ticket shows records whole: one about such a record is for the desks alone. */
const withoutCredential: View = (doc) =>
  isConflict(doc) && doc.body.pairs.every(({ kept }) => !AT_DESKS_ONLY.includes(kept.kind)) ? ALL : null;

const everything: Views = Object.fromEntries(
  Object.entries(KIND_ROLES).map(([collection, kinds]) => [
    collection,
    Object.fromEntries(
      Object.keys(kinds)
        .filter((kind) => !AT_DESKS_ONLY.includes(kind))
        .map((kind) => [kind, kind === 'syncConflict' ? withoutCredential : whole]),
    ),
  ]),
);

/** The club as every page needs it: who is who, and the settings. */
const club = { desk: bare, department: bare, settings: bare, staff: bare };

const ledger = Object.fromEntries(Object.keys(KIND_ROLES.ledger).map((kind) => [kind, bare]));

/**
 * HR keeps what came to it, and must reach owner and finder. Of what the desk still holds it sees what will come: no
 * person's data, no mark that tests a claimant.
 */
const forHr: View = (doc) => {
  const { status, body } = doc as FoundItem;
  if (body.events.some(({ type }) => type === 'handedOver')) return ALL;
  return status === 'held' ? [] : null;
};

/** A handler sees the matters of their department, and the phone while an answer is due. */
const ofDepartment: View = (doc, { departments }) => {
  const { transfer } = (doc as Visit).body;
  if (!transfer || !departments.includes(transfer.department)) return null;
  return transfer.answeredAt === '' ? ['phone'] : [];
};

/** An order with a part of their department, and the customer's phone until that part is done. */
const ofPart: View = (doc, { departments }) => {
  const mine = liveParts((doc as WorkOrder).body).filter(({ department }) =>
    departments.includes(department),
  );
  if (mine.length === 0) return null;
  return doc.status === 'open' && mine.some(isUnfinished) ? ['phone'] : [];
};

/** A complaint of one of the handler's departments; the phone while it is theirs to solve. */
const complaintOfDepartment: View = (doc, { departments }) => {
  if (!isComplaint(doc)) return null;
  const theirs = departmentsOf(doc);
  if (!departments.some((department) => theirs.has(department))) return null;
  const given = standingOf(doc.body).assignment?.handler.department ?? '';
  return departments.includes(given) && UNSOLVED.includes(doc.status) ? ['phone'] : [];
};

const VIEWS: Readonly<Record<WebRole, Views>> = {
  manager: everything,
  finance: {
    products: { product: bare },
    stockDocuments: {
      count: bare,
      countLine: bare,
      cashCheck: bare,
      purchaseOrder: bare,
      monthDeclaration: bare,
      monthTreatments: bare,
    },
    // Who received a deposit signed for it; customers' signatures are the desk's.
    ledger: { ...ledger, deposit: signed, depositReceived: signed },
    // Debtors and suppliers are called.
    directory: { ...club, account: withPhone, supplier: withPhone },
  },
  hr: {
    // Phones of who was told stay with the desk and the manager.
    tickets: { inspection: bare },
    lostItems: { foundItem: forHr, lossReport: withPhone, handover: signed },
    roster: {
      duty: bare,
      rosterPeriod: bare,
      leave: bare,
      swap: bare,
      punch: bare,
      explanation: bare,
      attendanceMark: bare,
    },
    directory: { ...club, staff: withPhone },
  },
  handler: {
    visits: { visit: ofDepartment },
    tickets: { complaint: complaintOfDepartment, workOrder: ofPart },
    directory: club,
  },
};

/** Open states that have no due time of their own. A visit is never open for long: every evening asks about it. */
const OPEN_STATUSES = new Map<string, readonly string[]>(
  Object.entries({
    talk: ['open', 'returned', 'approved', 'solved'],
    workOrder: ['open', 'confirmed'],
    enquiry: ['open'],
    followUp: ['planned'],
    followUpPlan: ['active'],
    servicePaper: ['active'],
    foundItem: ['held', 'handedOver'],
    lossReport: ['open', 'matched'],
    count: ['counting', 'submitted'],
    purchaseOrder: ['draft', 'approved', 'ordered'],
    customerOrder: ['open', 'arrived'],
    task: ['given', 'accepted', 'done'],
    note: ['open'],
    incident: ['open'],
    inspection: ['open'],
  }),
);

/** Collections without age: products and the club itself. */
const STANDING: readonly CollectionName[] = ['products', 'directory'];

function isCurrent(collection: CollectionName, doc: Envelope, today: string): boolean {
  return (
    STANDING.includes(collection) ||
    doc.dueAt !== NEVER_DUE ||
    (OPEN_STATUSES.get(doc.kind)?.includes(doc.status) ?? false) ||
    doc.day >= addDays(today, -SCOPE_DAYS)
  );
}

/** What a store can tell of the current records without reading them: every one of them is among what this finds. */
export function currentSearch(
  collection: CollectionName,
  today: string,
): { readonly since: string; readonly statuses: readonly string[] } | null {
  if (STANDING.includes(collection)) return null;
  const open = [...OPEN_STATUSES].filter(([kind]) => Object.hasOwn(KIND_ROLES[collection], kind));
  return {
    since: addDays(today, -SCOPE_DAYS),
    statuses: [...new Set(open.flatMap(([, statuses]) => statuses))],
  };
}

/** True when some record of a kind may be in the viewer's scope. */
export function mayHold({ roles }: Viewer, collection: CollectionName, kind: string): boolean {
  return webRolesOf(roles).some((role) => Object.hasOwn(VIEWS[role][collection] ?? {}, kind));
}

/** The record as the viewer may see it on a business day, or null. */
export function scoped(
  viewer: Viewer,
  collection: CollectionName,
  doc: Envelope,
  today: string,
): Envelope | null {
  if (!isCurrent(collection, doc, today)) return null;
  const kept = webRolesOf(viewer.roles)
    .filter((role) => Object.hasOwn(VIEWS[role][collection] ?? {}, doc.kind))
    .map((role) => VIEWS[role][collection]?.[doc.kind]?.(doc, viewer) ?? null)
    .filter((keeps) => keeps !== null);
  return kept.length === 0 ? null : withoutPrivate(collection, doc, new Set(kept.flat()));
}

/** Books go back years: these roles may ask for older ones, which come without any private field. */
const HISTORY_ROLES: readonly WebRole[] = ['finance', 'manager'];
const HISTORY: readonly CollectionName[] = ['ledger', 'stockDocuments'];
/** Photos are asked for with the record they belong to, which must be in sight. */
const PHOTO_ROLES: readonly WebRole[] = ['hr', 'manager'];

/** True when the viewer may ask for records of a collection that their browser does not hold. */
export function mayAskBack({ roles }: Viewer, collection: CollectionName): boolean {
  if (collection === 'attachments') return PHOTO_ROLES.some((role) => roles.includes(role));
  return HISTORY.includes(collection) && HISTORY_ROLES.some((role) => roles.includes(role));
}

/**
 * The record of the books as the viewer gets it when they ask for it, however old it is; null when it is none of their
 * business.
 */
export function scopedBack(
  viewer: Viewer,
  collection: CollectionName,
  doc: Envelope,
  today: string,
): Envelope | null {
  if (!HISTORY.includes(collection) || !mayAskBack(viewer, collection)) return null;
  if (!mayHold(viewer, collection, doc.kind)) return null;
  return scoped(viewer, collection, doc, today) ?? withoutPrivate(collection, doc, new Set());
}

/** A value that differs when what a person may see does: the browser then loads anew. */
export function scopeValue({ roles, departments }: Viewer, epoch: string): string {
  return digestOf(canonical([RULES, epoch, webRolesOf(roles), [...departments].sort()]));
}
