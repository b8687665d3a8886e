/** `complaint.pursue` 责任追究: the manager records who answers for it and how (DOMAIN §3.4). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { LIMITS } from './schema';
import { acceptEvent, decideOn, readComplaint } from './state';
import { TABLE } from './table';

export interface PursueResponsibility {
  readonly id: string;
  readonly whom: string;
  readonly measure: string;
}

export const pursueResponsibility: Command<PursueResponsibility> = {
  type: 'complaint.pursue',
  roles: TABLE.pursued.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'pursued', (complaint) => {
      const checks = new Checks();
      const whom = checks.text('whom', input.whom, { max: LIMITS.person, required: true });
      const measure = checks.text('measure', input.measure, {
        max: LIMITS.text,
        required: true,
        lines: true,
      });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      return acceptEvent(complaint, { type: 'pursued', whom, measure }, context, 'complaint.pursue');
    }),
};
