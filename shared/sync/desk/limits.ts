/** After every merge: what two desks broke together goes into tickets, each once. */
import type { SyncConflict } from '../conflict';
import { limitTicket, type Broken } from '../rules/limit';
import { checkSums } from '../rules/sums';
import type { DeskPort } from './ports';

/** Tickets of what is broken. */
export const limitTickets = (broken: readonly Broken[], { desk, now }: DeskPort): readonly SyncConflict[] =>
  broken.map((one) => limitTicket(one, desk, now()));

/** Those that do not stand here yet, decided or not. */
export async function freshTickets(
  desk: DeskPort,
  tickets: readonly SyncConflict[],
): Promise<readonly SyncConflict[]> {
  if (tickets.length === 0) return [];
  const ids = tickets.map(({ id }) => id);
  const known = new Set((await desk.docs('tickets', ids)).map(({ id }) => id));
  return tickets.filter(({ id }) => !known.has(id));
}

/** To be called inside `exclusive`. @throws Error when one could not be kept */
export async function keepTickets(desk: DeskPort, tickets: readonly SyncConflict[]): Promise<void> {
  const fresh = await freshTickets(desk, tickets);
  if (fresh.length === 0) return;
  if (!(await desk.keep(fresh.map((doc) => ({ collection: 'tickets', doc })))))
    throw new Error('ticket not kept');
}

/**
 * Looks for sums of the ledger that fell below zero. Nothing is lost by a crash before: the sums show it again at the
 * next check.
 */
export async function checkLimits(desk: DeskPort): Promise<void> {
  const looked = new Map(desk.looked);
  const broken = await checkSums(desk, looked, desk.today());
  if (broken.length > 0) await desk.exclusive(() => keepTickets(desk, limitTickets(broken, desk)));
  for (const [key, sum] of looked) desk.looked.set(key, sum);
}
