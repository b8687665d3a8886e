/** `customer.mark`: a lead sets or lifts the VIP and 重点关注 notices of a person (DOMAIN §3.1, §3.10). */
import { accept, refuse, type Command, type Refusal } from '../core/command';
import { NEVER_DUE } from '../core/envelope';
import { changesBetween, withLog } from '../core/log';
import { normalizePhone } from '../core/phone';
import { checkText } from './fields';
import type { CustomerFlag, CustomerFlagBody } from './schema';

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
    const refusals: Refusal[] = [];
    const text = (field: 'name' | 'reason', required: boolean): string => {
      const checked = checkText(field, input[field], { required });
      if ('text' in checked) return checked.text;
      refusals.push(checked);
      return '';
    };
    const name = text('name', true);
    const reason = text('reason', input.focus);
    const phone = normalizePhone(input.phone);
    if (phone === '') refusals.push({ field: 'phone', code: 'required' });
    if (phone === null) refusals.push({ field: 'phone', code: 'badPhone' });
    if (refusals.length > 0) return refuse(...refusals);

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
    const after: CustomerFlagBody = { ...before, name, phone: phone ?? '', vip, focus, reason };
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
