/** `complaint.link` and `complaint.dismiss`: a person confirms a proposed repeat, or says that it is none (DOMAIN §3.4). */
import { refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { REPEAT_CAUSES, LIMITS, type RepeatCause } from './schema';
import { repeatCause, sameCustomer } from './similar';
import { standingOf } from './standing';
import { acceptEvent, complaintIn, decideOn, readComplaint } from './state';
import { TABLE } from './table';

export interface LinkRepeat {
  readonly id: string;
  /** Id of the earlier complaint. */
  readonly of: string;
  readonly cause: RepeatCause | '';
  /** Needed where the record does not show the cause, or the customer may be another. */
  readonly reason: string;
}

export const linkRepeat: Command<LinkRepeat> = {
  type: 'complaint.link',
  roles: TABLE.linked.who,
  reads: ({ id, of }) => [readComplaint(id), { ...readComplaint(of), name: 'earlier' }],
  decide: (input, loaded, context) =>
    decideOn(loaded, context, 'linked', (complaint) => {
      const earlier = complaintIn(loaded, 'earlier');
      if (!earlier || earlier.status === 'void' || earlier.id === complaint.id)
        return refuse({ field: 'of', code: 'notFound' });
      const { body } = complaint;
      if (standingOf(body).repeatOf) return refuse({ code: 'alreadyLinked' });
      if (earlier.body.receivedAt >= body.receivedAt) return refuse({ field: 'of', code: 'notEarlier' });
      const checks = new Checks();
      const cause = checks.choice('cause', input.cause, REPEAT_CAUSES);
      const isShown =
        cause === repeatCause(earlier, body.receivedAt) && sameCustomer(body.customer, earlier.body.customer);
      const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: !isShown });
      if (checks.refusals.length > 0 || !cause) return refuse(...checks.refusals);
      const changes = [{ field: 'repeatOf', from: null, to: earlier.body.no ?? '' }];
      const why = reason === '' ? { changes } : { reason, changes };
      const part = { type: 'linked', of: earlier.id, cause, reason } as const;
      return acceptEvent(complaint, part, context, 'complaint.link', why);
    }),
};

export interface DismissProposal {
  readonly id: string;
  readonly as: 'repeat' | 'collective';
  /** Id of the complaint it is not to be linked with. */
  readonly of: string;
}

/** It is not proposed again. */
export const dismissProposal: Command<DismissProposal> = {
  type: 'complaint.dismiss',
  roles: TABLE.dismissed.who,
  reads: ({ id }) => [readComplaint(id)],
  decide: ({ as, of }, loaded, context) =>
    decideOn(loaded, context, 'dismissed', (complaint) =>
      acceptEvent(complaint, { type: 'dismissed', as, of }, context, 'complaint.dismiss'),
    ),
};
