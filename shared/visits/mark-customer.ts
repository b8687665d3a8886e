/** `customer.mark`: a lead sets or lifts the VIP and 重点关注 notices of a person (DOMAIN §3.1, §3.10). */
import { accept, refuse, type Command } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { Checks } from '../core/field-checks';
import { changesBetween, withLog } from '../core/log';
import { LIMITS, type CustomerFlag, type CustomerFlagBody } from './schema';

export interface MarkCustomer {
  /** A new id, or the notice's own to change it. */
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly vip: boolean;
  readonly focus: boolean;
  readonly reason: string;
}

/** 重点关注 needs a reason. Neither VIP nor 重点关注 left: the notice is lifted, the record stays. */
export const markCustomer: Command<MarkCustomer> = {
  type: 'customer.mark',
  roles: ['lead'],
  reads: ({ id }) => [{ name: 'flag', collection: 'directory', ids: [id] }],
  decide: (input, loaded, context) => {
    const checks = new Checks();
    const name = checks.text('name', input.name, { max: LIMITS.name, required: true });
    const reason = checks.text('reason', input.reason, { max: LIMITS.reason, required: input.focus });
    const phone = checks.phone('phone', input.phone, true);
    if (checks.refusals.length > 0) return refuse(...checks.refusals);

    const old = loaded.flag?.find((doc): doc is CustomerFlag => doc.kind === 'customerFlag');
    const { vip, focus } = input;
    const before: CustomerFlagBody = old?.body ?? {
      v: 1,
      name: '',
      phone: '',
      vip: false,
      focus: false,
      reason: '',
    };
    const after: CustomerFlagBody = { ...before, name, phone, vip, focus, reason };
    const changes = changesBetween(before, after, ['name', 'phone', 'vip', 'focus', 'reason']);
    if (changes.length === 0) return refuse({ code: 'nothingChanged' });
    const { desk, actor, now: at, day } = context;
    const doc: Omit<CustomerFlag, 'ver'> = {
      ...(old ?? {
        id: input.id,
        kind: 'customerFlag',
        day,
        dueAt: NEVER_DUE,
        desk,
        by: actor.id,
        at,
        key: '',
      }),
      status: vip || focus ? 'active' : 'removed',
      body: withLog(after, context, 'customer.mark', { changes }),
    };
    return accept({ collection: 'directory', doc });
  },
};
