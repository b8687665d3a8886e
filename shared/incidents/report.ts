/** Reporting an emergency, and correcting what was reported while it is open (DOMAIN §3.11). */
import {
  accept,
  refuse,
  type Command,
  type Context,
  type Decision,
  type Loaded,
  type Read,
} from '../core/command';
import { Checks } from '../core/field-checks';
import { changesBetween, withLog } from '../core/log';
import type { LogEntry } from '../core/envelope';
import type { Role } from '../core/roles';
import { contactsAt, distinct, notificationList, notificationReads } from './notification';
import { LIMITS, isIncident, type Incident, type IncidentBody, type IncidentStatus } from './schema';
import { incidentDueAt } from './state';

/** Anybody at a desk, and the manager. */
export const INCIDENT_ROLES: readonly Role[] = ['clerk', 'lead', 'manager'];

export interface IncidentFields {
  /** ISO instant; '' means now. */
  readonly occurredAt: string;
  readonly place: string;
  readonly what: string;
  readonly reporter: string;
  readonly level: string;
  readonly departments: readonly string[];
}

/** Asks for one incident by id. */
export const readIncident = (id: string): Read => ({ name: 'incident', collection: 'tickets', ids: [id] });

const readDepartments: Read = {
  name: 'departments',
  collection: 'directory',
  index: 'kind',
  from: ['department'],
  to: ['department'],
};

/** Decides on the loaded incident while it is open. */
export function whileOpen(loaded: Loaded, decide: (incident: Incident) => Decision): Decision {
  const incident = loaded.incident?.find(isIncident);
  if (!incident) return refuse({ code: 'notFound' });
  if (incident.status === 'void') return refuse({ code: 'recordVoid' });
  return incident.status === 'closed' ? refuse({ code: 'incidentClosed' }) : decide(incident);
}

/** The incident with a change, in a state, accepted. */
export function acceptIncident(
  incident: Incident,
  status: IncidentStatus,
  change: Partial<IncidentBody>,
  context: Context,
  act: string,
  why: Pick<LogEntry, 'reason' | 'changes'> = {},
): Decision {
  const body = withLog({ ...incident.body, ...change }, context, act, why);
  return accept({
    collection: 'tickets',
    doc: { ...incident, status, dueAt: incidentDueAt(status, body), body },
  });
}

type CleanFields = Pick<IncidentBody, 'occurredAt' | 'place' | 'what' | 'reporter' | 'level' | 'departments'>;

function checked(
  checks: Checks,
  fields: IncidentFields,
  loaded: Loaded,
  { now, settings }: Context,
): CleanFields {
  const known = new Set((loaded.departments ?? []).map(({ id }) => id));
  if (fields.departments.some((id) => !known.has(id))) checks.refuse('departments', 'departmentGone');
  return {
    occurredAt: checks.past('occurredAt', fields.occurredAt, now),
    place: checks.text('place', fields.place, { max: LIMITS.place, required: true }),
    what: checks.text('what', fields.what, { max: LIMITS.what, required: true, lines: true }),
    reporter: checks.text('reporter', fields.reporter, { max: LIMITS.reporter, required: true }),
    level: checks.choice('level', fields.level, settings.incidentLevels) ?? '',
    departments: [...new Set(fields.departments)],
  };
}

export interface ReportIncident {
  readonly id: string;
  readonly fields: IncidentFields;
}

/** `incident.report`: the notification list is made with it, of what this desk knows at that moment. */
export const reportIncident: Command<ReportIncident> = {
  type: 'incident.report',
  roles: INCIDENT_ROLES,
  reads: ({ id }, { day }) => [readIncident(id), readDepartments, ...notificationReads(day)],
  decide: ({ id, fields }, loaded, context) => {
    if (loaded.incident?.[0]) return refuse({ code: 'changedMeanwhile' });
    const checks = new Checks();
    const clean = checked(checks, fields, loaded, context);
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const body: IncidentBody = {
      v: 1,
      ...clean,
      people: notificationList(loaded, clean.level, clean.departments, context),
      calls: [],
      marks: [],
      measures: [],
      result: '',
      summary: '',
      closedAt: '',
      openReason: '',
    };
    const doc: Omit<Incident, 'ver'> = {
      id,
      kind: 'incident',
      status: 'open',
      day: context.day,
      dueAt: incidentDueAt('open', body),
      desk: context.desk,
      by: context.actor.id,
      at: context.now,
      key: context.actor.id,
      body: withLog(body, context, 'incident.report'),
    };
    return accept({ collection: 'tickets', doc, number: 'incident' });
  },
};

const FIELDS = ['occurredAt', 'place', 'what', 'reporter', 'level', 'departments'] as const;

/** `incident.correct`: a higher level or a further department brings its contacts onto the list; nobody leaves it. */
export const correctIncident: Command<ReportIncident> = {
  type: 'incident.correct',
  roles: INCIDENT_ROLES,
  reads: ({ id }) => [readIncident(id), readDepartments],
  decide: ({ fields }, loaded, context) =>
    whileOpen(loaded, (incident) => {
      const checks = new Checks();
      const clean = checked(checks, fields, loaded, context);
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const { body } = incident;
      const people = distinct([
        ...body.people,
        ...contactsAt(clean.level, clean.departments, context.settings),
      ]);
      return acceptIncident(incident, 'open', { ...clean, people }, context, 'incident.correct', {
        changes: changesBetween<CleanFields>(body, clean, FIELDS),
      });
    }),
};
