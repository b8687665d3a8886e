/** An inspection is written down, answered by the inspected person, or void (DOMAIN §3.8). */
import { accept, refuse, type Command, type Loaded, type Read } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import type { Role } from '../core/roles';
import { addDays, instantOf } from '../core/time';
import type { Staff } from '../directory/schema';
import { LIMITS, isInspection, type Inspection, type InspectionBody, type ScoredItem } from './schema';

/** Who inspects. */
export const INSPECTORS: readonly Role[] = ['lead', 'manager'];
/** Who answers: whoever is inspected, at the desk. */
const ANSWERERS: readonly Role[] = ['clerk', 'lead', 'manager'];
/** Days within which the inspected person answers. */
export const ANSWER_DAYS = 3;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const readInspection = (id: string): Read => ({ name: 'inspection', collection: 'tickets', ids: [id] });

export interface RecordInspection {
  readonly id: string;
  readonly date: string;
  readonly person: string;
  /** One per item of the settings, in their order; `scored` null where nothing was typed. */
  readonly scores: readonly { readonly scored: number | null; readonly remark: string }[];
  readonly remark: string;
}

/** `inspection.record`; nobody inspects themselves. Each mark that is lost needs a remark. */
export const recordInspection: Command<RecordInspection> = {
  type: 'inspection.record',
  roles: INSPECTORS,
  reads: ({ id, person }) => [
    readInspection(id),
    { name: 'person', collection: 'directory', ids: person === '' ? [] : [person] },
  ],
  decide: (input, loaded, context) => {
    if (loaded.inspection?.[0]) return refuse({ code: 'changedMeanwhile' });
    const { actor, day, now, settings } = context;
    const checks = new Checks();
    const person = loaded.person?.find(({ kind }) => kind === 'staff') as Staff | undefined;
    if (input.person === '') checks.refuse('person', 'required');
    else if (person?.status !== 'active') checks.refuse('person', 'colleagueGone');
    else if (person.id === actor.id) checks.refuse('person', 'ownInspection');
    if (!DAY.test(input.date)) checks.refuse('date', 'required');
    else if (input.date > day) checks.refuse('date', 'inFuture');
    if (settings.inspectionItems.length === 0) checks.refuse('scores', 'noInspectionItems');
    const items = settings.inspectionItems.map(({ name, standard, marks }, at): ScoredItem => {
      const { scored = null, remark = '' } = input.scores[at] ?? {};
      const given = checks.whole(`scores.${at}.scored`, scored, 0, marks);
      return {
        name,
        standard,
        marks,
        scored: given,
        remark: checks.text(`scores.${at}.remark`, remark, {
          max: LIMITS.remark,
          required: scored !== null && given < marks,
        }),
      };
    });
    const remark = checks.text('remark', input.remark, { max: LIMITS.note, lines: true });
    if (!person || checks.refusals.length > 0) return refuse(...checks.refusals);
    const body: InspectionBody = {
      v: 1,
      date: input.date,
      person: person.id,
      personName: person.body.name,
      inspector: actor.id,
      inspectorName: actor.name,
      items,
      remark,
      answer: { id: context.actId, state: 'waiting', at: '', comment: '' },
    };
    const doc: Omit<Inspection, 'ver'> = {
      id: input.id,
      kind: 'inspection',
      status: 'open',
      day,
      dueAt: instantOf(`${addDays(day, ANSWER_DAYS)}T23:59`),
      desk: context.desk,
      by: actor.id,
      at: now,
      key: person.id,
      body: withLog(body, context, 'inspection.record'),
    };
    return accept({ collection: 'tickets', doc, number: 'inspection' });
  },
};

const loadedOf = (loaded: Loaded): Inspection | undefined => loaded.inspection?.find(isInspection);

export interface AnswerInspection {
  readonly id: string;
  readonly agrees: boolean;
  /** Needed where they do not agree. */
  readonly comment: string;
}

/** `inspection.answer`: confirmed by the inspected person's own PIN, or refused with a comment. */
export const answerInspection: Command<AnswerInspection> = {
  type: 'inspection.answer',
  roles: ANSWERERS,
  reads: ({ id }) => [readInspection(id)],
  decide: (input, loaded, context) => {
    const inspection = loadedOf(loaded);
    if (!inspection) return refuse({ code: 'notFound' });
    if (inspection.status === 'void') return refuse({ code: 'recordVoid' });
    if (inspection.status !== 'open') return refuse({ code: 'inspectionAnswered' });
    const checks = new Checks();
    const { person } = inspection.body;
    const present = context.actor.id === person || context.witnesses.some(({ staff }) => staff === person);
    if (!present) checks.refuse('person', 'inspectedConfirms', { name: inspection.body.personName });
    const comment = checks.text('comment', input.comment, {
      max: LIMITS.comment,
      required: !input.agrees,
      lines: true,
    });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const state = input.agrees ? 'confirmed' : 'refused';
    const answer = { id: context.actId, state, at: context.now, comment } as const;
    const body = withLog({ ...inspection.body, answer }, context, `inspection.${state}`, {
      ...(comment === '' ? {} : { reason: comment }),
    });
    return accept({ collection: 'tickets', doc: { ...inspection, status: state, dueAt: NEVER_DUE, body } });
  },
};

export interface VoidInspection {
  readonly id: string;
  readonly reason: string;
}

/** `inspection.void` 作废, by a lead or manager who is not the inspected person; it counts in no summary from then on. */
export const voidInspection: Command<VoidInspection> = {
  type: 'inspection.void',
  roles: INSPECTORS,
  reads: ({ id }) => [readInspection(id)],
  decide: (input, loaded, context) => {
    const inspection = loadedOf(loaded);
    if (!inspection) return refuse({ code: 'notFound' });
    if (inspection.status === 'void') return refuse({ code: 'recordVoid' });
    if (inspection.body.person === context.actor.id) return refuse({ code: 'ownInspection' });
    const checks = new Checks();
    const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    // A void meets an answer given at another desk at the same time.
    const answer = { ...inspection.body.answer, id: context.actId };
    const body = withLog({ ...inspection.body, answer }, context, 'inspection.void', { reason });
    return accept({ collection: 'tickets', doc: { ...inspection, status: 'void', dueAt: NEVER_DUE, body } });
  },
};
