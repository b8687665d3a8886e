/** 《月度客户服务统计表》 and 《客户接待周报》《月报》, A4 portrait (FORMS). */
import { percentBar, percentText } from '../../figures/cells';
import type { Block, FormDoc } from '../../forms/model';
import { fill } from '../../messages/fill';
import { enquiries as enquiryWords } from '../../messages/zh-CN/enquiries';
import { service as serviceWords } from '../../messages/zh-CN/service';
import { serviceFigures as words } from '../../messages/zh-CN/service-figures';
import { visits as visitWords } from '../../messages/zh-CN/visits';
import { GOALS, type Kpi, type KpiKey } from '../kpis';
import type { CountLine, Reception } from '../reception';

/** One figure with what it is compared with. */
export interface KpiLine {
  readonly key: KpiKey;
  readonly now: Kpi;
  readonly before: number | null;
  readonly lastYear: number | null;
}

export interface KpiSheetInput {
  readonly club: string;
  /** `2026-11` or `2026 年第 4 季度`. */
  readonly period: string;
  readonly quarter: boolean;
  readonly lines: readonly KpiLine[];
  /** Complaints, extensions and escalations by who handles them. */
  readonly departments: readonly (readonly [
    name: string,
    complaints: number,
    extensions: number,
    escalations: number,
  ])[];
  /** Twelve months, oldest first: shares 0–1 of the figures drawn. */
  readonly trend: readonly { readonly month: string; readonly rates: readonly (number | null)[] }[];
  readonly mostlyCounts: boolean;
}

/** The figures the trend draws. */
export const DRAWN: readonly KpiKey[] = ['enquiryOnTime', 'complaintOnTime', 'complaintSatisfied'];

const { column, section, form } = words;

export const goalText = (key: KpiKey): string =>
  fill(key === 'repeats' ? words.goalMost : words.goalLeast, { rate: percentText(GOALS[key]) });

/** The difference of two shares in percentage points, with its sign. */
export function pointsText(now: number | null, before: number | null): string {
  if (now === null || before === null) return '—';
  const points = (now - before) * 100;
  return `${points > 0 ? '+' : ''}${points.toFixed(1)}`;
}

const countText = ({ share }: Kpi): string =>
  fill(words.of, { met: share.met.length, all: share.met.length + share.missed.length });

const right = (title: string, width: number) => ({ title, width, align: 'right', noWrap: true }) as const;

export function kpiSheet(input: KpiSheetInput): FormDoc {
  const { club, period, quarter, lines, departments, trend, mostlyCounts } = input;
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: quarter ? form.quarterTitle : form.monthTitle,
    subtitle: period,
    reference: period,
    blocks: [
      {
        type: 'table',
        columns: [
          { title: column.kpi, width: 34 },
          { title: column.formula, width: 48 },
          { title: column.goal, width: 24, noWrap: true },
          right(column.population, 18),
          right(column.now, 16),
          right(column.before, 16),
          right(column.change, 14),
          right(column.lastYear, 17),
          right(column.yearOnYear, 14),
          right(column.asked, 16),
        ],
        rows: lines.map(({ key, now, before, lastYear }) => [
          words.kpi[key],
          words.formula[key],
          goalText(key),
          countText(now),
          percentText(now.share.rate),
          percentText(before),
          pointsText(now.share.rate, before),
          percentText(lastYear),
          pointsText(now.share.rate, lastYear),
          now.asked ? percentText(now.asked.rate) : '',
        ]),
      },
      { type: 'space', mm: 2 },
      {
        type: 'barChart',
        title: form.trend,
        unit: '%',
        series: DRAWN.map((key, at) => ({
          name: words.kpi[key],
          values: trend.map(({ rates }) => percentBar(rates[at] ?? null)),
        })),
        labels: trend.map(({ month }) => month.slice(2)),
        heightMm: 56,
      },
      { type: 'space', mm: 2 },
      { type: 'text', style: 'heading', text: section.complaintDepartments },
      {
        type: 'table',
        columns: [
          { title: column.department, width: 60 },
          right(column.complaints, 30),
          right(column.extensions, 30),
          right(column.escalations, 30),
        ],
        rows: departments.map((cells) => cells.map(String)),
      },
      { type: 'space', mm: 2 },
      {
        type: 'text',
        style: 'small',
        text: `${mostlyCounts ? words.noteMostly : words.noteNotMostly}${words.noteRepeats}`,
      },
      { type: 'signatures', lines: [{ label: form.madeBy }, { label: form.checkedBy }] },
    ],
  };
}

export interface ReceptionSheetInput {
  readonly club: string;
  readonly period: string;
  readonly week: boolean;
  readonly reception: Reception;
  /** Names of departments by id. */
  readonly departments: Readonly<Record<string, string>>;
}

/** A line's name by the section it stands in. */
export function lineName(
  of: 'kinds' | 'purposes' | 'categories' | 'channels' | 'results' | 'departments',
  key: string,
  departments: Readonly<Record<string, string>>,
): string {
  const known = (names: Readonly<Record<string, string>>): string => names[key] ?? key;
  if (of === 'kinds') return known(serviceWords.kinds);
  if (of === 'categories') return known(enquiryWords.category);
  if (of === 'channels') return known(enquiryWords.channel);
  if (of === 'results')
    return key === 'handedOver' ? visitWords.outcome.handedOver : known(enquiryWords.outcome);
  if (of === 'departments') return key === '' ? words.noDepartment : (departments[key] ?? key);
  return key;
}

function counts(
  of: 'kinds' | 'categories' | 'channels' | 'results' | 'departments',
  lines: readonly CountLine[],
  departments: Readonly<Record<string, string>>,
): readonly Block[] {
  const all = lines.reduce((sum, { ids }) => sum + ids.length, 0);
  return [
    { type: 'space', mm: 2 },
    { type: 'text', style: 'heading', text: section[of] },
    {
      type: 'table',
      columns: [
        { title: column.item, width: 60 },
        right(column.count, 30),
        right(column.share, 30),
        right(column.open, 30),
      ],
      rows: lines.map(({ key, ids, open }) => [
        lineName(of, key, departments),
        String(ids.length),
        percentText(all === 0 ? null : ids.length / all),
        String(open.length),
      ]),
    },
  ];
}

const WEEKDAYS = Object.values(words.weekday);

export function receptionSheet({ club, period, week, reception, departments }: ReceptionSheetInput): FormDoc {
  const visits = reception.purposes.reduce((sum, { ids }) => sum + ids.length, 0);
  const busy = reception.hours.map((count, hour) => ({ count, hour })).filter(({ hour }) => hour >= 6);
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: week ? form.weekReport : form.monthReport,
    subtitle: period,
    reference: period,
    blocks: [
      ...counts('kinds', reception.kinds, departments),
      { type: 'space', mm: 2 },
      { type: 'text', style: 'heading', text: section.purposes },
      {
        type: 'table',
        columns: [
          { title: column.item, width: 60 },
          right(column.count, 30),
          right(column.people, 30),
          right(column.share, 30),
        ],
        rows: reception.purposes.map(({ key, ids, people }) => [
          key,
          String(ids.length),
          String(people),
          percentText(visits === 0 ? null : ids.length / visits),
        ]),
      },
      ...counts('categories', reception.categories, departments),
      ...counts('channels', reception.channels, departments),
      ...counts('results', reception.results, departments),
      ...counts('departments', reception.departments, departments),
      { type: 'space', mm: 2 },
      {
        type: 'barChart',
        title: section.hours,
        unit: column.count,
        series: [{ name: section.hours, values: busy.map(({ count }) => count) }],
        labels: busy.map(({ hour }) => String(hour)),
        heightMm: 44,
      },
      {
        type: 'barChart',
        title: section.weekdays,
        unit: column.count,
        series: [{ name: section.weekdays, values: reception.weekdays }],
        labels: WEEKDAYS,
        heightMm: 40,
      },
      { type: 'signatures', lines: [{ label: form.madeBy }, { label: form.checkedBy }] },
    ],
  };
}
