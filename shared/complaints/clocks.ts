/**
 * Clocks of a complaint (DOMAIN §3.4). Each has one cause, the event it runs from, and a promised time that was reckoned
 * by the settings of that moment; it runs until the thing is done. Nothing here looks at the settings of today.
 */
import { NEVER_DUE } from '../core/envelope';
import type { Settings } from '../core/settings';
import { dueAfter, monthsAfter, type ClockName, type ClockSetting } from '../service/clocks';
import type { Complaint, ComplaintBody, ComplaintEvent, EventType, Promised, Promises } from './schema';
import { standingOf } from './standing';
import { UNSOLVED, type Status } from './table';

export const COMPLAINT_CLOCKS = ['progress', 'solve', 'month', 'reference', 'appointment'] as const;
export type ComplaintClock = (typeof COMPLAINT_CLOCKS)[number];

export interface Clock {
  readonly name: ComplaintClock;
  /** Id of the event it runs from. */
  readonly cause: string;
  /** ISO instants. */
  readonly from: string;
  readonly dueAt: string;
  /** How it was reckoned; null where the time was named (a month, a deadline, an appointment). */
  readonly by: ClockSetting | null;
  /** ISO instant it was stopped, or '' while it runs. */
  readonly endedAt: string;
  /** It was stopped by what it waits for; false: that became needless (the complaint was solved, void …). */
  readonly met: boolean;
}

function promised(name: ClockName, start: string, { clocks, workingHours }: Settings): Promised {
  const { minutes, mode } = clocks[name];
  return { minutes, mode, dueAt: dueAfter(start, clocks[name], workingHours) };
}

/** What the customer may expect from `start`. */
export function promisesFrom(start: string, settings: Settings): Promises {
  return {
    progress: promised('complaintProgress', start, settings),
    solve: promised('complaintSolve', start, settings),
  };
}

/** When the next progress notice is due after one given at `when`. */
export const nextNotice = (when: string, settings: Settings): Promised =>
  promised('complaintProgress', when, settings);

/** One month after an instant: what is not solved by then is 重大, and no extension goes further. */
const monthFrom = (instant: string): string => monthsAfter(instant, 1);

/**
 * The end of the month a complaint is to be solved in: from its receipt; when that had passed at a reopening, from the
 * reopening.
 */
export function monthEnd(body: ComplaintBody): string {
  const { since, round } = standingOf(body);
  const end = monthFrom(body.receivedAt);
  return round > 0 && since.at >= end ? monthFrom(since.at) : end;
}

type Running = Omit<Clock, 'endedAt' | 'met'>;

/** Clocks while the events are read one after the other. */
class Clocks {
  readonly done: Clock[] = [];
  readonly running = new Map<ComplaintClock, Running>();
  /** What the last solution stopped: it runs on when the review sends the complaint back. */
  private halted: readonly Running[] = [];

  begin(clock: Running): void {
    this.running.set(clock.name, clock);
  }

  end(name: ComplaintClock, at: string, met: boolean): void {
    const clock = this.running.get(name);
    if (!clock) return;
    this.running.delete(name);
    // A time put right later may lie before the clock began.
    this.done.push({ ...clock, endedAt: at > clock.from ? at : clock.from, met });
  }

  endAll(at: string): void {
    for (const name of [...this.running.keys()]) this.end(name, at, false);
  }

  round({ id }: ComplaintEvent, from: string, { progress, solve }: Promises): void {
    this.begin({ name: 'progress', cause: id, from, dueAt: progress.dueAt, by: progress });
    this.begin({ name: 'solve', cause: id, from, dueAt: solve.dueAt, by: solve });
  }

  solved(at: string): void {
    this.halted = [...this.running.values()];
    for (const name of ['solve', 'month', 'reference'] as const) this.end(name, at, true);
    this.endAll(at);
  }

  sentBack(): void {
    for (const clock of this.halted) {
      const index = this.done.findIndex(({ name, cause }) => name === clock.name && cause === clock.cause);
      if (index >= 0) this.done.splice(index, 1);
      this.begin(clock);
    }
    this.halted = [];
  }
}

/** Every clock that ever ran, the ended ones first. */
export function clocksOf(body: ComplaintBody): readonly Clock[] {
  const clocks = new Clocks();
  const { receivedAt, reference } = body;
  let monthDue = monthFrom(receivedAt);
  const month = (cause: string, from: string): void =>
    clocks.begin({ name: 'month', cause, from, dueAt: monthDue, by: null });
  for (const event of body.events) {
    const { id: cause, at } = event;
    switch (event.type) {
      case 'received':
        clocks.round(event, receivedAt, body.promises);
        month(cause, receivedAt);
        if (reference?.deadline)
          clocks.begin({ name: 'reference', cause, from: receivedAt, dueAt: reference.deadline, by: null });
        break;
      case 'noticed':
        clocks.end('progress', event.when, true);
        clocks.begin({
          name: 'progress',
          cause,
          from: event.when,
          dueAt: event.next.dueAt,
          by: event.next,
        });
        break;
      case 'appointed':
        clocks.end('appointment', at, false);
        clocks.begin({ name: 'appointment', cause, from: at, dueAt: event.when, by: null });
        break;
      case 'determined':
      case 'redetermined':
        clocks.end('appointment', at, true);
        // Only a responsibility complaint can become 重大.
        if (event.kind !== 'responsible') clocks.end('month', at, false);
        else if (!clocks.running.has('month')) month(cause, at);
        break;
      case 'extended': {
        const from = clocks.running.get('solve')?.from ?? at;
        clocks.end('solve', at, false);
        clocks.begin({ name: 'solve', cause, from, dueAt: event.until, by: null });
        break;
      }
      case 'solved':
        clocks.solved(event.when);
        break;
      case 'sentBack':
        clocks.sentBack();
        break;
      case 'followedUp':
        if (event.again) clocks.round(event, at, event.again);
        break;
      case 'reopened':
        clocks.round(event, at, event.again);
        break;
      case 'voided':
        clocks.endAll(at);
        break;
      case 'graded':
      case 'regraded':
      case 'assigned':
      case 'reassigned':
      case 'handled':
      case 'answered':
      case 'reviewed':
      case 'archived':
      case 'escalated':
      case 'inquired':
      case 'explained':
      case 'declined':
      case 'instructed':
      case 'pursued':
      case 'linked':
      case 'dismissed':
      case 'grouped':
        break;
    }
    const isAgain = event.type === 'reopened' || (event.type === 'followedUp' && event.again !== null);
    if (!isAgain) continue;
    if (at >= monthDue) monthDue = monthFrom(at);
    month(cause, at);
  }
  return [...clocks.done, ...[...clocks.running.values()].map(stillRunning)];
}

const stillRunning = (clock: Running): Clock => ({ ...clock, endedAt: '', met: false });

/** The clocks that run now, the soonest first. */
export const runningClocks = (body: ComplaintBody): readonly Clock[] =>
  clocksOf(body)
    .filter(({ endedAt }) => endedAt === '')
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt));

/** From when on somebody waits for the lead's review, the call, the archive; '' in other states. */
export function waitingSince(body: ComplaintBody): string {
  const { status } = standingOf(body);
  return UNSOLVED.includes(status) || status === 'archived' || status === 'void'
    ? ''
    : ([...body.events].reverse().find(({ type }) => type === ENTERS[status])?.at ?? '');
}

const ENTERS: Readonly<Partial<Record<Status, EventType>>> = {
  solved: 'solved',
  reviewed: 'reviewed',
  followedUp: 'followedUp',
};

/** The envelope as the events make it; after every change of the body. */
export function restated<D extends Omit<Complaint, 'ver'>>(doc: D): D {
  const { status } = standingOf(doc.body);
  const [first] = runningClocks(doc.body);
  const dueAt = UNSOLVED.includes(status) ? (first?.dueAt ?? NEVER_DUE) : waitingSince(doc.body) || NEVER_DUE;
  return { ...doc, status, dueAt };
}
