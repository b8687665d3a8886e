/** Records of the shift log 交接班 in `roster` (DOMAIN §3.8). Their `day` is the business day of the shift they belong to. */
import type { BodyBase, Envelope } from '../core/envelope';
import type { StaffMark } from '../signatures/signature';

interface InSlot extends BodyBase {
  /** Desk code and id of the shift the record belongs to, which may be another desk's than the one that wrote it. */
  readonly slotDesk: string;
  readonly shift: string;
  /** Name of the shift as it was then. */
  readonly shiftName: string;
}

/**
 * What somebody passes on, written once. Each note is a record of its own, so that two desks may write into one log
 * without meeting. `key` is the author; done and read stand in its log.
 */
export interface NoteBody extends InSlot {
  readonly text: string;
  /** Staff id it is meant for, or '' for whoever comes next. */
  readonly to: string;
  /** Somebody has to do something. */
  readonly action: boolean;
  /** Earlier note this one corrects or adds to, or ''. */
  readonly adds: string;
}
/** `plain` wants nothing done; `open` until somebody says it is `done`. */
export type Note = Envelope<'note', 'plain' | 'open' | 'done', NoteBody>;

/** An open matter as it stood when the shift was handed over. */
export interface LogMatter {
  readonly id: string;
  /** Kind of its record. */
  readonly kind: string;
  readonly no: string;
  readonly title: string;
  /** Status of its record. */
  readonly status: string;
  /** ISO instant or NEVER_DUE. */
  readonly dueAt: string;
  /** Staff id whose it is from then on. */
  readonly responsible: string;
}

export const TILL_STATES = ['open', 'sealed', 'closed'] as const;
export type TillState = (typeof TILL_STATES)[number];
export const COUNT_STATES = ['missing', 'counting', 'submitted', 'approved'] as const;
export type CountState = (typeof COUNT_STATES)[number];

/** Till and goods as they stood. */
export interface DeskState {
  readonly till: TillState;
  /** Number of the open session, or ''. */
  readonly session: string;
  /** Fen counted and not yet deposited with finance, of all desks, and in how many sessions. */
  readonly undeposited: number;
  readonly undepositedSessions: number;
  /** The day's morning count. */
  readonly count: CountState;
  /** Counts submitted whose differences wait for a lead. */
  readonly countsWaiting: number;
}

/** A line of Today that was late when the shift ended. */
export interface OverdueLine {
  readonly title: string;
  readonly detail: string;
}

/** One person signs off from a shift. Id `shiftlog:<desk>:<day>:<shift>:<staff>`, `key` the person. Who read it stands in its log. */
export interface ShiftLogBody extends InSlot {
  readonly leaver: StaffMark;
  readonly matters: readonly LogMatter[];
  readonly state: DeskState;
  readonly overdue: readonly OverdueLine[];
  readonly remark: string;
}
export type ShiftLog = Envelope<'shiftLog', 'signed', ShiftLogBody>;

/** Longest texts, in characters. */
export const LIMITS = { text: 1_000, remark: 500, title: 200 } as const;
/** Most lines of Today that are kept. */
export const MAX_OVERDUE = 50;

/** Act of the log by which somebody has read a record. */
export const READ = 'shiftLog.acknowledge';
