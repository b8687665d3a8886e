/** Planning calls (DOMAIN §3.7): one by hand or from a matter, or the month's list of a department in one act. */
import { accept, refuse, type Command, type Context, type Read, type Write } from '../core/command';
import type { CollectionName, Envelope } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES, hasRole } from '../core/roles';
import { addDays } from '../core/time';
import type { Staff } from '../directory/schema';
import { checkDepartment, readDepartment } from '../service/department';
import { linkChild, originOf, prefillFrom } from '../service/origin';
import { checkParty } from '../service/party';
import { LIMITS, type Origin, type Party } from '../service/schema';
import { FOLLOW_UP_LIMITS, type FollowUp, type FollowUpBody } from './schema';
import { MOST_AHEAD_DAYS, MOST_LATE_DAYS, callBy, followUpDueAt, whyNot } from './state';

/** As a form holds them. */
export interface FollowUpFields {
  readonly name: string;
  readonly phone: string;
  readonly identity: string;
  readonly memberNo: string;
  readonly summary: string;
  /** Department id, or ''. */
  readonly department: string;
  /** Business day. */
  readonly plannedFor: string;
  /** Staff id of who calls. */
  readonly responsible: string;
}

/** A blank form. */
export const emptyFollowUp = (responsible: string, plannedFor: string): FollowUpFields => ({
  name: '',
  phone: '',
  identity: '',
  memberNo: '',
  summary: '',
  department: '',
  plannedFor,
  responsible,
});

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Refuses a planned day that is none, long gone or too far ahead. */
export function checkPlannedFor(checks: Checks, day: string, today: string): string {
  if (!DAY.test(day)) checks.refuse('plannedFor', 'required');
  else if (day < addDays(today, -MOST_LATE_DAYS))
    checks.refuse('plannedFor', 'plannedTooEarly', { days: MOST_LATE_DAYS });
  else if (day > addDays(today, MOST_AHEAD_DAYS))
    checks.refuse('plannedFor', 'plannedTooLate', { days: MOST_AHEAD_DAYS });
  return day;
}

/** The customer and the matter, cleaned. */
export function checkMatter(
  checks: Checks,
  fields: Omit<FollowUpFields, 'responsible' | 'plannedFor'>,
): { readonly customer: Party; readonly summary: string; readonly department: string } {
  return {
    customer: checkParty(checks, fields),
    summary: checks.text('summary', fields.summary, { max: LIMITS.summary, required: true, lines: true }),
    department: fields.department,
  };
}

const readStaff = (id: string): Read => ({
  name: 'staff',
  collection: 'directory',
  ids: id === '' ? [] : [id],
});

function checkResponsible(checks: Checks, id: string, staff: readonly Envelope[] | undefined): void {
  const person = staff?.find((doc): doc is Staff => doc.kind === 'staff' && doc.id === id);
  if (id === '') checks.refuse('responsible', 'required');
  else if (person?.status !== 'active') checks.refuse('responsible', 'colleagueGone');
  else if (!hasRole(person.body.roles, DESK_ROLES)) checks.refuse('responsible', 'colleagueNotAtDesk');
}

interface Planned {
  readonly id: string;
  readonly customer: Party;
  readonly summary: string;
  readonly department: string;
  readonly plannedFor: string;
  readonly responsible: string;
  readonly origin: Origin | null;
}

function newFollowUp(
  { id, responsible, ...planned }: Planned,
  context: Context,
  act: string,
): Omit<FollowUp, 'ver'> {
  const { settings, day, desk, actor, now: at } = context;
  const body: FollowUpBody = {
    v: 1,
    ...planned,
    children: [],
    handOvers: [],
    nextAt: callBy(planned.plannedFor, settings),
    attempts: [],
    outcome: '',
    satisfaction: '',
    answer: '',
    opinion: '',
    doneAt: '',
    doneBy: '',
  };
  return {
    id,
    kind: 'followUp',
    status: 'planned',
    day,
    dueAt: followUpDueAt('planned', body),
    desk,
    by: actor.id,
    at,
    key: responsible,
    body: withLog(body, context, act),
  };
}

export interface PlanFollowUp {
  readonly id: string;
  readonly fields: FollowUpFields;
  /** The matter it is about, or null. */
  readonly origin: Pick<Origin, 'collection' | 'id'> | null;
}

/** `followUp.plan`. A matter that is not answered, a complaint, and one already followed up are refused. */
export const planFollowUp: Command<PlanFollowUp> = {
  type: 'followUp.plan',
  roles: DESK_ROLES,
  reads: ({ id, fields, origin }) => [
    { name: 'followUp', collection: 'tickets', ids: [id] },
    readStaff(fields.responsible),
    readDepartment(fields.department),
    ...(origin ? [{ name: 'origin', collection: origin.collection, ids: [origin.id] }] : []),
  ],
  decide: ({ id, fields, origin }, loaded, context) => {
    if (loaded.followUp?.length) return refuse({ code: 'recordExists' });
    const parent = loaded.origin?.[0];
    if (origin && !parent) return refuse({ code: 'notFound' });
    const why = parent ? whyNot(parent) : null;
    if (why) return refuse({ code: why });
    const checks = new Checks();
    const matter = checkMatter(checks, fields);
    checkDepartment(checks, fields.department, loaded);
    const plannedFor = checkPlannedFor(checks, fields.plannedFor, context.day);
    checkResponsible(checks, fields.responsible, loaded.staff);
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const doc = newFollowUp(
      {
        id,
        ...matter,
        plannedFor,
        responsible: fields.responsible,
        origin: parent && origin ? originOf(origin.collection, parent) : null,
      },
      context,
      'followUp.plan',
    );
    return accept(
      { collection: 'tickets', doc, number: 'followUp' },
      ...linkChild(parent, doc, context, 'followUp.plan'),
    );
  },
};

export interface MakeCallList {
  /** Department the calls count for; '' keeps each matter's own. */
  readonly department: string;
  readonly plannedFor: string;
  /** Staff id of who calls. */
  readonly responsible: string;
  /** New ids with the matters the calls are about. */
  readonly items: readonly {
    readonly id: string;
    readonly collection: CollectionName;
    readonly origin: string;
  }[];
}

/** Collections a call may grow from. */
const SOURCES = ['tickets', 'visits', 'ledger'] as const satisfies readonly CollectionName[];

/** `followUp.list`: all ticked calls, or none. */
export const makeCallList: Command<MakeCallList> = {
  type: 'followUp.list',
  roles: DESK_ROLES,
  reads: ({ items, responsible, department }) => [
    { name: 'followUps', collection: 'tickets', ids: items.map(({ id }) => id) },
    readStaff(responsible),
    readDepartment(department),
    ...SOURCES.map((collection): Read => ({
      name: collection,
      collection,
      ids: items.filter((item) => item.collection === collection).map(({ origin }) => origin),
    })),
  ],
  decide: ({ department, plannedFor, responsible, items }, loaded, context) => {
    if (loaded.followUps?.length) return refuse({ code: 'recordExists' });
    const checks = new Checks();
    const max = FOLLOW_UP_LIMITS.list;
    if (items.length === 0) checks.refuse('items', 'nobodyTicked');
    else if (items.length > max) checks.refuse('items', 'badNumber', { min: 1, max });
    checkDepartment(checks, department, loaded);
    checkPlannedFor(checks, plannedFor, context.day);
    checkResponsible(checks, responsible, loaded.staff);
    const writes: Write[] = [];
    const seen = new Set<string>();
    for (const { id, collection, origin } of items) {
      const parent = loaded[collection]?.find((doc) => doc.id === origin);
      const prefill = parent && prefillFrom(parent, context.settings);
      if (!parent || !prefill) checks.refuse('items', 'notFound');
      else {
        const why = seen.has(origin) ? 'alreadyFollowUp' : whyNot(parent);
        if (why) checks.refuse('items', why);
        else if (prefill.customer.name === '') checks.refuse('items', 'customerUnknown');
        seen.add(origin);
        const doc = newFollowUp(
          {
            id,
            ...prefill,
            department: department || prefill.department,
            plannedFor,
            responsible,
            origin: originOf(collection, parent),
          },
          context,
          'followUp.list',
        );
        writes.push(
          { collection: 'tickets', doc, number: 'followUp' },
          ...linkChild(parent, doc, context, 'followUp.list'),
        );
      }
    }
    return checks.refusals.length > 0 ? refuse(...checks.refusals) : accept(...writes);
  },
};
