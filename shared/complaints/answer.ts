/** `complaint.answer`: the customer gets our answer; that alone does not stop the 48 hours (DOMAIN §3.4). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { LIMITS, TOLD_WAYS, type ToldWay } from './schema';
import { acceptEvent, decideOn, readComplaint, toldAt } from './state';
import { TABLE } from './table';

export interface AnswerComplaint {
  readonly id: string;
  /** ISO instant, '' means now. */
  readonly when: string;
  readonly how: ToldWay;
  readonly text: string;
}

export const answerComplaint: Command<AnswerComplaint> = {
  type: 'complaint.answer',
  roles: TABLE.answered.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'answered', (complaint) => {
      const checks = new Checks();
      const when = toldAt(checks, 'when', input.when, complaint, context);
      const how = checks.choice('how', input.how, TOLD_WAYS);
      const text = checks.text('text', input.text, { max: LIMITS.text, required: true, lines: true });
      if (checks.refusals.length > 0 || !how) return refuse(...checks.refusals);
      return acceptEvent(complaint, { type: 'answered', when, how, text }, context, 'complaint.answer');
    }),
};
