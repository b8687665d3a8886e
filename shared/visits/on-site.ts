/** On site now: visitors from the log, players and caddies from the starter's desk, staff (DOMAIN §3.1). */
import type { Envelope } from '../core/envelope';
import type { Settings } from '../core/settings';
import { businessDay, instantOf, minutesBetween } from '../core/time';
import { closingInstant } from './rules';
import type { StarterCount, Visit } from './schema';

export interface OnSite {
  /** Open visits, longest here first. */
  readonly visits: readonly Visit[];
  /** People of those visits. */
  readonly visitors: number;
  /** Latest telling of the starter's desk this business day, or null when there is none. */
  readonly count: StarterCount | null;
}

/** Minutes after which the starter's desk is asked again. */
export const COUNT_STALE_MINUTES = 120;

/** True for a visit record (the collection also holds starter's counts). */
export function isVisit(doc: Envelope): doc is Visit {
  return doc.kind === 'visit';
}

/** Who is on site, by all records of the `visits` collection that may matter. `day` is today's business day. */
export function onSiteNow(docs: readonly Envelope[], day: string): OnSite {
  const visits = docs
    .filter(isVisit)
    .filter((visit) => visit.status === 'onSite')
    .sort((a, b) => a.body.timeIn.localeCompare(b.body.timeIn) || a.id.localeCompare(b.id));
  const visitors = visits.reduce((sum, visit) => sum + visit.body.people, 0);
  return { visits, visitors, count: latestCount(docs, day) };
}

function latestCount(docs: readonly Envelope[], day: string): StarterCount | null {
  return docs
    .filter((doc): doc is StarterCount => doc.kind === 'starterCount' && doc.day === day)
    .reduce<StarterCount | null>(
      (latest, count) => (latest && toldBefore(count, latest) ? latest : count),
      null,
    );
}

function toldBefore(a: StarterCount, b: StarterCount): boolean {
  return a.body.countedAt < b.body.countedAt || (a.body.countedAt === b.body.countedAt && a.at < b.at);
}

/**
 * ISO instant since when the starter's desk should have been asked again, or null while it need not be:
 * between the first shift's begin and closing time, `COUNT_STALE_MINUTES` after the last telling.
 */
export function countStaleSince(count: StarterCount | null, now: string, settings: Settings): string | null {
  const day = businessDay(now, settings.cutOffHour);
  const opens = settings.shifts.map(({ from }) => from).sort()[0] ?? '08:00';
  const last = count?.body.countedAt ?? instantOf(`${day}T${opens}`);
  if (minutesBetween(last, now) < COUNT_STALE_MINUTES || now >= closingInstant(day, settings)) return null;
  return new Date(Date.parse(last) + COUNT_STALE_MINUTES * 60_000).toISOString();
}
