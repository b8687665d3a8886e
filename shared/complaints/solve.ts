/** `complaint.solve`: solved and answered; only this stops the 48 hours (DOMAIN §3.4). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { LIMITS } from './schema';
import { standingOf } from './standing';
import { acceptEvent, decideOn, readComplaint, toldAt } from './state';
import { TABLE } from './table';

export interface SolveComplaint {
  readonly id: string;
  /** ISO instant, '' means now. */
  readonly when: string;
  readonly result: string;
}

/** What was handled and answered in this round must stand there first (`standing.ts`). */
export const solveComplaint: Command<SolveComplaint> = {
  type: 'complaint.solve',
  roles: TABLE.solved.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'solved', (complaint) => {
      const checks = new Checks();
      const told = toldAt(checks, 'when', input.when, complaint, context);
      const answered = standingOf(complaint.body).answer?.when ?? '';
      // Now is never before the answer, whatever a slow desk's clock says.
      const when = input.when === '' && told < answered ? answered : told;
      if (when !== '' && when < answered) checks.refuse('when', 'beforeAnswer');
      const result = checks.text('result', input.result, { max: LIMITS.text, required: true, lines: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      return acceptEvent(complaint, { type: 'solved', when, result }, context, 'complaint.solve');
    }),
};
