/** 客户接待周报 / 月报 (DOMAIN §7): what came to the desk in a period, by kind and purpose, and what is still open of it. */
import type { Envelope } from '../core/envelope';
import { weekdayOf, type Period } from '../core/period';
import { civil } from '../core/time';
import { CATEGORIES, CHANNELS, OUTCOMES, type Enquiry } from '../enquiries/schema';
import { isOpenMatter } from '../service/open';
import type { Visit } from '../visits/schema';
import { countedIn } from './kpis';

/** A line: what it counts, how many records, how many of them are still open. */
export interface CountLine {
  readonly key: string;
  readonly ids: readonly string[];
  readonly open: readonly string[];
}

export interface Reception {
  /** Matters by kind. */
  readonly kinds: readonly CountLine[];
  /** Visits by purpose, and the people they stand for. */
  readonly purposes: readonly (CountLine & { readonly people: number })[];
  readonly categories: readonly CountLine[];
  readonly channels: readonly CountLine[];
  /** What came of visits and enquiries. */
  readonly results: readonly CountLine[];
  /** All matters by department id; '' where none is named. */
  readonly departments: readonly CountLine[];
  /** Visits by hour of arrival 0–23, and by weekday, Monday first. */
  readonly hours: readonly number[];
  readonly weekdays: readonly number[];
}

/** The order of the sheet. */
const KINDS = ['visit', 'enquiry', 'talk', 'complaint', 'workOrder'] as const;

/** 转交部门 of a visit, and what may come of an enquiry, in the order of the sheet. */
export const RESULTS = [
  'answered',
  'handedOver',
  ...OUTCOMES.filter((outcome) => outcome !== 'answered'),
] as const;

const resultOf = ({ body }: Visit | Enquiry): (typeof RESULTS)[number] => body.outcome;

const isOpen = (doc: Envelope): boolean =>
  doc.kind === 'visit' ? doc.status === 'onSite' : isOpenMatter(doc);

const line = (key: string, docs: readonly Envelope[]): CountLine => ({
  key,
  ids: docs.map(({ id }) => id),
  open: docs.filter(isOpen).map(({ id }) => id),
});

/** Lines by what `keyOf` says, in the order given, others after it, the most frequent first. */
function linesBy<E extends Envelope>(
  docs: readonly E[],
  keyOf: (doc: E) => string,
  order: readonly string[] = [],
): readonly CountLine[] {
  const groups = new Map<string, E[]>(order.map((key) => [key, []]));
  for (const doc of docs) groups.set(keyOf(doc), [...(groups.get(keyOf(doc)) ?? []), doc]);
  const lines = [...groups].map(([key, of]) => line(key, of));
  return order.length > 0 ? lines : lines.sort((a, b) => b.ids.length - a.ids.length);
}

/** The department a record concerns, by id; '' when none is named. */
function departmentOf({ kind, body }: Envelope): string {
  if (kind === 'visit') {
    const { transfer, department } = (body as Visit['body']) ?? {};
    return transfer?.department ?? department;
  }
  return (body as { readonly department?: string }).department ?? '';
}

/** @param tickets enquiries, talks, complaints and work orders; others are passed over */
export function receptionOf(
  visits: readonly Visit[],
  tickets: readonly Envelope[],
  period: Period,
): Reception {
  const came = countedIn(visits, period);
  const matters = countedIn(tickets, period).filter(({ kind }) => KINDS.some((one) => one === kind));
  const enquiries = matters.filter((doc): doc is Enquiry => doc.kind === 'enquiry');
  const hours = Array.from({ length: 24 }, () => 0);
  const weekdays = Array.from({ length: 7 }, () => 0);
  for (const { day, body } of came) {
    const hour = Number(civil(body.timeIn).slice(11, 13));
    const weekday = weekdayOf(day) - 1;
    hours[hour] = (hours[hour] ?? 0) + 1;
    weekdays[weekday] = (weekdays[weekday] ?? 0) + 1;
  }
  const people = new Map<string, number>();
  for (const { body } of came) people.set(body.purpose, (people.get(body.purpose) ?? 0) + body.people);
  return {
    kinds: linesBy([...came, ...matters], ({ kind }) => kind, KINDS),
    purposes: linesBy(came, ({ body }) => body.purpose).map((one) => ({
      ...one,
      people: people.get(one.key) ?? 0,
    })),
    categories: linesBy(enquiries, ({ body }) => body.category, CATEGORIES),
    channels: linesBy(enquiries, ({ body }) => body.channel, CHANNELS),
    results: linesBy([...came, ...enquiries], resultOf, RESULTS),
    departments: linesBy([...came, ...matters], departmentOf),
    hours,
    weekdays,
  };
}
