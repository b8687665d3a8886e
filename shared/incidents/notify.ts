/** Telling people, ticking the roll call, writing down what is done: each an entry of its own, at any desk (DOMAIN §3.11). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { INCIDENT_ROLES, acceptIncident, readIncident, whileOpen } from './report';
import { LIMITS, MARKS, OUTCOMES, TAKEN_BACK, type Mark, type Outcome } from './schema';
import { standing } from './state';

export interface RecordCall {
  readonly id: string;
  readonly person: string;
  readonly outcome: Outcome;
  readonly note: string;
}

/** `incident.call`: reached, not reached, or told in person. */
export const recordCall: Command<RecordCall> = {
  type: 'incident.call',
  roles: INCIDENT_ROLES,
  reads: ({ id }) => [readIncident(id)],
  decide: (input, loaded, context) =>
    whileOpen(loaded, (incident) => {
      const { body } = incident;
      const person = body.people.find(({ id }) => id === input.person);
      if (!person) return refuse({ code: 'notFound' });
      const checks = new Checks();
      const outcome = checks.choice('outcome', input.outcome, OUTCOMES);
      const note = checks.text('note', input.note, { max: LIMITS.note });
      if (outcome !== 'inPerson' && person.phone === '') checks.refuse('outcome', 'noContactData');
      if (outcome === null || checks.refusals.length > 0) return refuse(...checks.refusals);
      const call = {
        id: context.actId,
        person: person.id,
        at: context.now,
        by: context.actor.id,
        outcome,
        note,
      };
      return acceptIncident(incident, 'open', { calls: [...body.calls, call] }, context, 'incident.call', {
        changes: [{ field: outcome, from: null, to: person.name || person.source }],
        ...(note === '' ? {} : { reason: note }),
      });
    }),
};

export interface TakeBackCall {
  readonly id: string;
  /** Id of the entry. */
  readonly call: string;
}

/** `incident.takeBack`: an answer given by mistake counts no longer; it and who took it back, and when, stay. */
export const takeBackCall: Command<TakeBackCall> = {
  type: 'incident.takeBack',
  roles: INCIDENT_ROLES,
  reads: ({ id }) => [readIncident(id)],
  decide: (input, loaded, context) =>
    whileOpen(loaded, (incident) => {
      const { body } = incident;
      const wrong = standing(body.calls).find(({ id }) => id === input.call);
      const person = body.people.find(({ id }) => id === wrong?.person);
      if (!wrong || !person) return refuse({ code: 'notFound' });
      const call = {
        id: context.actId,
        person: person.id,
        at: context.now,
        by: context.actor.id,
        outcome: TAKEN_BACK,
        note: '',
        takes: wrong.id,
      } as const;
      return acceptIncident(
        incident,
        'open',
        { calls: [...body.calls, call] },
        context,
        'incident.takeBack',
        { changes: [{ field: wrong.outcome, from: null, to: person.name || person.source }] },
      );
    }),
};

export interface MarkRoll {
  readonly id: string;
  readonly people: readonly string[];
  readonly mark: Mark;
}

/** `incident.mark`: safe, missing, or back to not yet counted. */
export const markRoll: Command<MarkRoll> = {
  type: 'incident.mark',
  roles: INCIDENT_ROLES,
  reads: ({ id }) => [readIncident(id)],
  decide: (input, loaded, context) =>
    whileOpen(loaded, (incident) => {
      const { body } = incident;
      const people = body.people.filter(({ id, onSite }) => onSite && input.people.includes(id));
      if (people.length === 0 || people.length < input.people.length) return refuse({ code: 'notFound' });
      const checks = new Checks();
      const mark = checks.choice('mark', input.mark, MARKS);
      if (mark === null) return refuse(...checks.refusals);
      const marks = people.map(({ id }) => ({
        id: `${context.actId}:${id}`,
        person: id,
        at: context.now,
        by: context.actor.id,
        mark,
      }));
      return acceptIncident(
        incident,
        'open',
        { marks: [...body.marks, ...marks] },
        context,
        'incident.mark',
        {
          changes: [
            { field: mark, from: null, to: people.map(({ name, source }) => name || source).join('、') },
          ],
        },
      );
    }),
};

export interface AddPerson {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly role: string;
  readonly onSite: boolean;
}

/** `incident.addPerson`: somebody whom no list knows, a passer-by or the fire brigade. */
export const addPerson: Command<AddPerson> = {
  type: 'incident.addPerson',
  roles: INCIDENT_ROLES,
  reads: ({ id }) => [readIncident(id)],
  decide: (input, loaded, context) =>
    whileOpen(loaded, (incident) => {
      const checks = new Checks();
      const name = checks.text('name', input.name, { max: LIMITS.name, required: true });
      const role = checks.text('role', input.role, { max: LIMITS.role });
      const phone = /^\d{3,5}$/.test(input.phone.trim())
        ? input.phone.trim()
        : checks.phone('phone', input.phone);
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const person = {
        id: `added:${context.actId}`,
        source: 'added' as const,
        name,
        phone,
        role,
        people: 1,
        onSite: input.onSite,
      };
      return acceptIncident(
        incident,
        'open',
        { people: [...incident.body.people, person] },
        context,
        'incident.addPerson',
        { changes: [{ field: 'name', from: null, to: name }] },
      );
    }),
};

export interface AddMeasure {
  readonly id: string;
  readonly text: string;
}

/** `incident.measure` 处理经过. */
export const addMeasure: Command<AddMeasure> = {
  type: 'incident.measure',
  roles: INCIDENT_ROLES,
  reads: ({ id }) => [readIncident(id)],
  decide: (input, loaded, context) =>
    whileOpen(loaded, (incident) => {
      const checks = new Checks();
      const text = checks.text('text', input.text, { max: LIMITS.measure, required: true, lines: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const measure = { id: context.actId, at: context.now, by: context.actor.id, text };
      return acceptIncident(
        incident,
        'open',
        { measures: [...incident.body.measures, measure] },
        context,
        'incident.measure',
        { reason: text },
      );
    }),
};
