/** `matter.handOver`: open matters go to a named colleague, who is their responsible person from then on (DOMAIN §2). */
import { accept, refuse, type Command, type Refusal } from '../core/command';
import { Checks } from '../core/field-checks';
import { withLog } from '../core/log';
import { DESK_ROLES, hasRole } from '../core/roles';
import type { Staff } from '../directory/schema';
import { isOpenMatter } from './open';
import { LIMITS, type HandOver } from './schema';

export interface HandOverInput {
  /** Ticket ids. */
  readonly ids: readonly string[];
  /** Staff id of the colleague. */
  readonly to: string;
  readonly reason: string;
}

/** Most matters handed over at once. */
export const MAX_HAND_OVER = 500;

export const handOverMatters: Command<HandOverInput> = {
  type: 'matter.handOver',
  roles: [...DESK_ROLES, 'manager'],
  reads: ({ ids, to }) => [
    { name: 'matters', collection: 'tickets', ids: ids.slice(0, MAX_HAND_OVER) },
    { name: 'staff', collection: 'directory', ids: to === '' ? [] : [to] },
  ],
  decide: ({ ids, to, reason }, loaded, context) => {
    const checks = new Checks();
    const why = checks.text('reason', reason, { max: LIMITS.reason, required: true });
    const colleague = loaded.staff?.find((doc): doc is Staff => doc.kind === 'staff');
    if (to === '') checks.refuse('to', 'required');
    else if (colleague?.status !== 'active') checks.refuse('to', 'colleagueGone');
    else if (!hasRole(colleague.body.roles, DESK_ROLES)) checks.refuse('to', 'colleagueNotAtDesk');
    if (ids.length === 0 || ids.length > MAX_HAND_OVER)
      checks.refuse('ids', 'badNumber', { min: 1, max: MAX_HAND_OVER });
    const matters = loaded.matters ?? [];
    const open = matters.filter(isOpenMatter);
    const mayMoveOthers = hasRole(context.actor.roles, ['lead', 'manager']);
    const faults: readonly Refusal[] = [
      ...(matters.length < new Set(ids).size ? [{ code: 'notFound' }] : []),
      ...(open.length < matters.length ? [{ code: 'matterClosed' }] : []),
      ...(open.some(({ key }) => key === to) ? [{ field: 'to', code: 'alreadyResponsible' }] : []),
      ...(mayMoveOthers || open.every(({ key }) => key === context.actor.id)
        ? []
        : [{ code: 'notResponsible' }]),
    ];
    const refusals = [...checks.refusals, ...faults];
    if (refusals.length > 0) return refuse(...refusals);
    return accept(
      ...open.map((doc) => {
        const entry: HandOver = {
          id: context.actId,
          at: context.now,
          by: context.actor.id,
          from: doc.key,
          to,
          reason: why,
        };
        const changes = [{ field: 'responsible', from: doc.key, to }];
        return {
          collection: 'tickets' as const,
          doc: {
            ...doc,
            key: to,
            body: withLog(
              { ...doc.body, handOvers: [...doc.body.handOvers, entry] },
              context,
              'matter.handOver',
              { reason: why, changes },
            ),
          },
        };
      }),
    );
  },
};
