/** `complaint.group`: a person confirms that complaints of five or more customers are collective 群体投诉 (DOMAIN §3.4). */
import { accept, refuse, type Command } from '../core/command';
import { addDays } from '../core/time';
import { isComplaint } from './schema';
import { COLLECTIVE_CUSTOMERS, customersIn } from './similar';
import { complaintWrite, withEvent } from './state';
import { OPEN, TABLE } from './table';

export interface GroupComplaints {
  /** Ids of all complaints that belong together. */
  readonly ids: readonly string[];
}

/** Most complaints grouped at once. */
export const MAX_GROUP = 200;

/** Every open one says so; one archived before stands among the members and is left as it is. */
export const groupComplaints: Command<GroupComplaints> = {
  type: 'complaint.group',
  roles: TABLE.grouped.who,
  reads: ({ ids }) => [{ name: 'complaints', collection: 'tickets', ids: ids.slice(0, MAX_GROUP) }],
  decide: ({ ids }, loaded, context) => {
    const members = (loaded.complaints ?? []).filter(isComplaint).filter(({ status }) => status !== 'void');
    if (members.length < new Set(ids).size) return refuse({ code: 'notFound' });
    const customers = customersIn(members);
    if (customers < COLLECTIVE_CUSTOMERS)
      return refuse({ code: 'fewCustomers', params: { customers, least: COLLECTIVE_CUSTOMERS } });
    const scopes = new Set(members.map(({ body }) => body.department).filter((scope) => scope !== ''));
    if (scopes.size > 1) return refuse({ code: 'severalScopes' });
    const days = members.map(({ day }) => day).sort();
    const window = context.settings.collectiveDays;
    if ((days.at(-1) ?? '') > addDays(days[0] ?? context.day, window - 1))
      return refuse({ code: 'outsideWindow', params: { days: window } });
    const open = members.filter(({ status }) => OPEN.includes(status));
    if (open.length === 0) return refuse({ code: 'complaintArchived' });
    const part = {
      type: 'grouped',
      group: context.actId,
      members: members.map(({ id }) => id),
      customers,
    } as const;
    return accept(...open.map((one) => complaintWrite(withEvent(one, part, context, 'complaint.group'))));
  },
};
