/** `complaint.instruct` 总经理批示. */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { LIMITS } from './schema';
import { acceptEvent, decideOn, readComplaint } from './state';
import { TABLE } from './table';

export interface InstructOnComplaint {
  readonly id: string;
  readonly text: string;
}

export const instructOnComplaint: Command<InstructOnComplaint> = {
  type: 'complaint.instruct',
  roles: TABLE.instructed.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'instructed', (complaint) => {
      const checks = new Checks();
      const text = checks.text('text', input.text, { max: LIMITS.text, required: true, lines: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      return acceptEvent(complaint, { type: 'instructed', text }, context, 'complaint.instruct');
    }),
};
