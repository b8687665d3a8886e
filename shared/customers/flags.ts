/**
 * The notice about a customer (VIP, 重点关注): a clerk proposes it, a lead confirms or refuses it, and takes it off with a
 * reason (DOMAIN §3.10). What a lead sets by themselves is `customer.mark`.
 */
import { accept, refuse, type Command, type Context, type Loaded } from '../core/command';
import { changed, newRecord } from '../core/documents';
import { Checks } from '../core/field-checks';
import { DESK_ROLES } from '../core/roles';
import { LIMITS, type CustomerFlag, type CustomerFlagBody } from '../visits/schema';

export interface ProposeFlag {
  /** Id of the new notice. */
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly vip: boolean;
  readonly focus: boolean;
  readonly reason: string;
}

const FLAGS = {
  name: 'flags',
  collection: 'directory',
  index: 'kind',
  from: ['customerFlag'],
  to: ['customerFlag'],
} as const;

const flagsIn = (loaded: Loaded): readonly CustomerFlag[] =>
  (loaded.flags ?? []).filter((doc): doc is CustomerFlag => doc.kind === 'customerFlag');

/** Waits for a lead; nobody else sees it until then. */
export const proposeFlag: Command<ProposeFlag> = {
  type: 'customer.proposeFlag',
  roles: DESK_ROLES,
  reads: () => [FLAGS],
  decide: ({ id, name: typedName, phone: typedPhone, vip, focus, reason: typed }, loaded, context) => {
    const checks = new Checks();
    const name = checks.text('name', typedName, { max: LIMITS.name, required: true });
    const phone = checks.phone('phone', typedPhone, true);
    const reason = checks.text('reason', typed, { max: LIMITS.reason, required: true });
    if (!vip && !focus) checks.refuse('focus', 'flagMissing');
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    const same = flagsIn(loaded).find(
      ({ body, status }) => status !== 'removed' && body.name === name && body.phone === phone,
    );
    if (same) return refuse({ code: same.status === 'active' ? 'flagStands' : 'flagProposed' });
    const doc = newRecord<'customerFlag', CustomerFlagBody>(
      id,
      'customerFlag',
      'customer.proposeFlag',
      { name, phone, vip, focus, reason },
      context,
    );
    return accept({ collection: 'directory', doc: { ...doc, status: 'proposed' } });
  },
};

export interface DecideFlag {
  readonly id: string;
  /** `lift`: takes a confirmed one off. */
  readonly decision: 'confirm' | 'refuse' | 'lift';
  readonly reason: string;
}

const ACTS = {
  confirm: 'customer.confirmFlag',
  refuse: 'customer.refuseFlag',
  lift: 'customer.liftFlag',
} as const;

/** A lead decides. Refusing and lifting need a reason; nobody confirms their own proposal. */
export const decideFlag: Command<DecideFlag> = {
  type: 'customer.decideFlag',
  roles: ['lead'],
  reads: ({ id }) => [{ name: 'flags', collection: 'directory', ids: [id] }],
  decide: ({ decision, reason: typed }, loaded, context) => {
    const [flag] = flagsIn(loaded);
    if (!flag) return refuse({ code: 'notFound' });
    if (flag.status !== (decision === 'lift' ? 'active' : 'proposed')) return refuse({ code: 'flagDecided' });
    const checks = new Checks();
    const reason = checks.text('reason', typed, {
      max: LIMITS.reason,
      required: decision !== 'confirm',
    });
    if (decision === 'confirm' && isOwn(flag, context)) checks.refuse('', 'ownProposal');
    if (checks.refusals.length > 0) return refuse(...checks.refusals);
    return accept({
      collection: 'directory',
      doc: changed(flag, ACTS[decision], {}, context, {
        status: decision === 'confirm' ? 'active' : 'removed',
        reason,
      }),
    });
  },
};

/** True when the signed-in person proposed it. */
export const isOwn = (flag: CustomerFlag, { actor }: Pick<Context, 'actor'>): boolean => flag.by === actor.id;
