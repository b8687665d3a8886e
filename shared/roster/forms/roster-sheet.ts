/** 《值班表》 of a week or month (FORMS): shifts × days with names, what is short, and of a month each person's days. */
import type { Block, Column, FormDoc } from '../../forms/model';
import { dateTimeCell, periodText } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { roster as words } from '../../messages/zh-CN/roster';
import { staffText } from '../../signatures/signature';
import type { Unit } from '../schema';
import { weekdayKey, weekdayOf } from '../spans';

export interface SheetDay {
  readonly day: string;
  /** One entry a shift, in the order of `shifts`. */
  readonly shifts: readonly { readonly names: readonly string[]; readonly missing: number }[];
  /** Names of whoever has the day off or is on leave. */
  readonly away: readonly string[];
}

/** Input of the form `roster-sheet`. */
export interface RosterSheetInput {
  readonly club: string;
  readonly unit: Unit;
  readonly from: string;
  readonly to: string;
  readonly state: 'draft' | 'partly' | 'published';
  readonly publishedBy: { readonly name: string; readonly at: string } | null;
  /** Why it was published with gaps. */
  readonly reasons: readonly string[];
  readonly shifts: readonly {
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly least: number;
  }[];
  readonly days: readonly SheetDay[];
  readonly people: readonly {
    readonly name: string;
    readonly cells: readonly string[];
    readonly shifts: number;
    readonly rests: number;
    readonly leaves: number;
  }[];
  /** What the roster lacks, in words. */
  readonly warnings: readonly string[];
  readonly preparedBy: readonly string[];
}

const form = words.form;
const DAYS_A_WEEK = 7;
const SEPARATOR = '、';

/** `11-23 周一`. */
export const dayTitle = (day: string): string => `${day.slice(5)} ${words.weekday[weekdayKey(day)]}`;

/** Weeks from Monday: the first and last of a month may be short. */
function weeksOf(days: readonly SheetDay[]): readonly (readonly SheetDay[])[] {
  const weeks: SheetDay[][] = [];
  for (const day of days) {
    if (weeks.length === 0 || weekdayOf(day.day) === 1) weeks.push([]);
    weeks.at(-1)?.push(day);
  }
  return weeks;
}

function weekTable(days: readonly SheetDay[], { shifts }: RosterSheetInput): Block {
  // Short weeks keep their weekdays' places, so that the weeks of a month stand in line.
  const before = weekdayOf(days[0]?.day ?? '') - 1;
  const blanks = (count: number): readonly string[] => Array.from({ length: count }, () => '');
  const inLine = (cells: readonly string[]): readonly string[] => [
    ...blanks(before),
    ...cells,
    ...blanks(DAYS_A_WEEK - before - cells.length),
  ];
  const columns: Column[] = [
    { title: form.shift, width: 34 },
    ...inLine(days.map(({ day }) => dayTitle(day))).map((title) => ({ title, width: 35 })),
  ];
  return {
    type: 'table',
    columns,
    fontSize: 9,
    rows: [
      ...shifts.map(({ name, from, to, least }, at) => [
        fill(form.shiftCell, { name, from, to, least }),
        ...inLine(
          days.map(({ shifts: cells }) => {
            const { names = [], missing = 0 } = cells[at] ?? {};
            return [names.join(SEPARATOR), missing > 0 ? fill(form.missing, { missing }) : '']
              .filter(Boolean)
              .join('\n');
          }),
        ),
      ]),
      [form.away, ...inLine(days.map(({ away }) => away.join(SEPARATOR)))],
    ],
  };
}

function peopleTable({ days, people }: RosterSheetInput): Block {
  return {
    type: 'table',
    fontSize: 8,
    columns: [
      { title: form.name, width: 20 },
      ...days.map(({ day }): Column => ({
        title: `${Number(day.slice(8))}\n${words.weekdayShort[weekdayKey(day)]}`,
        width: 7.4,
        align: 'center',
      })),
      { title: form.shiftTotal, width: 9, align: 'right', noWrap: true },
      { title: form.restTotal, width: 8, align: 'right', noWrap: true },
      { title: form.leaveTotal, width: 8, align: 'right', noWrap: true },
    ],
    rows: people.map(({ name, cells, shifts, rests, leaves }) => [
      name,
      ...cells,
      String(shifts),
      String(rests),
      String(leaves),
    ]),
  };
}

function stateText({ state, publishedBy }: RosterSheetInput): string {
  if (state === 'draft') return form.draft;
  if (!publishedBy) return form.partly;
  return fill(form.publishedAt, { name: publishedBy.name, time: dateTimeCell(publishedBy.at) });
}

/** A4 landscape. What is short stands in its cell and again below, with the reason it was published all the same. */
export function rosterSheet(input: RosterSheetInput): FormDoc {
  const { club, unit, from, to, days, warnings, reasons, preparedBy, publishedBy } = input;
  const period = periodText(from, to);
  const blocks: Block[] = [
    ...weeksOf(days).flatMap((week): readonly Block[] => [weekTable(week, input), { type: 'space', mm: 3 }]),
    ...(unit === 'month'
      ? ([
          { type: 'text', style: 'heading', text: form.people },
          peopleTable(input),
          { type: 'space', mm: 3 },
        ] as const)
      : []),
    { type: 'text', style: 'bold', text: form.hints },
    ...(warnings.length === 0 ? [form.noHints] : warnings).map((text): Block => ({
      type: 'text',
      style: 'small',
      text,
    })),
    ...reasons.map((reason): Block => ({ type: 'text', style: 'body', text: fill(form.reason, { reason }) })),
    {
      type: 'signatures',
      lines: [
        { label: form.prepared, value: preparedBy.join(SEPARATOR) },
        { label: form.approved, value: publishedBy ? staffText(publishedBy) : '' },
      ],
    },
  ];
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: unit === 'week' ? form.week : form.month,
    subtitle: `${period}　${stateText(input)}`,
    reference: period,
    blocks,
  };
}
