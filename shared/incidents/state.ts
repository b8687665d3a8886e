/** Who is still to be told, and who is missing (DOMAIN §3.11). */
import { NEVER_DUE } from '../core/envelope';
import {
  TAKEN_BACK,
  type Call,
  type Incident,
  type IncidentBody,
  type IncidentStatus,
  type ListedPerson,
  type Mark,
} from './schema';

/** 待通知 · 未接通 · 无联系方式 · 已通知. */
export const TOLD_STATES = ['toCall', 'unreached', 'inPerson', 'told'] as const;
export type ToldState = (typeof TOLD_STATES)[number];

export interface PersonState {
  readonly person: ListedPerson;
  readonly state: ToldState;
  /** Tries that stand, the oldest first. */
  readonly calls: readonly Call[];
  /** All entries, those taken back and their taking back too. */
  readonly entries: readonly Call[];
  readonly mark: Mark;
}

/** Without those that were taken back; a taking back itself is no try. */
export function standing(calls: readonly Call[]): readonly Call[] {
  const taken = new Set(calls.map(({ takes = '' }) => takes));
  return calls.filter(({ id, outcome }) => outcome !== TAKEN_BACK && !taken.has(id));
}

/** By the tries that stand. Whoever was told once is told, whatever was tried at another desk meanwhile. */
export function toldState(person: ListedPerson, calls: readonly Call[]): ToldState {
  if (calls.some(({ outcome }) => outcome !== 'notReached')) return 'told';
  if (person.phone === '') return 'inPerson';
  return calls.length > 0 ? 'unreached' : 'toCall';
}

/** Everybody on the list with their state, in the order of the list. */
export function peopleOf({ people, calls, marks }: IncidentBody): readonly PersonState[] {
  const tries = new Map<string, Call[]>();
  for (const call of [...calls].sort(inTime)) {
    const known = tries.get(call.person);
    if (known) known.push(call);
    else tries.set(call.person, [call]);
  }
  const marked = new Map([...marks].sort(inTime).map(({ person, mark }) => [person, mark]));
  return people.map((person) => {
    const entries = tries.get(person.id) ?? [];
    const mine = standing(entries);
    return {
      person,
      calls: mine,
      entries,
      state: toldState(person, mine),
      mark: marked.get(person.id) ?? 'unknown',
    };
  });
}

/** In time; of one moment in the list's order, which both desks share. */
const inTime = (a: { readonly at: string }, b: { readonly at: string }): number => a.at.localeCompare(b.at);

/**
 * Whom to call next: whoever was not called yet in the list's order, then the unreached, the longest ago first. Those
 * without contact data stand apart.
 */
export function callQueue(states: readonly PersonState[]): readonly PersonState[] {
  const last = ({ calls }: PersonState): string => calls.at(-1)?.at ?? '';
  return [
    ...states.filter(({ state }) => state === 'toCall'),
    ...states.filter(({ state }) => state === 'unreached').sort((a, b) => last(a).localeCompare(last(b))),
  ];
}

/** Those of the roll call, in the order of the list. */
export const rollOf = (states: readonly PersonState[]): readonly PersonState[] =>
  states.filter(({ person }) => person.onSite);

/** How many persons (groups count by their number) were told, and are safe. */
export function tally(states: readonly PersonState[]): {
  readonly all: number;
  readonly told: number;
  readonly onSite: number;
  readonly safe: number;
  readonly missing: number;
} {
  const sum = (among: readonly PersonState[]): number =>
    among.reduce((total, { person }) => total + person.people, 0);
  const roll = rollOf(states);
  return {
    all: sum(states),
    told: sum(states.filter(({ state }) => state === 'told')),
    onSite: sum(roll),
    safe: sum(roll.filter(({ mark }) => mark === 'safe')),
    missing: sum(roll.filter(({ mark }) => mark === 'missing')),
  };
}

/** True while somebody was neither reached nor told in person, or is missing: closing then needs a reason. */
export const hasLoose = (body: IncidentBody): boolean =>
  peopleOf(body).some(({ state, mark }) => state !== 'told' || mark === 'missing');

/** An open incident is due from the moment it was reported. */
export const incidentDueAt = (
  status: IncidentStatus,
  { occurredAt }: Pick<IncidentBody, 'occurredAt'>,
): string => (status === 'open' ? occurredAt : NEVER_DUE);

/** Open ones first, then the newest. */
export const byUrgency = (a: Incident, b: Incident): number =>
  Number(b.status === 'open') - Number(a.status === 'open') ||
  b.at.localeCompare(a.at) ||
  b.id.localeCompare(a.id);
