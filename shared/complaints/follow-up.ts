/** `complaint.followUp`: the customer is asked after the review; who is not satisfied is handled again (DOMAIN §3.4). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { promisesFrom } from './clocks';
import { CALL_RESULTS, LIMITS, type CallResult } from './schema';
import { standingOf } from './standing';
import { acceptEvent, decideOn, readComplaint } from './state';
import { TABLE } from './table';

export interface FollowUpComplaint {
  readonly id: string;
  readonly result: CallResult | '';
  /** What the customer said; needed where they are not satisfied. */
  readonly note: string;
}

export const followUpComplaint: Command<FollowUpComplaint> = {
  type: 'complaint.followUp',
  roles: TABLE.followedUp.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'followedUp', (complaint) => {
      const checks = new Checks();
      const result = checks.choice('result', input.result, CALL_RESULTS);
      const isDissatisfied = result === 'dissatisfied';
      const note = checks.text('note', input.note, {
        max: LIMITS.text,
        required: isDissatisfied,
        lines: true,
      });
      if (checks.refusals.length > 0 || !result) return refuse(...checks.refusals);
      const again = isDissatisfied ? promisesFrom(context.now, context.settings) : null;
      const tries = standingOf(complaint.body).tries + (result === 'notReached' ? 1 : 0);
      const gaveUp = result === 'notReached' && tries >= context.settings.followUpAttempts;
      const part = { type: 'followedUp', result, note, gaveUp, again } as const;
      return acceptEvent(complaint, part, context, 'complaint.followUp');
    }),
};
