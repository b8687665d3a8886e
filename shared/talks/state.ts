/** How a talk moves (docs/talks.md): its steps as a table, and what is to be done next. */
import { NEVER_DUE } from '../core/envelope';
import { addDays, instantOf, civil } from '../core/time';
import type { Talk, TalkBody, TalkStatus } from './schema';

/** Days after which a solved talk is to have been followed up. */
export const FOLLOW_UP_DAYS = 3;
/** Days after that call within which the talk is archived. */
const ARCHIVE_DAYS = 1;

/** From where each step leads, and to where. */
export const TALK_STEPS = {
  correct: { from: ['open', 'returned'], to: 'open' },
  approve: { from: ['open'], to: 'approved' },
  sendBack: { from: ['open'], to: 'returned' },
  solve: { from: ['approved'], to: 'solved' },
  archive: { from: ['solved'], to: 'archived' },
  void: { from: ['open', 'returned', 'approved', 'solved'], to: 'void' },
} as const satisfies Record<string, { readonly from: readonly TalkStatus[]; readonly to: TalkStatus }>;
export type TalkStep = keyof typeof TALK_STEPS;

/** True when the talk may take the step. */
export function mayStep({ status }: Pick<Talk, 'status'>, step: TalkStep): boolean {
  const from: readonly TalkStatus[] = TALK_STEPS[step].from;
  return from.includes(status);
}

/** True while the customer's signed paper is not filed 待签字. */
export function awaitsSignature({ status, body }: Pick<Talk, 'status' | 'body'>): boolean {
  const unfiled = body.signature.mode === 'paper' && body.signature.archiveNo === '';
  return unfiled && status !== 'void' && status !== 'archived';
}

/** The end of the civil day `days` after an instant. */
export const endOfDay = (instant: string, days: number): string =>
  instantOf(`${addDays(civil(instant).slice(0, 10), days)}T23:59`);

/**
 * The envelope's `dueAt`: an approval within the day, the agreed time, of a solved talk the follow-up and, once that was
 * made, the archive number.
 */
export function talkDueAt(status: TalkStatus, body: TalkBody): string {
  switch (status) {
    case 'open':
    case 'returned': {
      const approval = endOfDay(body.heldAt, 0);
      return approval < body.agreedAt ? approval : body.agreedAt;
    }
    case 'approved':
      return body.agreedAt;
    case 'solved':
      return body.followedUpAt === undefined ? body.followUpDue : endOfDay(body.followedUpAt, ARCHIVE_DAYS);
    case 'archived':
    case 'void':
      return NEVER_DUE;
  }
}
