/**
 * The month's figures of complaints (DOMAIN §7): pure functions over records, each with its population and the ids behind
 * it. Complaints belong to the period they were received in; void ones count nowhere.
 */
import type { Period } from '../core/period';
import { shareOf, split, type Share } from '../service/share';
import { clocksOf } from './clocks';
import type { Complaint, Handler } from './schema';
import { standingOf } from './standing';
import { UNSOLVED } from './table';

/** Complaints received in a period, void ones left out. */
export const receivedIn = (complaints: readonly Complaint[], { from, to }: Period): readonly Complaint[] =>
  complaints.filter(({ day, status }) => status !== 'void' && day >= from && day <= to);

/** When the first round was solved for good; '' while it is not. A reopening belongs to satisfaction, not to this. */
export function firstSolvedAt({ body }: Complaint): string {
  let solved = '';
  for (const event of body.events) {
    if (event.type === 'solved') solved = event.when;
    else if (event.type === 'sentBack') solved = '';
    else if (event.type === 'reopened' || (event.type === 'followedUp' && event.again)) break;
  }
  return solved;
}

/** When the customer was first answered; '' while they were not. */
export function firstAnsweredAt({ body }: Complaint): string {
  return body.events.find((event) => event.type === 'answered')?.when ?? '';
}

/** The limit of the first round, extended or not; ISO instant. */
export function firstDueAt({ body }: Complaint): { readonly promised: string; readonly extended: string } {
  let extended = '';
  for (const event of body.events) {
    if (event.type === 'extended') extended = event.until;
    else if (event.type === 'reopened' || (event.type === 'followedUp' && event.again)) break;
  }
  return { promised: body.promises.solve.dueAt, extended };
}

/** A progress notice that was promised, as id of the complaint and of the event it was promised by. */
export interface NoticePromise {
  readonly id: string;
  readonly cause: string;
}

/** Notices in time against those that came late or not at all by `now`; what was solved before needs none. */
export function noticesOf(
  complaint: Complaint,
  now: string,
): readonly (NoticePromise & { readonly inTime: boolean })[] {
  return clocksOf(complaint.body)
    .filter(({ name }) => name === 'progress')
    .flatMap(({ cause, dueAt, endedAt, met }) => {
      const until = endedAt === '' ? now : endedAt;
      if (met) return [{ id: complaint.id, cause, inTime: endedAt <= dueAt }];
      return until > dueAt ? [{ id: complaint.id, cause, inTime: false }] : [];
    });
}

export interface DepartmentFigures {
  readonly handler: Handler | null;
  readonly complaints: readonly string[];
  /** One id for every extension and every escalation. */
  readonly extensions: readonly string[];
  readonly escalations: readonly string[];
}

export interface ComplaintFigures {
  /** All complaints of the period. */
  readonly all: readonly string[];
  /** Answered ÷ all. */
  readonly replied: Share;
  /** Solved and answered within the promised 48 hours ÷ all. */
  readonly onTime: Share;
  /** Of those not on time: solved within an extension a lead approved. */
  readonly withinExtension: readonly string[];
  /** Of those not on time: not solved, and the limit has not come yet. */
  readonly pending: readonly string[];
  /** Progress notices given in time ÷ notices due. */
  readonly notices: Share;
  /** Repeats ÷ (first complaints + repeats): `met` are the repeats. */
  readonly repeats: Share;
  /** Satisfied ÷ all. */
  readonly satisfied: Share;
  /** Asked and answered ÷ all. */
  readonly asked: Share;
  /** Calls by result of the last one that was answered. */
  readonly bySatisfaction: Readonly<Record<'satisfied' | 'mostly' | 'dissatisfied', readonly string[]>>;
  readonly departments: readonly DepartmentFigures[];
}

const keyOf = (handler: Handler | null): string => (handler ? `${handler.kind}:${handler.department}` : '');

function byDepartment(all: readonly Complaint[]): readonly DepartmentFigures[] {
  const groups = new Map<string, Complaint[]>();
  for (const one of all) {
    const key = keyOf(standingOf(one.body).assignment?.handler ?? null);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const eventsOf = (of: readonly Complaint[], type: 'extended' | 'escalated'): readonly string[] =>
    of.flatMap(({ id, body }) => body.events.filter((event) => event.type === type).map(() => id));
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, of]) => ({
      handler: of[0] ? (standingOf(of[0].body).assignment?.handler ?? null) : null,
      complaints: of.map(({ id }) => id),
      extensions: eventsOf(of, 'extended'),
      escalations: eventsOf(of, 'escalated'),
    }));
}

/**
 * @param now ISO instant; decides what is late by now
 * @param mostlyCounts 基本满意 counts as satisfied (a setting, printed)
 */
export function complaintFigures(
  complaints: readonly Complaint[],
  period: Period,
  now: string,
  mostlyCounts: boolean,
): ComplaintFigures {
  const all = receivedIn(complaints, period);
  const onTime = split(all, (one) => {
    const solved = firstSolvedAt(one);
    return solved !== '' && solved <= firstDueAt(one).promised;
  });
  const missed = all.filter(({ id }) => onTime.missed.includes(id));
  const said = (one: Complaint): string => standingOf(one.body).satisfaction ?? '';
  const isSatisfied = (one: Complaint): boolean =>
    said(one) === 'satisfied' || (mostlyCounts && said(one) === 'mostly');
  const notices = all.flatMap((one) => noticesOf(one, now));
  const idsWith = (satisfaction: string): readonly string[] =>
    all.filter((one) => said(one) === satisfaction).map(({ id }) => id);
  return {
    all: all.map(({ id }) => id),
    replied: split(all, (one) => firstAnsweredAt(one) !== ''),
    onTime,
    withinExtension: missed
      .filter((one) => {
        const solved = firstSolvedAt(one);
        return solved !== '' && solved <= firstDueAt(one).extended;
      })
      .map(({ id }) => id),
    pending: missed
      .filter(
        (one) => firstSolvedAt(one) === '' && UNSOLVED.includes(one.status) && firstDueAt(one).promised > now,
      )
      .map(({ id }) => id),
    notices: shareOf(
      notices.filter(({ inTime }) => inTime).map(({ id }) => id),
      notices.filter(({ inTime }) => !inTime).map(({ id }) => id),
    ),
    repeats: split(all, (one) => standingOf(one.body).repeatOf !== null),
    satisfied: split(all, isSatisfied),
    asked: split(all, (one) => said(one) !== ''),
    bySatisfaction: {
      satisfied: idsWith('satisfied'),
      mostly: idsWith('mostly'),
      dissatisfied: idsWith('dissatisfied'),
    },
    departments: byDepartment(all),
  };
}
