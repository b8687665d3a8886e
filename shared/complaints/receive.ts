/** `complaint.receive`: a complaint is taken in, and its clocks begin (DOMAIN §3.4). */
import { accept, refuse, type Command } from '../core/command';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { linkChild, originIn, originOf, readOrigin } from '../service/origin';
import type { Origin } from '../service/schema';
import { promisesFrom, restated } from './clocks';
import { checkReceived, type ReceiveFields } from './receive-fields';
import type { Complaint, ComplaintBody } from './schema';
import { departmentsIn, readComplaint, readDirectory } from './state';
import { TABLE } from './table';

export interface ReceiveComplaint {
  readonly id: string;
  readonly fields: ReceiveFields;
  /** The visit, enquiry or talk it grows from, or null. */
  readonly origin: Pick<Origin, 'collection' | 'id'> | null;
}

export const receiveComplaint: Command<ReceiveComplaint> = {
  type: 'complaint.receive',
  roles: TABLE.received.who,
  reads: ({ id, fields, origin }) => [
    readComplaint(id),
    readDirectory('departments', fields.department),
    ...readOrigin(origin),
  ],
  decide: ({ id, fields, origin }, loaded, context) => {
    if (loaded.complaint?.length) return refuse({ code: 'recordExists' });
    const parent = originIn(loaded);
    const checks = new Checks();
    const part = checkReceived(checks, fields, departmentsIn(loaded), context);
    if (origin && !parent) checks.refuse('', 'originGone');
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const body: ComplaintBody = {
      v: 1,
      ...part,
      origin: origin && parent ? originOf(origin.collection, parent) : null,
      children: [],
      handOvers: [],
      promises: promisesFrom(part.receivedAt, context.settings),
      events: [
        {
          id: context.actId,
          at: context.now,
          by: context.actor.id,
          desk: context.desk,
          type: 'received',
        },
      ],
    };
    const doc: Omit<Complaint, 'ver'> = restated({
      id,
      kind: 'complaint',
      status: 'received',
      day: context.day,
      dueAt: '',
      desk: context.desk,
      by: context.actor.id,
      at: context.now,
      key: context.actor.id,
      body: withLog(body, context, 'complaint.receive'),
    });
    return accept(
      { collection: 'tickets', doc, number: 'complaint' },
      ...linkChild(parent, doc, context, 'complaint.receive'),
    );
  },
};
