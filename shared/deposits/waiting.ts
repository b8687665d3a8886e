/** What waits to be deposited with finance, per closed session and tender, and how old it is (DOMAIN §6). */
import { DAY_MS } from '../core/time';
import type { Books } from '../ledger/books';
import { TILL_TENDERS, type Tender } from '../ledger/entries/parts';

export interface WaitingRow {
  /** `<session>|<tender>`. */
  readonly key: string;
  readonly session: string;
  readonly no: string;
  readonly desk: string;
  readonly day: string;
  readonly tender: Tender;
  readonly amount: number;
  /** Business days since the session. */
  readonly age: number;
}

/** Days from one business day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** Key of a row. */
export const waitingKey = (session: string, tender: Tender): string => `${session}|${tender}`;

/** Oldest first; money of open sessions is in their till and does not wait. */
export function waitingRows({ sessions }: Books, today: string): readonly WaitingRow[] {
  return Object.entries(sessions)
    .flatMap(([session, { no, desk, day, waiting }]) =>
      TILL_TENDERS.map((tender) => ({
        key: waitingKey(session, tender),
        session,
        no,
        desk,
        day,
        tender,
        amount: waiting[tender] ?? 0,
        age: Math.max(0, daysBetween(day, today)),
      })).filter(({ amount }) => amount !== 0),
    )
    .sort((a, b) => a.day.localeCompare(b.day) || a.no.localeCompare(b.no));
}

/** On the last allowed day it is due, after it overdue. */
export function ageLevel(age: number, depositDays: number): 'open' | 'due' | 'overdue' {
  return age > depositDays ? 'overdue' : age === depositDays ? 'due' : 'open';
}
