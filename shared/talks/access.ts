/** Reading the one talk a command is about, and writing it back. */
import { accept, refuse, type Context, type Decision, type Loaded, type Read } from '../core/command';
import type { Envelope, LogEntry } from '../core/envelope';
import { withLog } from '../core/log';
import type { Talk, TalkBody, TalkStatus } from './schema';
import { TALK_STEPS, mayStep, talkDueAt, type TalkStep } from './state';

export const isTalk = (doc: Envelope): doc is Talk => doc.kind === 'talk';

/** Asks for one talk by id. */
export const readTalk = (id: string): Read => ({ name: 'talk', collection: 'tickets', ids: [id] });

/** Decides on the loaded talk when it may take the step. */
export function decideOn(loaded: Loaded, step: TalkStep, decide: (talk: Talk) => Decision): Decision {
  const talk = loaded.talk?.find(isTalk);
  if (!talk) return refuse({ code: 'notFound' });
  if (talk.status === 'void') return refuse({ code: 'recordVoid' });
  return mayStep(talk, step) ? decide(talk) : refuse({ code: STEP_REFUSALS[step] });
}

/** Why a talk cannot take a step where it stands. */
const STEP_REFUSALS: Readonly<Record<TalkStep, string>> = {
  correct: 'talkDecided',
  approve: 'talkNotWaiting',
  sendBack: 'talkNotWaiting',
  solve: 'talkNotApproved',
  archive: 'talkNotSolved',
  void: 'talkArchived',
};

/** The talk after a step, accepted. */
export function stepped(
  talk: Talk,
  step: TalkStep,
  change: Partial<TalkBody>,
  context: Context,
  act: string,
  why: Pick<LogEntry, 'reason' | 'changes'> = {},
): Decision {
  return acceptTalk(talk, TALK_STEPS[step].to, change, context, act, why);
}

/** The talk with changed fields in a state. */
export function acceptTalk(
  talk: Talk,
  status: TalkStatus,
  change: Partial<TalkBody>,
  context: Context,
  act: string,
  why: Pick<LogEntry, 'reason' | 'changes'> = {},
): Decision {
  const body = withLog({ ...talk.body, ...change }, context, act, why);
  return accept({ collection: 'tickets', doc: { ...talk, status, dueAt: talkDueAt(status, body), body } });
}
