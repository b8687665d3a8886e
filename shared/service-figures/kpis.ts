/**
 * The service figures of a period (DOMAIN §7): each with its goal, its population and the ids behind it. Records belong to
 * the period they were received in; void ones count nowhere.
 */
import { complaintFigures } from '../complaints/figures';
import type { Complaint } from '../complaints/schema';
import type { Envelope } from '../core/envelope';
import type { Period } from '../core/period';
import type { Settings } from '../core/settings';
import { answeredInTime } from '../enquiries/state';
import type { Enquiry } from '../enquiries/schema';
import type { FollowUp } from '../follow-up/schema';
import { shareOf, split, type Share } from '../service/share';

export const KPIS = [
  'enquiryReply',
  'enquiryOnTime',
  'receptionSatisfied',
  'enquirySatisfied',
  'complaintReply',
  'complaintOnTime',
  'notices',
  'repeats',
  'complaintSatisfied',
] as const;
export type KpiKey = (typeof KPIS)[number];

/** What is aimed at; a share 0 to 1. Repeats are to stay below theirs, all others above. */
export const GOALS: Readonly<Record<KpiKey, number>> = {
  enquiryReply: 1,
  enquiryOnTime: 1,
  receptionSatisfied: 1,
  enquirySatisfied: 0.9,
  complaintReply: 1,
  complaintOnTime: 1,
  notices: 1,
  repeats: 0.01,
  complaintSatisfied: 0.9,
};

/** True when the goal is met; null where nobody is counted. */
export function meetsGoal(key: KpiKey, rate: number | null): boolean | null {
  if (rate === null) return null;
  return key === 'repeats' ? rate <= GOALS[key] : rate >= GOALS[key];
}

export interface Kpi {
  readonly key: KpiKey;
  readonly share: Share;
  /** Of the population, who was asked; null where the figure does not come from asking. */
  readonly asked: Share | null;
}

/** Everything the figures are taken from; records of other periods may be among it. */
export interface ServiceRecords {
  readonly visits: readonly Envelope[];
  readonly enquiries: readonly Enquiry[];
  readonly complaints: readonly Complaint[];
  /** Calls about any of these, whenever they were made. */
  readonly followUps: readonly FollowUp[];
}

/** Records of a period that count. */
export const countedIn = <E extends Envelope>(records: readonly E[], { from, to }: Period): readonly E[] =>
  records.filter(({ day, status }) => status !== 'void' && day >= from && day <= to);

/** What customers said in the last call about each record, by its id. */
function satisfactionOf(
  followUps: readonly FollowUp[],
): ReadonlyMap<string, FollowUp['body']['satisfaction']> {
  const said = new Map<string, FollowUp['body']['satisfaction']>();
  const byTime = [...followUps].sort((a, b) => (a.body.doneAt < b.body.doneAt ? -1 : 1));
  for (const { status, body } of byTime)
    if (status === 'done' && body.origin && body.satisfaction !== '')
      said.set(body.origin.id, body.satisfaction);
  return said;
}

/**
 * @param now ISO instant; decides what is late by now
 */
export function kpisOf(
  records: ServiceRecords,
  period: Period,
  now: string,
  settings: Settings,
): readonly Kpi[] {
  const mostlyCounts = settings.mostlyCountsSatisfied;
  const enquiries = countedIn(records.enquiries, period);
  const visits = countedIn(records.visits, period);
  const complaints = complaintFigures(records.complaints, period, now, mostlyCounts);
  const said = satisfactionOf(records.followUps);
  const isAsked = ({ id }: { readonly id: string }): boolean => said.has(id);
  const isSatisfied = ({ id }: { readonly id: string }): boolean =>
    said.get(id) === 'satisfied' || (mostlyCounts && said.get(id) === 'mostly');
  // What was passed on has its own clock where it went; not due yet is not late.
  const due = enquiries
    .map((one) => ({ id: one.id, inTime: answeredInTime(one, settings, now) }))
    .filter(({ inTime }) => inTime !== null);
  const of = (key: KpiKey, share: Share, asked: Share | null = null): Kpi => ({ key, share, asked });
  return [
    of(
      'enquiryReply',
      split(enquiries, ({ body }) => body.answeredAt !== ''),
    ),
    of(
      'enquiryOnTime',
      split(due, ({ inTime }) => inTime === true),
    ),
    of('receptionSatisfied', split(visits.filter(isAsked), isSatisfied), split(visits, isAsked)),
    of('enquirySatisfied', split(enquiries, isSatisfied), split(enquiries, isAsked)),
    of('complaintReply', complaints.replied),
    of('complaintOnTime', complaints.onTime),
    of('notices', shareOf(complaints.notices.met, complaints.notices.missed)),
    of('repeats', complaints.repeats),
    of('complaintSatisfied', complaints.satisfied, complaints.asked),
  ];
}
