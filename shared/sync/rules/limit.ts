/**
 * Limits over several records (DESIGN §4): each desk keeps them by what it knows, and two desks that are apart can break
 * them together. What no longer fitted goes into a ticket beside the record before it; the lead reverses one or notes
 * why both hold.
 */
import { NEVER_DUE, type Envelope } from '../../core/envelope';
import { digestOf } from '../canonical';
import type { SyncConflict } from '../conflict';

export const LIMIT_RULES = [
  /** More came back than the sale had. */
  'refund',
  /** More was paid than an entry on account owed. */
  'debt',
  /** One thing lent came back twice. */
  'loan',
  /** One tip was paid out twice. */
  'tip',
  /** A member spent more than the account held. */
  'balance',
  /** More was handed to finance than the session left. */
  'custody',
  /** A deposit was received, and taken back at a desk that did not know. */
  'receipt',
] as const;
export type LimitRule = (typeof LIMIT_RULES)[number];

/** One record that no longer fitted. */
export interface Broken {
  readonly rule: LimitRule;
  /** What the limit is of: a sale, a debt, an account, a session with its tender. */
  readonly ref: string;
  /** What was there before it. */
  readonly before: Envelope;
  readonly over: Envelope;
}

/** A record that takes `amount` (above 0) from what there is. */
export interface Taker {
  readonly doc: Envelope;
  readonly amount: number;
}

/** The same order at every desk, in whatever order the records came. */
export const inOrder = ({ doc: a }: Taker, { doc: b }: Taker): number =>
  a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1;

/**
 * Those that no longer fitted, each with the one before it, else with `source`. What is left over counts in full however
 * late it came, so that a record once over stays so when more takers become known: desks that learn of them in another
 * order name the same ones.
 * @param left what is left when all have taken; nothing is over while that is 0 or more
 * @param takers all of them, or at least the latest that took it below 0 and one more
 */
export function beyond(
  left: number,
  takers: readonly Taker[],
  source: Envelope | null,
): readonly Pick<Broken, 'before' | 'over'>[] {
  const sorted = [...takers].sort(inOrder);
  const over: Pick<Broken, 'before' | 'over'>[] = [];
  let after = left;
  for (let at = sorted.length - 1; at >= 0 && after < 0; at -= 1) {
    const taker = sorted[at] as Taker;
    const before = sorted[at - 1]?.doc ?? source;
    if (before) over.unshift({ before, over: taker.doc });
    after += taker.amount;
  }
  return over;
}

/** Id of the ticket: of the rule, what it is about and the record that is over, so that all desks make one. */
export function limitTicketId({ rule, ref, over }: Pick<Broken, 'rule' | 'ref' | 'over'>): string {
  const text = `${rule} ${ref} ${over.id}`;
  return `limit:${rule}:${digestOf(text)}${digestOf(`${text} `)}`;
}

/** The ticket a lead decides. */
export function limitTicket(broken: Broken, desk: string, now: string): SyncConflict {
  const { rule, before, over } = broken;
  return {
    id: limitTicketId(broken),
    kind: 'syncConflict',
    status: 'open',
    day: over.day,
    dueAt: NEVER_DUE,
    desk,
    by: over.by,
    at: now,
    ver: { [desk]: 1 },
    key: '',
    body: {
      v: 1,
      rule,
      pairs: [{ collection: 'ledger', kept: before, other: over, fields: [] }],
      outcome: null,
      note: '',
    },
  };
}
