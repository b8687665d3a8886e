/** `visit.answerTransfer`: the department has answered; its clock stops (DOMAIN §3.1). */
import { refuse, type Command } from '../core/command';
import { withLog } from '../core/log';
import { checkText } from './fields';
import { moved } from './rules';
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
      const answeredBy = checkText('answeredBy', input.answeredBy, { required: true });
      const answer = checkText('answer', input.answer, { required: true, lines: true });
      if ('code' in answeredBy || 'code' in answer)
        return refuse(...[answeredBy, answer].filter((checked) => 'code' in checked));
      const ended = {
        ...transfer,
        answeredAt: context.now,
        answeredBy: answeredBy.text,
        answer: answer.text,
      };
      const body = withLog({ ...visit.body, transfer: ended }, context, 'visit.answerTransfer');
      return acceptVisit(moved(visit, visit.status, body, context.settings));
    }),
};
