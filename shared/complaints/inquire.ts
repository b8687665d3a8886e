/** `complaint.inquire` 质询: a department is asked to explain a delay (DOMAIN §3.4). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { LIMITS } from './schema';
import { acceptEvent, checkDepartment, decideOn, departmentsIn, readComplaint, readDirectory } from './state';
import { TABLE } from './table';

export interface InquireComplaint {
  readonly id: string;
  /** Department id. */
  readonly department: string;
  readonly question: string;
}

export const inquireComplaint: Command<InquireComplaint> = {
  type: 'complaint.inquire',
  roles: TABLE.inquired.who,
  reads: ({ id, department }) => [readComplaint(id), readDirectory('departments', department)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'inquired', (complaint) => {
      const checks = new Checks();
      const { department } = input;
      checkDepartment(checks, 'department', department, departmentsIn(loaded), true);
      const question = checks.text('question', input.question, {
        max: LIMITS.text,
        required: true,
        lines: true,
      });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      return acceptEvent(complaint, { type: 'inquired', department, question }, context, 'complaint.inquire');
    }),
};
