/** `complaint.extend` 延期: a lead approves, the customer is told, and it never goes past the month (DOMAIN §3.4). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { monthEnd, runningClocks } from './clocks';
import { LIMITS, TOLD_WAYS, type ToldWay } from './schema';
import { acceptEvent, decideOn, leadBehind, readComplaint } from './state';
import { TABLE } from './table';

export interface ExtendComplaint {
  readonly id: string;
  /** ISO instant. */
  readonly until: string;
  readonly reason: string;
  /** The customer was told. */
  readonly told: boolean;
  readonly how: ToldWay;
}

export const extendComplaint: Command<ExtendComplaint> = {
  type: 'complaint.extend',
  roles: TABLE.extended.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'extended', (complaint) => {
      const { until } = input;
      const checks = new Checks();
      const solve = runningClocks(complaint.body).find(({ name }) => name === 'solve');
      if (until === '') checks.refuse('until', 'required');
      else if (until <= context.now) checks.refuse('until', 'notAhead');
      else if (solve && until <= solve.dueAt) checks.refuse('until', 'notLater');
      else if (until > monthEnd(complaint.body)) checks.refuse('until', 'pastMonth');
      const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: true });
      if (!input.told) checks.refuse('told', 'customerNotTold');
      const how = checks.choice('how', input.how, TOLD_WAYS);
      const approvedBy = leadBehind(context);
      if (approvedBy === null) checks.refuse('lead', 'leadMustConfirm');
      if (checks.refusals.length > 0 || !how || approvedBy === null) return refuse(...checks.refusals);
      const part = { type: 'extended', until, reason, approvedBy, how } as const;
      return acceptEvent(complaint, part, context, 'complaint.extend', { reason });
    }),
};
