/** The orders of a period with everything still open, kept current from change events; handlers have only theirs. */
import { useMemo } from 'react';
import type { Actor } from '@shared/core/command';
import type { Period } from '@shared/core/period';
import { hasRole } from '@shared/core/roles';
import { isWorkOrder } from '@shared/work-orders/access';
import type { WorkOrder } from '@shared/work-orders/schema';
import { liveParts } from '@shared/work-orders/state';
import { useLive, type ReadState } from '../../data/live';
import { dueTickets } from '../../data/due-tickets';
import { range } from '../../data/read';
import { useSession } from '../../data/session';

/** Orders that still want something, whenever they were dispatched. */
export async function openOrders(): Promise<readonly WorkOrder[]> {
  // Every open order has a due time (`orderDueAt`).
  const due = await dueTickets();
  return due.filter(isWorkOrder);
}

async function load({ from, to }: Period): Promise<ReadonlyMap<string, WorkOrder>> {
  const [listed, open] = await Promise.all([
    range<WorkOrder>('tickets', 'kind', ['workOrder', from], ['workOrder', to]),
    openOrders(),
  ]);
  return new Map([...open, ...listed].map((order) => [order.id, order]));
}

/** True for an order this person sees: desk and manager all, a handler those with a part of their departments. */
export function isInSight({ body }: WorkOrder, actor: Actor | null): boolean {
  if (!actor) return false;
  if (hasRole(actor.roles, ['clerk', 'lead', 'manager'])) return true;
  return liveParts(body).some(({ department }) => actor.departments.includes(department));
}

export interface Orders {
  readonly state: ReadState;
  /** Newest first. */
  readonly orders: readonly WorkOrder[];
  /** Days of all these orders: what is open may be older than the period. */
  readonly span: Period;
}

export function useOrders(period: Period): Orders {
  const actor = useSession((session) => session.actor);
  const live = useLive(
    () => load(period),
    ['tickets'],
    [period.from, period.to],
    (orders, { docs }) =>
      new Map([...orders, ...docs.filter(isWorkOrder).map((doc) => [doc.id, doc] as const)]),
  );
  const found = live.state === 'ready' ? live.value : null;
  return useMemo(() => {
    const orders = [...(found?.values() ?? [])]
      .filter((order) => isInSight(order, actor))
      .sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
    return {
      state: live.state,
      orders,
      span: {
        from: orders.reduce((first, { day }) => (day < first ? day : first), period.from),
        to: period.to,
      },
    };
    // The period's days decide, not the object that holds them.
  }, [found, live.state, actor, period.from, period.to]);
}
