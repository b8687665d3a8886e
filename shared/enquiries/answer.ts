/** `enquiry.answer`: the customer has an answer; the enquiry is closed by it. */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { changesBetween, withLog } from '../core/log';
import { DESK_ROLES } from '../core/roles';
import { ENQUIRY_LIMITS, type EnquiryBody } from './schema';
import { acceptEnquiry, decideOn, readEnquiry, standing } from './state';

export interface AnswerEnquiry {
  readonly id: string;
  readonly answer: string;
  /** ISO instant, '' for now. */
  readonly answeredAt: string;
  /** Ids of standard replies used. */
  readonly replies: readonly string[];
}

export const answerEnquiry: Command<AnswerEnquiry> = {
  type: 'enquiry.answer',
  roles: DESK_ROLES,
  reads: ({ id }) => readEnquiry(id),
  decide: (input, loaded, context) =>
    decideOn(loaded, (enquiry) => {
      if (enquiry.status !== 'open') return refuse({ code: 'enquiryClosed' });
      const checks = new Checks();
      const answer = checks.text('answer', input.answer, {
        max: ENQUIRY_LIMITS.answer,
        required: true,
        lines: true,
      });
      const answeredAt = checks.past('answeredAt', input.answeredAt, context.now);
      if (answeredAt !== '' && answeredAt < enquiry.body.receivedAt)
        checks.refuse('answeredAt', 'answeredBeforeReceived');
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const next = answered(enquiry.body, answer, answeredAt, input.replies, context.actor.id);
      const changes = changesBetween(enquiry.body, next, ['answer', 'outcome']);
      return acceptEnquiry(standing(enquiry, withLog(next, context, 'enquiry.answer', { changes }), context));
    }),
};

/** The body of an enquiry that has its answer. */
export function answered(
  body: EnquiryBody,
  answer: string,
  answeredAt: string,
  replies: readonly string[],
  by: string,
): EnquiryBody {
  return {
    ...body,
    answer,
    answeredAt,
    answeredBy: by,
    outcome: 'answered',
    callBack: null,
    replies: [...new Set([...body.replies, ...replies])],
  };
}
