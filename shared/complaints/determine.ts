/** `complaint.determine` and `complaint.redetermine`: whether it is ours to answer for (DOMAIN §3.4, 界定). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { DETERMINATIONS, LIMITS, type Determination } from './schema';
import { standingOf } from './standing';
import { acceptEvent, decideOn, readComplaint } from './state';
import { TABLE } from './table';

export interface DetermineComplaint {
  readonly id: string;
  readonly kind: Determination | '';
  /** What was found. */
  readonly ground: string;
}

export const determineComplaint: Command<DetermineComplaint> = {
  type: 'complaint.determine',
  roles: TABLE.determined.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'determined', (complaint) => {
      const checks = new Checks();
      const kind = checks.choice('kind', input.kind, DETERMINATIONS);
      const ground = checks.text('ground', input.ground, { max: LIMITS.text, required: true, lines: true });
      if (checks.refusals.length > 0 || !kind) return refuse(...checks.refusals);
      return acceptEvent(complaint, { type: 'determined', kind, ground }, context, 'complaint.determine');
    }),
};

/** What was determined wrongly is determined anew by a lead; grade and handler are then asked for again. */
export const redetermineComplaint: Command<DetermineComplaint> = {
  type: 'complaint.redetermine',
  roles: TABLE.redetermined.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'redetermined', (complaint) => {
      const checks = new Checks();
      const before = standingOf(complaint.body).determination?.kind ?? null;
      const kind = checks.choice('kind', input.kind, DETERMINATIONS);
      const ground = checks.text('ground', input.ground, { max: LIMITS.text, required: true, lines: true });
      if (kind !== null && kind === before) checks.refuse('kind', 'nothingChanged');
      if (checks.refusals.length > 0 || !kind) return refuse(...checks.refusals);
      const changes = [{ field: 'determination', from: before, to: kind }];
      const part = { type: 'redetermined', kind, ground } as const;
      return acceptEvent(complaint, part, context, 'complaint.redetermine', { changes });
    }),
};
