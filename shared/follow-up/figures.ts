/** Figures of follow-up per department and month (DOMAIN §3.7): pure functions, each number with the ids behind it. */
import type { CountedCall } from './counted';
import type { FollowUpPlan, PaperFigures } from './schema';

/** One department over the months asked for. */
export interface FollowUpRow {
  /** Department id, '' for calls of no department. */
  readonly department: string;
  /** Calls the plan asks for; of a month without a plan the calls on the list. */
  readonly planned: number;
  /** Ids of all calls, made or not. */
  readonly calls: readonly string[];
  /** Ended: reached, refused, or closed as 未接通. */
  readonly done: readonly string[];
  readonly reached: readonly string[];
  readonly satisfied: readonly string[];
  readonly mostly: readonly string[];
  readonly dissatisfied: readonly string[];
}

/** Calls a department's plan asks for in a month; null where it has no plan of the year. */
export function plannedIn(plans: readonly FollowUpPlan[], department: string, month: string): number | null {
  const plan = plans.find(({ body }) => body.department === department && body.year === month.slice(0, 4));
  return plan ? (plan.body.months.find(({ id }) => id === month.slice(5))?.calls ?? 0) : null;
}

const idsOf = (calls: readonly CountedCall[], isMet: (call: CountedCall) => boolean): readonly string[] =>
  calls.filter(isMet).map(({ id }) => id);

/** Rows of the departments that have a plan or a call in the months, in the order of `order`, others after them. */
export function figuresOf(
  counted: readonly CountedCall[],
  plans: readonly FollowUpPlan[],
  months: readonly string[],
  order: readonly string[] = [],
): readonly FollowUpRow[] {
  const inMonths = counted.filter(({ month }) => months.includes(month));
  const years = new Set(months.map((month) => month.slice(0, 4)));
  const found = new Set([
    ...plans.filter(({ body }) => years.has(body.year)).map(({ body }) => body.department),
    ...inMonths.map(({ department }) => department),
  ]);
  const departments = [
    ...order.filter((department) => found.has(department)),
    ...[...found].filter((department) => !order.includes(department)).sort(),
  ];
  return departments.map((department) => {
    const calls = inMonths.filter((one) => one.department === department);
    const planned = months.reduce(
      (sum, month) =>
        sum + (plannedIn(plans, department, month) ?? calls.filter((one) => one.month === month).length),
      0,
    );
    return {
      department,
      planned,
      calls: idsOf(calls, () => true),
      done: idsOf(calls, ({ status }) => status === 'done'),
      reached: idsOf(calls, ({ outcome }) => outcome === 'reached'),
      satisfied: idsOf(calls, ({ satisfaction }) => satisfaction === 'satisfied'),
      mostly: idsOf(calls, ({ satisfaction }) => satisfaction === 'mostly'),
      dissatisfied: idsOf(calls, ({ satisfaction }) => satisfaction === 'dissatisfied'),
    };
  });
}

/** The sum of rows, as a row of no department. */
export function totalOf(rows: readonly FollowUpRow[]): FollowUpRow {
  const all = (key: 'calls' | 'done' | 'reached' | 'satisfied' | 'mostly' | 'dissatisfied'): string[] =>
    rows.flatMap((row) => row[key]);
  return {
    department: '',
    planned: rows.reduce((sum, { planned }) => sum + planned, 0),
    calls: all('calls'),
    done: all('done'),
    reached: all('reached'),
    satisfied: all('satisfied'),
    mostly: all('mostly'),
    dissatisfied: all('dissatisfied'),
  };
}

/** A row as numbers alone: what a paper keeps. */
export const countsOf = (row: FollowUpRow): PaperFigures => ({
  department: row.department,
  planned: row.planned,
  done: row.done.length,
  reached: row.reached.length,
  satisfied: row.satisfied.length,
  mostly: row.mostly.length,
  dissatisfied: row.dissatisfied.length,
});

/** Kept rows added up. */
export function sumOf(figures: readonly PaperFigures[]): PaperFigures {
  const all = (key: Exclude<keyof PaperFigures, 'department'>): number =>
    figures.reduce((sum, row) => sum + row[key], 0);
  return {
    department: '',
    planned: all('planned'),
    done: all('done'),
    reached: all('reached'),
    satisfied: all('satisfied'),
    mostly: all('mostly'),
    dissatisfied: all('dissatisfied'),
  };
}

/** 完成率 = done ÷ planned; null where nothing was planned. */
export const doneRate = ({ done, planned }: PaperFigures): number | null =>
  planned === 0 ? null : done / planned;

/** 满意率 = satisfied (with 基本满意 by setting) ÷ reached; null where nobody was reached. */
export const satisfactionRate = (
  { satisfied, mostly, reached }: PaperFigures,
  mostlyCounts: boolean,
): number | null => (reached === 0 ? null : (satisfied + (mostlyCounts ? mostly : 0)) / reached);

/** `66.7 %` of a share, `–` of none. */
export const rateText = (rate: number | null): string =>
  rate === null ? '–' : `${(rate * 100).toFixed(1)}%`;

/** The months of `2026-11`, `2026-Q4` or `2026`; empty where it is none of them. */
export function monthsOf(period: string): readonly string[] {
  const year = period.slice(0, 4);
  const quarter = /^\d{4}-Q([1-4])$/.exec(period)?.[1];
  const first = quarter ? Number(quarter) * 3 - 2 : 1;
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return [period];
  if (!quarter && !/^\d{4}$/.test(period)) return [];
  return Array.from(
    { length: quarter ? 3 : 12 },
    (_, index) => `${year}-${String(first + index).padStart(2, '0')}`,
  );
}
