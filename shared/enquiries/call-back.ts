/** `enquiry.callBack`: an attempt to call the customer back, with its result (DOMAIN §3.2). */
import { refuse, type Command } from '../core/command';
import { Checks, wholeMinute } from '../core/field-checks';
import { changesBetween, withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { answered } from './answer';
import { CALL_RESULTS, ENQUIRY_LIMITS, type CallAttempt } from './schema';
import { acceptEnquiry, decideOn, readEnquiry, standing } from './state';

export interface CallBackInput {
  readonly id: string;
  readonly result: string;
  /** What was answered, when the customer was reached. */
  readonly answer: string;
  readonly note: string;
  /** ISO instant the customer named, when they want to be called later; else ''. */
  readonly nextAt: string;
  readonly replies: readonly string[];
}

/** Reached: answered and closed. Later: the customer's time is the new one. All others wait on, with the attempt noted. */
export const callBack: Command<CallBackInput> = {
  type: 'enquiry.callBack',
  roles: DESK_ROLES,
  reads: ({ id }) => readEnquiry(id),
  decide: (input, loaded, context) =>
    decideOn(loaded, (enquiry) => {
      if (enquiry.status !== 'open' || !enquiry.body.callBack) return refuse({ code: 'noCallBack' });
      const checks = new Checks();
      const result = checks.choice('result', input.result, CALL_RESULTS) ?? 'noAnswer';
      const isReached = result === 'reached';
      const answer = isReached
        ? checks.text('answer', input.answer, { max: ENQUIRY_LIMITS.answer, required: true, lines: true })
        : '';
      const note = checks.text('note', input.note, { max: ENQUIRY_LIMITS.note });
      const nextAt = result === 'later' ? input.nextAt : '';
      if (result === 'later' && nextAt === '') checks.refuse('nextAt', 'required');
      else if (nextAt !== '' && nextAt <= context.now) checks.refuse('nextAt', 'callBackInPast');
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const { now, actor, actId } = context;
      const attempt: CallAttempt = { id: actId, at: now, by: actor.id, result, note };
      const { body } = enquiry;
      const tried = {
        ...(isReached ? answered(body, answer, wholeMinute(now), input.replies, actor.id) : body),
        ...(nextAt === '' ? {} : { callBack: { dueAt: wholeMinute(nextAt), mode: 'wished' as const } }),
        attempts: [...body.attempts, attempt],
      };
      const changes = [
        { field: 'result', from: null, to: result },
        ...changesBetween(body, tried, ['answer', 'callBack']),
      ];
      const why = { changes, ...(note === '' ? {} : { reason: note }) };
      return acceptEnquiry(standing(enquiry, withLog(tried, context, 'enquiry.callBack', why), context));
    }),
};
