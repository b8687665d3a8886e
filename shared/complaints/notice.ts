/** `complaint.notice`: the customer is told how far it is, and the next notice is promised (DOMAIN §3.4). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { nextNotice } from './clocks';
import { LIMITS, TOLD_WAYS, type ToldWay } from './schema';
import { acceptEvent, decideOn, readComplaint, toldAt } from './state';
import { TABLE } from './table';

export interface TellProgress {
  readonly id: string;
  /** ISO instant, '' means now. */
  readonly when: string;
  readonly how: ToldWay;
  readonly text: string;
}

export const tellProgress: Command<TellProgress> = {
  type: 'complaint.notice',
  roles: TABLE.noticed.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'noticed', (complaint) => {
      const checks = new Checks();
      const when = toldAt(checks, 'when', input.when, complaint, context);
      const how = checks.choice('how', input.how, TOLD_WAYS);
      const text = checks.text('text', input.text, { max: LIMITS.text, required: true, lines: true });
      if (checks.refusals.length > 0 || !how) return refuse(...checks.refusals);
      const next = nextNotice(when, context.settings);
      return acceptEvent(complaint, { type: 'noticed', when, how, text, next }, context, 'complaint.notice');
    }),
};
