/** Where a complaint stands: its events, one after the other, through the table. */
import type {
  ComplaintBody,
  ComplaintEvent,
  Determination,
  EventOf,
  Level,
  Promises,
  Satisfaction,
} from './schema';
import { SATISFACTIONS } from './schema';
import { TABLE, type Status } from './table';

export interface Standing {
  readonly status: Status;
  /** 0, and one more with every reopening. */
  readonly round: number;
  /** Clocks of this round, and the event they run from. */
  readonly promises: Promises;
  readonly since: ComplaintEvent;
  readonly appointment: EventOf<'appointed'> | null;
  readonly determination: EventOf<'determined' | 'redetermined'> | null;
  readonly grade: EventOf<'graded' | 'regraded'> | null;
  readonly assignment: EventOf<'assigned' | 'reassigned'> | null;
  /** Of this round. */
  readonly handled: readonly EventOf<'handled'>[];
  readonly answer: EventOf<'answered'> | null;
  readonly solved: EventOf<'solved'> | null;
  readonly reviewed: EventOf<'reviewed'> | null;
  /** Calls in vain in this round. */
  readonly tries: number;
  readonly extension: EventOf<'extended'> | null;
  /** Of all rounds. */
  readonly call: EventOf<'followedUp'> | null;
  readonly satisfaction: Satisfaction | null;
  readonly archiveNo: string;
  readonly level: Level | null;
  readonly repeatOf: EventOf<'linked'> | null;
  readonly collective: EventOf<'grouped'> | null;
  /** Questions to departments that wait for an answer. */
  readonly unexplained: readonly EventOf<'inquired'>[];
  readonly dismissed: readonly EventOf<'dismissed'>[];
}

const start = (first: ComplaintEvent, promises: Promises): Standing => ({
  status: 'received',
  round: 0,
  promises,
  since: first,
  appointment: null,
  determination: null,
  grade: null,
  assignment: null,
  handled: [],
  answer: null,
  solved: null,
  reviewed: null,
  tries: 0,
  extension: null,
  call: null,
  satisfaction: null,
  archiveNo: '',
  level: null,
  repeatOf: null,
  collective: null,
  unexplained: [],
  dismissed: [],
});

/** Only a responsibility complaint is graded. */
const afterDetermination = (kind: Determination): Status =>
  kind === 'responsible' ? 'determined' : 'graded';

const again = (before: Standing, event: ComplaintEvent, promises: Promises): Standing => ({
  ...before,
  status: 'reopened',
  round: before.round + 1,
  promises,
  since: event,
  handled: [],
  answer: null,
  solved: null,
  reviewed: null,
  tries: 0,
  extension: null,
});

function followed(before: Standing, event: EventOf<'followedUp'>): Standing {
  const { result } = event;
  if (result === 'notReached') {
    const status = event.gaveUp ? 'followedUp' : 'reviewed';
    return { ...before, tries: before.tries + 1, call: event, status };
  }
  const satisfaction = SATISFACTIONS.find((one) => one === result) ?? before.satisfaction;
  const told = { ...before, call: event, satisfaction };
  return event.again ? again(told, event, event.again) : { ...told, status: 'followedUp' };
}

function step(before: Standing, event: ComplaintEvent): Standing {
  switch (event.type) {
    case 'appointed':
      return { ...before, status: 'onSite', appointment: event };
    case 'determined':
    case 'redetermined':
      return {
        ...before,
        status: afterDetermination(event.kind),
        determination: event,
        grade: null,
        assignment: null,
      };
    case 'graded':
      return { ...before, status: 'graded', grade: event };
    case 'regraded':
      return { ...before, grade: event };
    case 'assigned':
      return { ...before, status: 'handling', assignment: event };
    case 'reassigned':
      return { ...before, assignment: event };
    case 'handled':
      return { ...before, handled: [...before.handled, event] };
    case 'answered':
      return { ...before, answer: event };
    case 'solved':
      return { ...before, status: 'solved', solved: event };
    case 'reviewed':
      return { ...before, status: 'reviewed', reviewed: event };
    case 'sentBack':
      return { ...before, status: 'handling', solved: null };
    case 'followedUp':
      return followed(before, event);
    case 'archived':
      return { ...before, status: 'archived', archiveNo: event.archiveNo };
    case 'reopened':
      return again(before, event, event.again);
    case 'extended':
      return { ...before, extension: event };
    case 'escalated':
      return { ...before, level: event.level };
    case 'inquired':
      return { ...before, unexplained: [...before.unexplained, event] };
    case 'explained':
      return { ...before, unexplained: before.unexplained.filter(({ id }) => id !== event.of) };
    case 'linked':
      return { ...before, repeatOf: event };
    case 'grouped':
      return { ...before, collective: event };
    case 'dismissed':
      return { ...before, dismissed: [...before.dismissed, event] };
    case 'voided':
      return { ...before, status: 'void' };
    case 'received':
    case 'noticed':
    case 'declined':
    case 'instructed':
    case 'pursued':
      return before;
  }
}

/** What must have been done before an event, beside the state it happens in. Code of the refusal, or null. */
export function missingBefore(standing: Standing, event: Pick<ComplaintEvent, 'type'>): string | null {
  const { determination, handled, answer } = standing;
  if (event.type === 'graded' || event.type === 'regraded')
    return determination?.kind === 'responsible' ? null : 'onlyResponsibleGraded';
  if (event.type !== 'solved') return null;
  if (handled.length === 0 && determination?.kind !== 'notResponsible') return 'nothingHandled';
  return answer ? null : 'notAnswered';
}

/** The standing after all events, or null when one of them could not happen where it stands. */
export function replay({ events, promises }: Pick<ComplaintBody, 'events' | 'promises'>): Standing | null {
  const [first, ...rest] = events;
  if (first?.type !== 'received') return null;
  let standing = start(first, promises);
  for (const event of rest) {
    if (!TABLE[event.type].from.includes(standing.status) || missingBefore(standing, event)) return null;
    standing = step(standing, event);
  }
  return standing;
}

const standings = new WeakMap<ComplaintBody, Standing>();

/**
 * The standing of a stored complaint.
 * @throws RangeError when its events contradict each other, which no command and no merge writes
 */
export function standingOf(body: ComplaintBody): Standing {
  const known = standings.get(body);
  if (known) return known;
  const standing = replay(body);
  if (!standing) throw new RangeError('events of a complaint out of order');
  standings.set(body, standing);
  return standing;
}
