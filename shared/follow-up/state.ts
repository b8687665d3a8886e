/** How a follow-up moves (docs/follow-up.md): planned until the customer was reached, refused, or was tried often enough. */
import { accept, refuse, type Decision, type Loaded, type Read } from '../core/command';
import { NEVER_DUE, type Envelope } from '../core/envelope';
import type { Settings } from '../core/settings';
import { addDays, instantOf } from '../core/time';
import { isEnquiry } from '../enquiries/schema';
import { endOfWork } from '../service/clocks';
import type { MatterBody } from '../service/schema';
import { isFollowUp, type FollowUp, type FollowUpBody, type FollowUpStatus } from './schema';

/** Days ahead that calls are planned at most, and back that they are entered from paper. */
export const MOST_AHEAD_DAYS = 62;
export const MOST_LATE_DAYS = 7;

/** ISO instant by which a call planned for a business day is made. */
export const callBy = (day: string, { workingHours }: Settings): string =>
  endOfWork(instantOf(`${day}T00:00`), workingHours);

/** ISO instant of the next attempt when none was agreed: the end of the next working day. */
export const nextTry = (day: string, settings: Settings): string => callBy(addDays(day, 1), settings);

/** The envelope's due time. */
export const followUpDueAt = (status: FollowUpStatus, { nextAt }: Pick<FollowUpBody, 'nextAt'>): string =>
  status === 'planned' ? nextAt : NEVER_DUE;

/** Attempts that reached nobody. */
export const missed = ({ attempts }: Pick<FollowUpBody, 'attempts'>): number =>
  attempts.filter(({ result }) => result === 'notReached').length;

/** True once it was tried often enough to be closed as 未接通. */
export const mayGiveUp = (body: Pick<FollowUpBody, 'attempts'>, settings: Settings): boolean =>
  missed(body) >= settings.followUpAttempts;

/** Whether a matter is answered or over, so that its customer may be asked how it went. */
const ANSWERED: Readonly<Record<string, (doc: Envelope) => boolean>> = {
  enquiry: (doc) => isEnquiry(doc) && doc.body.answeredAt !== '',
  talk: ({ status }) => status === 'solved' || status === 'archived',
  complaint: ({ status }) => status === 'archived',
  workOrder: ({ status }) => status === 'closed' || status === 'confirmed',
  visit: ({ status }) => status !== 'onSite',
  sale: () => true,
};

/** States of a complaint from its solution to its archive number. */
const FOLLOWS_OWN: readonly string[] = ['solved', 'reviewed', 'followedUp'];

/** Why no follow-up may grow from a record, as the code of a refusal; null where it may. */
export function whyNot(doc: Envelope): string | null {
  if (doc.status === 'void' || doc.status === 'reversed') return 'recordVoid';
  // A complaint has a follow-up of its own, whose outcome reopens or archives it; only later ones are calls like others.
  if (doc.kind === 'complaint' && FOLLOWS_OWN.includes(doc.status)) return 'complaintFollowsOwn';
  const answered = Object.hasOwn(ANSWERED, doc.kind) ? ANSWERED[doc.kind] : undefined;
  if (!answered) return 'notFollowable';
  if (!answered(doc)) return 'matterUnanswered';
  const { children } = doc.body as Partial<MatterBody>;
  return children?.some(({ kind }) => kind === 'followUp') ? 'alreadyFollowUp' : null;
}

/** Asks for one follow-up by id. */
export const readFollowUp = (id: string): Read => ({ name: 'followUp', collection: 'tickets', ids: [id] });

/** Decides on the loaded follow-up; a missing one and a void one are refused. */
export function decideOn(loaded: Loaded, decide: (followUp: FollowUp) => Decision): Decision {
  const followUp = loaded.followUp?.find(isFollowUp);
  if (!followUp) return refuse({ code: 'notFound' });
  if (followUp.status === 'void') return refuse({ code: 'recordVoid' });
  return decide(followUp);
}

/** The follow-up with another body: status and due time follow from it. */
export function standing(doc: FollowUp, body: FollowUpBody): FollowUp {
  const status: FollowUpStatus = doc.status === 'void' ? 'void' : body.outcome === '' ? 'planned' : 'done';
  return { ...doc, status, dueAt: followUpDueAt(status, body), body };
}

/** Accepts the changed follow-up. */
export const acceptFollowUp = (doc: FollowUp): Decision => accept({ collection: 'tickets', doc });
