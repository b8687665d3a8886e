/** What each person's week consisted of, counted from the records: the draft of the meeting's sheet (DOMAIN §3.8). */
import type { Envelope } from '../core/envelope';
import { businessDay } from '../core/time';
import type { Task } from '../tasks/schema';
import type { Note } from '../shift-log/schema';
import { doneOf } from '../shift-log/reading';

/** What is counted, by the kind of its record; by whom is the record's `by`. */
const COUNTED = {
  visits: ['visit'],
  enquiries: ['enquiry'],
  talks: ['talk'],
  complaints: ['complaint'],
  followUps: ['followUp'],
  sales: ['sale'],
  fees: ['fee', 'topUp'],
  lostItems: ['foundItem'],
  loans: ['depositTaken'],
  shifts: ['shiftLog'],
  checklists: ['checklist'],
  notes: ['note'],
} as const satisfies Record<string, readonly string[]>;

export type WeekFigure = keyof typeof COUNTED;
export const WEEK_FIGURES = Object.keys(COUNTED) as readonly WeekFigure[];

export interface PersonWeek {
  readonly counts: Readonly<Record<WeekFigure, number>>;
  /** Titles of tasks they finished in the week, and of those still open. */
  readonly finished: readonly string[];
  readonly open: readonly string[];
  /** Notes of the log they saw to. */
  readonly seenTo: readonly string[];
}

interface Week {
  /** Business days, both included. */
  readonly from: string;
  readonly to: string;
  readonly cutOffHour: number;
}

/** @param records everything of the week, and every task that is open or was changed in it; voided records do not count */
export function personWeek(
  records: readonly Envelope[],
  staff: string,
  { from, to, cutOffHour }: Week,
): PersonWeek {
  const isIn = (day: string): boolean => day >= from && day <= to;
  const mine = records.filter(({ by, day, status }) => by === staff && status !== 'void' && isIn(day));
  const counts = Object.fromEntries(
    WEEK_FIGURES.map((figure) => {
      const kinds: readonly string[] = COUNTED[figure];
      return [figure, mine.filter(({ kind }) => kinds.includes(kind)).length];
    }),
  ) as Record<WeekFigure, number>;
  const tasks = records.filter((doc): doc is Task => doc.kind === 'task' && doc.key === staff);
  const finishedIn = ({ body }: Task): boolean =>
    (body.log ?? []).some(({ act, at }) => act === 'task.finish' && isIn(businessDay(at, cutOffHour)));
  const notes = records.filter((doc): doc is Note => doc.kind === 'note');
  return {
    counts,
    finished: tasks
      .filter((task) => (task.status === 'done' || task.status === 'confirmed') && finishedIn(task))
      .map(({ body }) => body.title),
    open: tasks
      .filter(({ status, day }) => (status === 'given' || status === 'accepted') && day <= to)
      .map(({ body }) => body.title),
    seenTo: notes
      .filter((note) => {
        const done = doneOf(note);
        return done?.by === staff && isIn(businessDay(done.at, cutOffHour));
      })
      .map(({ body }) => body.text),
  };
}
