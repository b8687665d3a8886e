/** A call's attempts and its end (DOMAIN §3.7). */
import { accept, refuse, type Command, type Write } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks, wholeMinute } from '../core/field-checks';
import { changesBetween, withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { checkDepartment, readDepartment } from '../service/department';
import { leadApproval } from '../signatures/lead-approval';
import { LIMITS } from '../service/schema';
import { readCall, toldOfCall, toldOfVoid, type CallOf } from './matter';
import { checkMatter, checkPlannedFor } from './plan-call';
import {
  FOLLOW_UP_LIMITS,
  RESULTS,
  SATISFACTIONS,
  WAYS,
  type Attempt,
  type FollowUp,
  type FollowUpBody,
  type Satisfaction,
} from './schema';
import {
  acceptFollowUp,
  callBy,
  decideOn,
  mayGiveUp,
  missed,
  nextTry,
  readFollowUp,
  standing,
} from './state';

export interface RecordAttempt extends CallOf {
  readonly way: string;
  readonly result: string;
  readonly satisfaction: string;
  readonly answer: string;
  readonly opinion: string;
  readonly note: string;
  /** ISO instant of the next attempt where nobody was reached; '': the end of the next working day. */
  readonly nextAt: string;
}

interface Said {
  readonly satisfaction: Satisfaction | '';
  readonly answer: string;
  readonly opinion: string;
}

/** What a customer who was reached said; a dissatisfied one says why. */
function checkSaid(checks: Checks, typed: Pick<RecordAttempt, 'satisfaction' | 'answer' | 'opinion'>): Said {
  return {
    satisfaction: checks.choice('satisfaction', typed.satisfaction, SATISFACTIONS) ?? '',
    answer: checks.text('answer', typed.answer, { max: FOLLOW_UP_LIMITS.answer, lines: true }),
    opinion: checks.text('opinion', typed.opinion, {
      max: FOLLOW_UP_LIMITS.opinion,
      required: typed.satisfaction === 'dissatisfied',
      lines: true,
    }),
  };
}

const callWrite = (doc: FollowUp): Write => ({ collection: 'tickets', doc });

const NOTHING_SAID: Said = { satisfaction: '', answer: '', opinion: '' };

/** `followUp.attempt`: reached and refused end it; not reached comes back at the next time. */
export const recordAttempt: Command<RecordAttempt> = {
  type: 'followUp.attempt',
  roles: DESK_ROLES,
  reads: readCall,
  decide: (input, loaded, context) =>
    decideOn(loaded, (followUp) => {
      if (followUp.status !== 'planned') return refuse({ code: 'followUpDone' });
      const { now, actor, actId, settings } = context;
      const checks = new Checks();
      const way = checks.choice('way', input.way, WAYS) ?? 'phone';
      const result = checks.choice('result', input.result, RESULTS) ?? 'notReached';
      const note = checks.text('note', input.note, { max: FOLLOW_UP_LIMITS.note });
      const said = result === 'reached' ? checkSaid(checks, input) : NOTHING_SAID;
      const isOver = result !== 'notReached';
      const agreed = isOver || input.nextAt === '' ? '' : wholeMinute(input.nextAt);
      if (agreed !== '' && agreed <= now) checks.refuse('nextAt', 'callBackInPast');
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const attempt: Attempt = { id: actId, at: now, by: actor.id, way, result, note };
      const { body } = followUp;
      const tried: FollowUpBody = {
        ...body,
        attempts: [...body.attempts, attempt],
        ...(isOver
          ? { outcome: result, ...said, doneAt: now, doneBy: actor.id }
          : { nextAt: agreed || nextTry(context.day, settings) }),
      };
      const changes = [
        { field: 'result', from: null, to: result },
        ...changesBetween(body, tried, ['satisfaction', 'nextAt']),
      ];
      const why = { changes, ...(note === '' ? {} : { reason: note }) };
      const after = standing(followUp, withLog(tried, context, 'followUp.attempt', why));
      return accept(
        callWrite(after),
        ...(isOver ? toldOfCall(loaded, after, context, 'followUp.attempt') : []),
      );
    }),
};

export interface GiveUpFollowUp extends CallOf {
  readonly note: string;
}

/** `followUp.giveUp`: closed as 未接通 once it was tried as often as the club asks. */
export const giveUpFollowUp: Command<GiveUpFollowUp> = {
  type: 'followUp.giveUp',
  roles: DESK_ROLES,
  reads: readCall,
  decide: (input, loaded, context) =>
    decideOn(loaded, (followUp) => {
      const { body, status } = followUp;
      if (status !== 'planned') return refuse({ code: 'followUpDone' });
      const { settings, now, actor } = context;
      const checks = new Checks();
      const note = checks.text('note', input.note, { max: FOLLOW_UP_LIMITS.note });
      if (!mayGiveUp(body, settings))
        return refuse({
          code: 'triesLeft',
          params: { tries: missed(body), max: settings.followUpAttempts },
        });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const over: FollowUpBody = { ...body, outcome: 'notReached', doneAt: now, doneBy: actor.id };
      const why = note === '' ? {} : { reason: note };
      const after = standing(followUp, withLog(over, context, 'followUp.giveUp', why));
      return accept(callWrite(after), ...toldOfCall(loaded, after, context, 'followUp.giveUp'));
    }),
};

export interface CorrectFollowUp {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly identity: string;
  readonly memberNo: string;
  readonly summary: string;
  readonly department: string;
  readonly plannedFor: string;
  readonly satisfaction: string;
  readonly answer: string;
  readonly opinion: string;
  readonly reason: string;
}

/** `followUp.correct`: the matter, the planned day while it is planned, and what a reached customer said. */
export const correctFollowUp: Command<CorrectFollowUp> = {
  type: 'followUp.correct',
  roles: DESK_ROLES,
  reads: ({ id, department }) => [readFollowUp(id), readDepartment(department)],
  decide: (input, loaded, context) =>
    decideOn(loaded, (followUp) => {
      const { body, status } = followUp;
      const checks = new Checks();
      const matter = checkMatter(checks, input);
      checkDepartment(checks, input.department, loaded, body.department);
      const moved = input.plannedFor !== body.plannedFor;
      if (moved && status !== 'planned') checks.refuse('plannedFor', 'plannedIsPast');
      // Reckoned from the day it was planned on: figures find a month's calls by that day.
      else if (moved) checkPlannedFor(checks, input.plannedFor, followUp.day);
      const said = body.outcome === 'reached' ? checkSaid(checks, input) : NOTHING_SAID;
      const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const corrected: FollowUpBody = {
        ...body,
        ...matter,
        ...said,
        plannedFor: input.plannedFor,
        nextAt: moved ? callBy(input.plannedFor, context.settings) : body.nextAt,
      };
      const changes = [
        ...changesBetween(body.customer, corrected.customer, ['name', 'phone', 'identity', 'memberNo']),
        ...changesBetween(body, corrected, [
          'summary',
          'department',
          'plannedFor',
          'satisfaction',
          'answer',
          'opinion',
        ]),
      ];
      if (changes.length === 0) return refuse({ field: 'reason', code: 'nothingChanged' });
      return acceptFollowUp(
        standing(followUp, withLog(corrected, context, 'followUp.correct', { reason, changes })),
      );
    }),
};

export interface VoidFollowUp extends CallOf {
  readonly reason: string;
}

/** `followUp.void`: a lead voids, or confirms by PIN; the number stays. What grew from the call must be void first. */
export const voidFollowUp: Command<VoidFollowUp> = {
  type: 'followUp.void',
  roles: DESK_ROLES,
  reads: readCall,
  decide: ({ reason: typed }, loaded, context) =>
    decideOn(loaded, (followUp) => {
      const checks = new Checks();
      const reason = checks.text('reason', typed, { max: LIMITS.reason, required: true });
      if (followUp.body.children.length > 0) checks.refuse('reason', 'followUpHasChildren');
      const approval = leadApproval(checks, 'approval', [followUp.by], context);
      if (checks.refusals.length > 0 || !approval) return refuse(...checks.refusals);
      const changes = [{ field: 'approvedBy', from: null, to: approval.staff }];
      const body = withLog(followUp.body, context, 'followUp.void', { reason, changes });
      const after: FollowUp = { ...followUp, status: 'void', dueAt: NEVER_DUE, body };
      return accept(callWrite(after), ...toldOfVoid(loaded, followUp, context, 'followUp.void'));
    }),
};
