/**
 * Complaints that belong together (DOMAIN §3.4): repeats of one customer and collective ones of many. Everything here is
 * a proposal with its reason; a person confirms.
 */
import { addDays } from '../core/time';
import type { Settings } from '../core/settings';
import { fold } from '../search/fold';
import type { Party } from '../service/schema';
import { clocksOf } from './clocks';
import type { Complaint, RepeatCause } from './schema';
import { standingOf } from './standing';
import { UNSOLVED } from './table';

/** Different customers from which on complaints on one matter are collective. */
export const COLLECTIVE_CUSTOMERS = 5;
/** How far back a repeat is looked for. Days. */
export const REPEAT_DAYS = 90;
/** Share of the shorter text's pieces that two texts on one matter have in common. */
const SAME_MATTER = 0.25;
const LEAST_PIECES = 2;

/** Characters that say nothing about the matter: particles, pronouns, numbers. */
const EMPTY = /[的了在是我你他她们都也就很还把被给让说去来这那个和与及一二三四五六七八九十百两几多]/gu;

/** Pieces of two Chinese characters, and latin words or numbers whole. */
function piecesOf(text: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const part of text.split(/[^\p{L}\p{N}]+/u).map(fold)) {
    for (const word of part.match(/[a-z0-9]{2,}/g) ?? []) pieces.add(word);
    for (const run of part.replace(EMPTY, ' ').match(/\p{Script=Han}{2,}/gu) ?? []) {
      const chars = [...run];
      for (let at = 1; at < chars.length; at += 1) pieces.add(`${chars[at - 1] ?? ''}${chars[at] ?? ''}`);
    }
  }
  return pieces;
}

const pieceCache = new WeakMap<Complaint['body'], ReadonlySet<string>>();

function matterOf({ body }: Complaint): ReadonlySet<string> {
  const known = pieceCache.get(body);
  if (known) return known;
  const pieces = piecesOf(body.summary);
  pieceCache.set(body, pieces);
  return pieces;
}

/** True when two complaints speak of one matter in one scope; a scope not named yet may be any. */
export function sameMatter(a: Complaint, b: Complaint): boolean {
  const [mine, theirs] = [a.body.department, b.body.department];
  if (mine !== '' && theirs !== '' && mine !== theirs) return false;
  const [own, other] = [matterOf(a), matterOf(b)];
  const shared = [...own].filter((piece) => other.has(piece)).length;
  return shared >= LEAST_PIECES && shared / Math.min(own.size, other.size) >= SAME_MATTER;
}

/**
 * True when two records may be one customer: one phone, one member number, or one name where either gave no phone. Two
 * spellings of a name with one phone are one person; one name with two phones is two (relatives share names, not phones).
 */
export function sameCustomer(a: Party, b: Party): boolean {
  if (a.phone !== '' && a.phone === b.phone) return true;
  if (a.memberNo !== '' && fold(a.memberNo) === fold(b.memberNo)) return true;
  if (a.phone !== '' && b.phone !== '') return false;
  return fold(a.name) !== '' && fold(a.name) === fold(b.name);
}

/** How many different customers stand behind complaints: whoever may be the same counts once. */
export function customersIn(complaints: readonly Complaint[]): number {
  const group = complaints.map((_, index) => index);
  const rootOf = (index: number): number => {
    const above = group[index] ?? index;
    return above === index ? index : rootOf(above);
  };
  complaints.forEach(({ body }, index) => {
    for (let other = 0; other < index; other += 1)
      if (sameCustomer(body.customer, (complaints[other] as Complaint).body.customer))
        group[rootOf(index)] = rootOf(other);
  });
  return new Set(group.map((_, index) => rootOf(index))).size;
}

const isOther = (complaint: Complaint, other: Complaint): boolean =>
  other.id !== complaint.id && other.status !== 'void';

const isDismissed = ({ body }: Complaint, as: 'repeat' | 'collective', of: string): boolean =>
  standingOf(body).dismissed.some((event) => event.as === as && event.of === of);

export interface RepeatProposal {
  readonly earlier: Complaint;
  readonly cause: RepeatCause;
}

/** Why a later complaint on the matter of `earlier` is a repeat, or null when that was answered in time and to satisfaction. */
export function repeatCause(earlier: Complaint, at: string): Exclude<RepeatCause, 'other'> | null {
  const { satisfaction, round } = standingOf(earlier.body);
  if (satisfaction === 'dissatisfied' || round > 0) return 'dissatisfied';
  const solve = clocksOf(earlier.body).filter(({ name }) => name === 'solve');
  const isLate = solve.some(({ dueAt, endedAt }) => (endedAt === '' ? at : endedAt) > dueAt);
  return isLate || UNSOLVED.includes(earlier.status) ? 'late' : null;
}

/** Earlier complaints of the same customer on the same matter of which this may be a repeat, the latest first. */
export function repeatProposals(
  complaint: Complaint,
  others: readonly Complaint[],
): readonly RepeatProposal[] {
  if (standingOf(complaint.body).repeatOf) return [];
  const { receivedAt, customer } = complaint.body;
  const since = addDays(complaint.day, -REPEAT_DAYS);
  return others
    .filter(
      (other) =>
        isOther(complaint, other) &&
        other.day >= since &&
        other.body.receivedAt < receivedAt &&
        sameCustomer(customer, other.body.customer) &&
        sameMatter(complaint, other) &&
        !isDismissed(complaint, 'repeat', other.id),
    )
    .sort((a, b) => b.body.receivedAt.localeCompare(a.body.receivedAt))
    .flatMap((earlier) => {
      const cause = repeatCause(earlier, receivedAt);
      return cause ? [{ earlier, cause }] : [];
    });
}

export interface CollectiveProposal {
  /** This complaint among them, oldest first. */
  readonly members: readonly Complaint[];
  readonly customers: number;
}

/** Complaints of at least five different customers on this one's matter within the window, or null. */
export function collectiveProposal(
  complaint: Complaint,
  others: readonly Complaint[],
  { collectiveDays }: Pick<Settings, 'collectiveDays'>,
): CollectiveProposal | null {
  if (standingOf(complaint.body).collective) return null;
  const alike = [
    complaint,
    ...others.filter(
      (other) =>
        isOther(complaint, other) &&
        sameMatter(complaint, other) &&
        !isDismissed(complaint, 'collective', other.id),
    ),
  ].sort((a, b) =>
    a.day === b.day ? a.body.receivedAt.localeCompare(b.body.receivedAt) : a.day < b.day ? -1 : 1,
  );
  let best: CollectiveProposal | null = null;
  // Every window that holds this complaint begins with one of them.
  for (const { day: from } of alike) {
    const to = addDays(from, collectiveDays - 1);
    if (complaint.day < from || complaint.day > to) continue;
    const members = alike.filter(({ day }) => day >= from && day <= to);
    const customers = customersIn(members);
    if (customers >= COLLECTIVE_CUSTOMERS && customers > (best?.customers ?? 0))
      best = { members, customers };
  }
  return best;
}
