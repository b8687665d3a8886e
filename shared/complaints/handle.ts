/** `complaint.handle`: one step of handling, and what the customer was given for it (DOMAIN §3.4, 处理经过). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { LIMITS } from './schema';
import { acceptEvent, decideOn, readComplaint } from './state';
import { TABLE } from './table';

export interface HandleComplaint {
  readonly id: string;
  readonly text: string;
  /** What the customer got, or ''. */
  readonly compensation: string;
  /** Yuan as typed, or ''. */
  readonly amount: string;
}

/** A handler adds steps to complaints of their own department. */
export const handleComplaint: Command<HandleComplaint> = {
  type: 'complaint.handle',
  roles: TABLE.handled.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'handled', (complaint) => {
      const checks = new Checks();
      const text = checks.text('text', input.text, { max: LIMITS.text, required: true, lines: true });
      const amount = checks.money('amount', input.amount);
      const compensation = checks.text('compensation', input.compensation, {
        max: LIMITS.reason,
        required: amount !== null,
      });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const part = { type: 'handled', text, compensation, amount } as const;
      return acceptEvent(complaint, part, context, 'complaint.handle');
    }),
};
