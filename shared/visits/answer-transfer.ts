/** `visit.answerTransfer`: the department has answered; its clock stops (DOMAIN §3.1). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { moved } from './rules';
import { LIMITS } from './schema';
import { acceptVisit, decideOn, readVisit } from './state';

export interface AnswerTransfer {
  readonly id: string;
  readonly answer: string;
  readonly answeredBy: string;
}

/** A handler answers only for their own departments (DOMAIN §1). */
export const answerTransfer: Command<AnswerTransfer> = {
  type: 'visit.answerTransfer',
  roles: ['clerk', 'lead', 'handler'],
  reads: ({ id }) => readVisit(id),
  decide: (input, loaded, context) =>
    decideOn(loaded, (visit) => {
      const { transfer } = visit.body;
      if (!transfer) return refuse({ code: 'notHandedOver' });
      if (transfer.answeredAt !== '') return refuse({ code: 'alreadyAnswered' });
      const { roles, departments } = context.actor;
      const atDesk = roles.includes('clerk') || roles.includes('lead');
      if (!atDesk && !departments.includes(transfer.department)) return refuse({ code: 'notYourDepartment' });
      const checks = new Checks();
      const answeredBy = checks.text('answeredBy', input.answeredBy, {
        max: LIMITS.answeredBy,
        required: true,
      });
      const answer = checks.text('answer', input.answer, { max: LIMITS.answer, required: true, lines: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const ended = { ...transfer, answeredAt: context.now, answeredBy, answer };
      const body = withLog({ ...visit.body, transfer: ended }, context, 'visit.answerTransfer');
      return acceptVisit(moved(visit, visit.status, body, context.settings));
    }),
};
