/** 紧急事件 in `tickets` (DOMAIN §3.11): the report, who is to be told, every call, the roll call, how it ended. */
import type { BodyBase, Envelope } from '../core/envelope';

/** Where somebody on the notification list came from. */
export const SOURCES = ['contact', 'staff', 'visit', 'players', 'caddies', 'added'] as const;
export type Source = (typeof SOURCES)[number];

/** Somebody, or a group told by number, who must be notified. Ids are made of the source, so that two desks list one person once. */
export interface ListedPerson {
  readonly id: string;
  readonly source: Source;
  /** '' of players and caddies. */
  readonly name: string;
  /** '' when there is no contact data: notified in person. */
  readonly phone: string;
  /** Job of a contact, company of a visitor; '' otherwise. */
  readonly role: string;
  /** Persons this stands for. */
  readonly people: number;
  /** Takes part in the roll call. */
  readonly onSite: boolean;
}

export const OUTCOMES = ['reached', 'notReached', 'inPerson'] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** Stands for an earlier entry that was wrong; that one stays and counts no longer. */
export const TAKEN_BACK = 'takenBack';

/** One try to tell somebody, or the taking back of one. */
export interface Call {
  readonly id: string;
  /** Id of the listed person. */
  readonly person: string;
  /** ISO instant. */
  readonly at: string;
  /** Staff id of who called or went there. */
  readonly by: string;
  readonly outcome: Outcome | typeof TAKEN_BACK;
  readonly note: string;
  /** Id of the entry that is taken back; only with `takenBack`. */
  readonly takes?: string;
}

export const MARKS = ['safe', 'missing', 'unknown'] as const;
export type Mark = (typeof MARKS)[number];

/** One tick of the roll call; the latest of a person stands. */
export interface RollMark {
  readonly id: string;
  readonly person: string;
  readonly at: string;
  readonly by: string;
  readonly mark: Mark;
}

/** What was done 处理经过. */
export interface Measure {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly text: string;
}

export interface IncidentBody extends BodyBase {
  /** ISO instant, whole minutes. */
  readonly occurredAt: string;
  readonly place: string;
  readonly what: string;
  readonly reporter: string;
  /** One of the club's levels (a setting), by its words at the time. */
  readonly level: string;
  /** Ids of departments called in. */
  readonly departments: readonly string[];
  readonly people: readonly ListedPerson[];
  readonly calls: readonly Call[];
  readonly marks: readonly RollMark[];
  readonly measures: readonly Measure[];
  /** Results and closing summary; '' before. */
  readonly result: string;
  readonly summary: string;
  /** ISO instant, or ''. */
  readonly closedAt: string;
  /** Why it was closed while somebody was not notified, or missing; '' otherwise. */
  readonly openReason: string;
}

export const INCIDENT_STATUSES = ['open', 'closed', 'void'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];
export type Incident = Envelope<'incident', IncidentStatus, IncidentBody>;

export const isIncident = (doc: Envelope): doc is Incident => doc.kind === 'incident';

/** Longest text per field, in characters. */
export const LIMITS = {
  place: 60,
  what: 1_000,
  reporter: 40,
  name: 40,
  role: 40,
  note: 200,
  measure: 500,
  result: 2_000,
  summary: 2_000,
  reason: 300,
} as const;
