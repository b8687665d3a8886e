/** `complaint.appoint`: what cannot be determined now is looked at on site with the customer (DOMAIN §3.4). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { LIMITS } from './schema';
import { acceptEvent, decideOn, readComplaint } from './state';
import { TABLE } from './table';

export interface AppointOnSite {
  readonly id: string;
  /** ISO instant ahead. */
  readonly when: string;
  readonly place: string;
  /** Who of the club comes. */
  readonly who: string;
}

/** A new appointment takes the place of the one before. */
export const appointOnSite: Command<AppointOnSite> = {
  type: 'complaint.appoint',
  roles: TABLE.appointed.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'appointed', (complaint) => {
      const checks = new Checks();
      if (input.when === '') checks.refuse('when', 'required');
      else if (input.when <= context.now) checks.refuse('when', 'notAhead');
      const place = checks.text('place', input.place, { max: LIMITS.place, required: true });
      const who = checks.text('who', input.who, { max: LIMITS.person, required: true });
      if (checks.refusals.length > 0) return refuse(...checks.refusals);
      const part = { type: 'appointed', when: input.when, place, who } as const;
      return acceptEvent(complaint, part, context, 'complaint.appoint');
    }),
};
