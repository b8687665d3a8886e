/**
 * The workflow of a complaint as data (DOMAIN §3.4): its states, and of every event in which states it may happen, where
 * it leads and who may record it. `docs/complaints.md` shows this table; a test holds the two together.
 */
import type { Role } from '../core/roles';
import type { EventType } from './schema';

export const STATUSES = [
  'received',
  'onSite',
  'determined',
  'graded',
  'handling',
  'solved',
  'reviewed',
  'followedUp',
  'reopened',
  'archived',
  'void',
] as const;
export type Status = (typeof STATUSES)[number];

/** Nobody has solved it yet: the clocks run. */
export const UNSOLVED: readonly Status[] = [
  'received',
  'onSite',
  'determined',
  'graded',
  'handling',
  'reopened',
];
/** Not archived and not void. */
export const OPEN: readonly Status[] = [...UNSOLVED, 'solved', 'reviewed', 'followedUp'];

export interface Rule {
  /** States in which it may happen; empty: it makes the record. */
  readonly from: readonly Status[];
  /** States it may lead to; empty: the state stays. */
  readonly to: readonly Status[];
  readonly who: readonly Role[];
}

const DESK: readonly Role[] = ['clerk', 'lead'];
const LEADING: readonly Role[] = ['lead', 'manager'];
const HANDLING: readonly Role[] = ['clerk', 'lead', 'manager', 'handler'];
const WORKED_ON: readonly Status[] = ['handling', 'reopened'];

export const TABLE: Readonly<Record<EventType, Rule>> = {
  received: { from: [], to: ['received'], who: DESK },
  noticed: { from: UNSOLVED, to: [], who: DESK },
  appointed: { from: ['received', 'onSite'], to: ['onSite'], who: DESK },
  determined: { from: ['received', 'onSite'], to: ['determined', 'graded'], who: DESK },
  redetermined: {
    from: ['determined', 'graded', ...WORKED_ON],
    to: ['determined', 'graded'],
    who: LEADING,
  },
  graded: { from: ['determined'], to: ['graded'], who: LEADING },
  regraded: { from: ['graded', ...WORKED_ON], to: [], who: LEADING },
  assigned: { from: ['graded'], to: ['handling'], who: [...DESK, 'manager'] },
  reassigned: { from: WORKED_ON, to: [], who: [...DESK, 'manager'] },
  handled: { from: WORKED_ON, to: [], who: HANDLING },
  answered: { from: WORKED_ON, to: [], who: [...DESK, 'manager'] },
  solved: { from: WORKED_ON, to: ['solved'], who: [...DESK, 'manager'] },
  reviewed: { from: ['solved'], to: ['reviewed'], who: LEADING },
  sentBack: { from: ['solved'], to: ['handling'], who: LEADING },
  followedUp: { from: ['reviewed'], to: ['reviewed', 'followedUp', 'reopened'], who: DESK },
  archived: { from: ['followedUp'], to: ['archived'], who: DESK },
  reopened: { from: ['followedUp', 'archived'], to: ['reopened'], who: LEADING },
  extended: { from: UNSOLVED, to: [], who: [...DESK, 'manager'] },
  escalated: { from: UNSOLVED, to: [], who: [...DESK, 'manager'] },
  inquired: { from: UNSOLVED, to: [], who: [...DESK, 'manager'] },
  explained: { from: OPEN, to: [], who: HANDLING },
  declined: { from: UNSOLVED, to: [], who: [...DESK, 'manager'] },
  instructed: { from: OPEN, to: [], who: ['manager'] },
  pursued: { from: OPEN, to: [], who: ['manager'] },
  linked: { from: OPEN, to: [], who: DESK },
  dismissed: { from: OPEN, to: [], who: DESK },
  grouped: { from: OPEN, to: [], who: DESK },
  voided: { from: OPEN, to: ['void'], who: DESK },
};

/** What is still to be done in a state; refusals and the first button go by it. */
export const NEXT: Readonly<Record<Status, EventType | null>> = {
  received: 'determined',
  onSite: 'determined',
  determined: 'graded',
  graded: 'assigned',
  handling: 'solved',
  reopened: 'solved',
  solved: 'reviewed',
  reviewed: 'followedUp',
  followedUp: 'archived',
  archived: null,
  void: null,
};
