/** The printed forms of the visitor log (FORMS): 客户来访登记表 and 在场人员名单. */
import type { Block, Column, FormDoc } from '../forms/model';
import { dateTimeCell, periodText } from '../forms/texts';
import { fill } from '../messages/fill';
import { visits as words } from '../messages/zh-CN/visits';
import type { VisitRow } from './rows';
import { totalsByPurpose } from './totals';

/** Input of the form `visit-register`. Rows come with phones masked unless the role may see them. */
export interface VisitRegisterInput {
  readonly club: string;
  /** Business days, both included. */
  readonly from: string;
  readonly to: string;
  /** Desk codes and names the register covers, e.g. `A 前台`. */
  readonly desks: readonly string[];
  /** What the list was narrowed to, e.g. `筛选：供应商`, or ''. */
  readonly filter: string;
  readonly rows: readonly VisitRow[];
}

const register = words.form;

/** Millimetres; together the printable width of A4 landscape. */
const REGISTER_COLUMNS: readonly Column[] = [
  { title: register.index, width: 9, align: 'right', noWrap: true },
  { title: register.date, width: 17, noWrap: true },
  { title: register.no, width: 29, noWrap: true },
  { title: register.name, width: 16 },
  { title: register.people, width: 9, align: 'right', noWrap: true },
  { title: register.company, width: 25 },
  { title: register.phone, width: 21, noWrap: true },
  { title: register.purpose, width: 25 },
  { title: register.visiting, width: 20 },
  { title: register.plate, width: 17, noWrap: true },
  { title: register.badge, width: 10, noWrap: true },
  { title: register.timeIn, width: 13, align: 'center' },
  { title: register.timeOut, width: 13, align: 'center' },
  { title: register.receivedBy, width: 14 },
  { title: register.outcome, width: 24 },
  { title: register.remark, width: 17 },
];

/** 客户来访登记表, A4 landscape. */
export function visitRegister(input: VisitRegisterInput): FormDoc {
  const { club, from, to, desks, rows } = input;
  const period = periodText(from, to);
  const blocks: Block[] = [
    { type: 'table', columns: REGISTER_COLUMNS, rows: rows.map(registerCells) },
    ...(rows.length > 0 ? totalsBlocks(rows) : []),
    { type: 'signatures', lines: [{ label: register.preparedBy }, { label: register.checkedBy }] },
  ];
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: register.title,
    subtitle: [period, fill(register.desks, { desks: desks.join('、') }), input.filter]
      .filter(Boolean)
      .join('　'),
    reference: period,
    blocks,
  };
}

function registerCells(row: VisitRow, index: number): readonly string[] {
  return [
    String(index + 1),
    row.date,
    row.no,
    row.name,
    String(row.people),
    row.company,
    row.phone,
    [row.purpose, row.details].filter(Boolean).join('：'),
    row.visiting,
    row.plate,
    row.badge,
    row.timeIn,
    row.timeOut,
    row.receivedBy,
    row.outcome,
    row.remark,
  ];
}

function totalsBlocks(rows: readonly VisitRow[]): readonly Block[] {
  const totals = totalsByPurpose(rows);
  const sum = (count: (total: (typeof totals)[number]) => number): string =>
    String(totals.reduce((all, total) => all + count(total), 0));
  const columns: readonly Column[] = [
    { title: register.purpose, width: 24 },
    ...totals.map(({ purpose }): Column => ({ title: purpose, width: 20, align: 'right' })),
    { title: register.total, width: 20, align: 'right' },
  ];
  return [
    { type: 'space', mm: 3 },
    { type: 'text', text: register.totals, style: 'bold' },
    {
      type: 'table',
      columns,
      rows: [
        [register.visits, ...totals.map(({ visits }) => String(visits)), sum(({ visits }) => visits)],
        [register.people, ...totals.map(({ people }) => String(people)), sum(({ people }) => people)],
      ],
    },
  ];
}

/** Input of the form `evacuation-list`. */
export interface EvacuationInput {
  readonly club: string;
  /** ISO instant the list is true for. */
  readonly asOf: string;
  readonly visitors: readonly {
    readonly name: string;
    readonly people: number;
    readonly company: string;
    readonly department: string;
    /** `HH:mm`, or with the date when it was not today. */
    readonly timeIn: string;
    readonly phone: string;
  }[];
  /** What the starter's desk told last today; null when it told nothing. */
  readonly starter: { readonly players: number; readonly caddies: number; readonly time: string } | null;
  /** Names of the staff on duty. */
  readonly staff: readonly string[];
}

const evacuation = words.evacuation;

const VISITOR_COLUMNS: readonly Column[] = [
  { title: evacuation.index, width: 10, align: 'right', noWrap: true },
  { title: evacuation.name, width: 28 },
  { title: evacuation.people, width: 11, align: 'right', noWrap: true },
  { title: evacuation.company, width: 47 },
  { title: evacuation.department, width: 24 },
  { title: evacuation.timeIn, width: 17, align: 'center' },
  { title: evacuation.phone, width: 26, noWrap: true },
  { title: evacuation.check, width: 27, noWrap: true, align: 'center' },
];

/** Staff stand in three pairs of name and box to a line. */
const STAFF_PAIRS = 3;
const STAFF_COLUMNS: readonly Column[] = Array.from({ length: STAFF_PAIRS }, (): readonly Column[] => [
  { title: evacuation.name, width: 48 },
  { title: evacuation.check, width: 15, align: 'center' },
]).flat();

/** 在场人员名单, A4 portrait. */
export function evacuationList(input: EvacuationInput): FormDoc {
  const { club, asOf, visitors, starter, staff } = input;
  const people = visitors.reduce((sum, visitor) => sum + visitor.people, 0);
  const groups = [evacuation.visitors, evacuation.players, evacuation.caddies, evacuation.staff].join('、');
  const starterRow = (label: string, count: number | undefined): readonly string[] => [
    label,
    count === undefined ? evacuation.unknown : String(count),
    starter ? fill(evacuation.starterAt, { time: starter.time }) : evacuation.starterNone,
    evacuation.boxes,
  ];
  const blocks: Block[] = [
    heading(fill(evacuation.visitorsHead, { visits: visitors.length, people })),
    {
      type: 'table',
      columns: VISITOR_COLUMNS,
      rows: visitors.map((visitor, index) => [
        String(index + 1),
        visitor.name,
        String(visitor.people),
        visitor.company,
        visitor.department,
        visitor.timeIn,
        visitor.phone,
        evacuation.boxes,
      ]),
      empty: evacuation.noVisitors,
    },
    heading(evacuation.starterHead),
    {
      type: 'table',
      columns: [
        { title: evacuation.group, width: 30 },
        { title: evacuation.people, width: 20, align: 'right' },
        { title: evacuation.time, width: 113 },
        { title: evacuation.check, width: 27, noWrap: true, align: 'center' },
      ],
      rows: [
        starterRow(evacuation.players, starter?.players),
        starterRow(evacuation.caddies, starter?.caddies),
      ],
    },
    heading(fill(evacuation.staffHead, { count: staff.length })),
    { type: 'table', columns: STAFF_COLUMNS, rows: staffRows(staff), empty: evacuation.noStaff },
    { type: 'space', mm: 3 },
    {
      type: 'text',
      style: 'bold',
      text: fill(evacuation.counts, {
        visitors: persons(people),
        players: persons(starter?.players),
        caddies: persons(starter?.caddies),
        staff: persons(staff.length),
      }),
    },
    { type: 'signatures', lines: [{ label: evacuation.caller }, { label: evacuation.time }] },
  ];
  const time = dateTimeCell(asOf);
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: evacuation.title,
    subtitle: `${fill(evacuation.asOf, { time })}　${fill(evacuation.groups, { groups })}`,
    reference: time,
    blocks,
  };
}

function persons(count: number | undefined): string {
  return count === undefined ? evacuation.unknown : fill(evacuation.persons, { count });
}

function heading(text: string): Block {
  return { type: 'text', text, style: 'heading' };
}

function staffRows(staff: readonly string[]): readonly (readonly string[])[] {
  const lines = Math.ceil(staff.length / STAFF_PAIRS);
  return Array.from({ length: lines }, (_, line) =>
    Array.from({ length: STAFF_PAIRS }, (__, column) => staff[line * STAFF_PAIRS + column] ?? '').flatMap(
      (name) => [name, name && evacuation.box],
    ),
  );
}
