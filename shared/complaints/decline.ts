/** `complaint.decline` 拒绝办理: the desk refuses what breaks procedure, and says which rule (DOMAIN §3.4). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { LIMITS } from './schema';
import { acceptEvent, decideOn, readComplaint } from './state';
import { TABLE } from './table';

export interface DeclineRequest {
  readonly id: string;
  /** What was asked for. */
  readonly what: string;
  /** Which rule it breaks. */
  readonly rule: string;
}

export const declineRequest: Command<DeclineRequest> = {
  type: 'complaint.decline',
  roles: TABLE.declined.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'declined', (complaint) => {
      const checks = new Checks();
      const what = checks.text('what', input.what, { max: LIMITS.text, required: true, lines: true });
      const rule = checks.text('rule', input.rule, { max: LIMITS.reason, required: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      return acceptEvent(complaint, { type: 'declined', what, rule }, context, 'complaint.decline');
    }),
};
