/** What this person may do with a complaint now, by the table of its workflow. */
import type { Actor } from '@shared/core/command';
import { hasRole } from '@shared/core/roles';
import { runningClocks } from '@shared/complaints/clocks';
import type { Complaint, EventType } from '@shared/complaints/schema';
import { standingOf } from '@shared/complaints/standing';
import { OPEN, TABLE } from '@shared/complaints/table';
import { isOffered } from '../../data/offered';
import { dueLevel } from '../../ui/service/due-badge';

/** Acts by name, with the event each records. */
export const ACTS = {
  notice: 'noticed',
  appoint: 'appointed',
  determine: 'determined',
  redetermine: 'redetermined',
  grade: 'graded',
  regrade: 'regraded',
  assign: 'assigned',
  reassign: 'reassigned',
  handle: 'handled',
  answer: 'answered',
  solve: 'solved',
  review: 'reviewed',
  sendBack: 'sentBack',
  followUp: 'followedUp',
  archive: 'archived',
  reopen: 'reopened',
  extend: 'extended',
  escalate: 'escalated',
  inquire: 'inquired',
  explain: 'explained',
  decline: 'declined',
  instruct: 'instructed',
  pursue: 'pursued',
  void: 'voided',
} as const satisfies Readonly<Record<string, EventType>>;
export type Act = keyof typeof ACTS;

export const isAct = (name: string): name is Act => Object.hasOwn(ACTS, name);

/** Acts that are possible in the complaint's state and allowed to this person. */
export function actsOf(complaint: Complaint, actor: Actor | null): readonly Act[] {
  const roles = actor?.roles ?? [];
  const { determination, unexplained } = standingOf(complaint.body);
  return (Object.keys(ACTS) as Act[]).filter((act) => {
    const { from, who } = TABLE[ACTS[act]];
    if (!from.includes(complaint.status) || !hasRole(roles, who)) return false;
    if (!isOffered({ type: `complaint.${act}` })) return false;
    if (act === 'explain') return unexplained.length > 0;
    return act !== 'regrade' || determination?.kind === 'responsible';
  });
}

/** The duty that comes next: a progress notice when it is due, else the next step of the way; null when there is none. */
export function nextAct(complaint: Complaint, now: string, amberMinutes: number): Act | null {
  const { body, status } = complaint;
  if (!OPEN.includes(status)) return null;
  const progress = runningClocks(body).find(({ name }) => name === 'progress');
  if (progress && dueLevel(progress.dueAt, now, amberMinutes) !== 'open') return 'notice';
  const { handled, answer, determination } = standingOf(body);
  switch (status) {
    case 'received':
    case 'onSite':
      return 'determine';
    case 'determined':
      return 'grade';
    case 'graded':
      return 'assign';
    case 'handling':
    case 'reopened':
      if (handled.length === 0 && determination?.kind !== 'notResponsible') return 'handle';
      return answer ? 'solve' : 'answer';
    case 'solved':
      return 'review';
    case 'reviewed':
      return 'followUp';
    case 'followedUp':
      return 'archive';
    case 'archived':
    case 'void':
      return null;
  }
}
