/** 早班清点表 and 盘点表, A4 portrait: blank to take along, or filled with the check by group and signatures (FORMS). */
import type { Block, Column, FormDoc } from '../../forms/model';
import { amountCell, periodText } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { counts as words } from '../../messages/zh-CN/counts';
import { ledger } from '../../messages/zh-CN/ledger';
import { formatMoney } from '../../core/money';
import { staffText } from '../../signatures/signature';
import type { StaffMark } from '../../signatures/signature';
import { carriersText } from '../carriers';
import type { MoneyCheck } from '../money-check';
import { isHidden, type CountRow } from '../rows';
import type { Count, CountProduct, CountType } from '../schema';

/** One printed line; null is left empty. */
export interface SheetRow {
  readonly shelf: string;
  readonly sku: string;
  readonly name: string;
  readonly spec: string;
  readonly unit: string;
  readonly book: number | null;
  readonly first: number | null;
  readonly recount: number | null;
  readonly difference: number | null;
  readonly reason: string;
}

/** Input of the form `count-sheet`. */
export interface CountSheetInput {
  readonly club: string;
  readonly type: CountType;
  readonly no: string;
  readonly day: string;
  readonly desk: string;
  readonly blind: boolean;
  readonly places: readonly { readonly place: string; readonly rows: readonly SheetRow[] }[];
  readonly check: MoneyCheck | null;
  /** Why lines stayed uncounted, with the lead, or ''. */
  readonly skipped: string;
  readonly counter: StaffMark | null;
  readonly lead: StaffMark | null;
  readonly finance: StaffMark | null;
}

type Rows = CountSheetInput['places'];

function placed<T extends { readonly location: string }>(
  list: readonly T[],
  row: (one: T) => SheetRow,
): Rows {
  const places = [...new Set(list.map(({ location }) => location))];
  return places.map((place) => ({
    place,
    rows: list.filter(({ location }) => location === place).map(row),
  }));
}

const head = ({
  shelf,
  sku,
  name,
  spec,
  unit,
}: CountProduct): Omit<SheetRow, 'book' | 'first' | 'recount' | 'difference' | 'reason'> => ({
  shelf,
  sku,
  name,
  spec,
  unit,
});

const EMPTY = { first: null, recount: null, difference: null, reason: '' };

/** Lines to count by hand, before or during a count; a blind sheet has no book. */
export function blankRows(
  products: readonly CountProduct[],
  blind: boolean,
  bookOf: (product: string, location: string) => number,
): Rows {
  const places = [...new Set(products.flatMap(({ locations }) => locations))];
  const lines = places.flatMap((location) =>
    products.filter(({ locations }) => locations.includes(location)).map((of) => ({ of, location })),
  );
  return placed(lines, ({ of, location }) => ({
    ...head(of),
    ...EMPTY,
    book: blind ? null : bookOf(of.product, location),
  }));
}

/** Lines as they stand; while a blind count is not submitted neither the book nor what it follows from. */
export function filledRows(count: Count, rows: readonly CountRow[]): Rows {
  const hidden = isHidden(count);
  return placed(rows, (row) => ({
    ...head(row.of),
    book: hidden || row.skipped ? null : row.book,
    first: row.first,
    recount: row.recount,
    difference: hidden || row.counted === null ? null : row.difference,
    reason: row.skipped ? words.form.notCounted : hidden ? '' : row.reason,
  }));
}

const form = words.form;
const check = words.check;
const right = { align: 'right', noWrap: true } as const;
const COLUMNS: readonly Column[] = [
  { title: form.shelf, width: 14, noWrap: true },
  { title: form.index, width: 10, ...right },
  { title: form.sku, width: 20, noWrap: true },
  { title: form.name, width: 40 },
  { title: form.spec, width: 25 },
  { title: form.unit, width: 10, noWrap: true },
  { title: form.book, width: 13, ...right },
  { title: form.first, width: 14, ...right },
  { title: form.recount, width: 14, ...right },
  { title: form.difference, width: 13, ...right },
  { title: form.reason, width: 27 },
];

const GROUPS: readonly Column[] = [
  { title: check.group, width: 34 },
  { title: check.opening, width: 18, ...right },
  { title: check.received, width: 18, ...right },
  { title: check.otherOut, width: 18, ...right },
  { title: check.counted, width: 18, ...right },
  { title: check.shouldSell, width: 18, ...right },
  { title: check.recordedSold, width: 20, ...right },
  { title: check.differenceUnits, width: 18, ...right },
  { title: check.value, width: 24, ...right },
];

const TENDER_COLUMNS: readonly Column[] = [
  { title: check.tenderName, width: 26, noWrap: true },
  { title: check.sales, width: 24, ...right },
  { title: check.fees, width: 22, ...right },
  { title: check.topUps, width: 22, ...right },
  { title: check.others, width: 24, ...right },
  { title: check.recorded, width: 24, ...right },
  { title: check.actualTender, width: 24, ...right },
  { title: check.value, width: 22, ...right },
];

const text = (figure: number | null): string => (figure === null ? '' : String(figure));
const signed = (figure: number | null): string =>
  figure === null ? '' : figure > 0 ? `+${figure}` : String(figure);

function checkBlocks(found: MoneyCheck): readonly Block[] {
  const totals = (of: (one: MoneyCheck['groups'][number]) => number): number =>
    found.groups.reduce((sum, one) => sum + of(one), 0);
  const money = (of: (one: MoneyCheck['tenders'][number]) => number): string =>
    amountCell(found.tenders.reduce((sum, one) => sum + of(one), 0));
  return [
    { type: 'space', mm: 3 },
    {
      type: 'text',
      style: 'heading',
      text: fill(form.check, { period: periodText(found.from, found.to) }),
    },
    {
      type: 'table',
      columns: GROUPS,
      rows: found.groups.map((one) => [
        one.category,
        String(one.opening),
        String(one.received),
        String(one.otherOut),
        String(one.counted),
        String(one.shouldSell),
        String(one.recorded),
        String(one.difference),
        amountCell(one.value),
      ]),
      totals: [
        [
          check.total,
          ...(
            ['opening', 'received', 'otherOut', 'counted', 'shouldSell', 'recorded', 'difference'] as const
          ).map((part) => String(totals((one) => one[part]))),
          amountCell(totals(({ value }) => value)),
        ],
      ],
    },
    { type: 'text', style: 'small', text: check.quantityFormula },
    { type: 'space', mm: 2 },
    {
      type: 'table',
      columns: TENDER_COLUMNS,
      rows: found.tenders.map((one) => [
        ledger.tender[one.tender],
        amountCell(one.sales),
        amountCell(one.fees),
        amountCell(one.topUps),
        amountCell(one.others),
        amountCell(one.recorded),
        amountCell(one.actual),
        amountCell(one.difference),
      ]),
      totals: [
        [
          check.total,
          ...(['sales', 'fees', 'topUps', 'others', 'recorded', 'actual', 'difference'] as const).map(
            (part) => money((one) => one[part]),
          ),
        ],
      ],
    },
    { type: 'text', style: 'small', text: check.moneyFormula },
    {
      type: 'text',
      style: 'bold',
      text: fill(form.result, {
        should: formatMoney(found.should),
        actual: formatMoney(found.actual),
        difference: formatMoney(found.difference),
      }),
    },
    {
      type: 'text',
      text: carriersText(found, {
        say: (key, params) => fill(check[key], params ?? {}),
        tender: (tender) => ledger.tender[tender],
      }),
    },
  ];
}

const line = (label: string, mark: StaffMark | null): { readonly label: string; readonly value?: string } =>
  mark ? { label, value: staffText(mark) } : { label };

export function countSheet(input: CountSheetInput): FormDoc {
  const { club, type, no, day, desk, blind, places, skipped, counter, lead, finance } = input;
  const all = places.flatMap(({ rows }) => rows);
  const differs = all.filter(({ difference }) => (difference ?? 0) !== 0).length;
  const filled = all.some(({ first }) => first !== null);
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: type === 'morning' ? form.title : form.stocktake,
    subtitle: fill(form.subtitle, { day, desk, mode: blind ? form.blind : form.open, no }).trim(),
    reference: no === '' ? day : no,
    money: true,
    blocks: [
      ...places.flatMap(({ place, rows }, at): readonly Block[] => [
        ...(at > 0 ? [{ type: 'space', mm: 2 } as const] : []),
        { type: 'text', style: 'heading', text: fill(form.place, { place, count: rows.length }) },
        {
          type: 'table',
          columns: COLUMNS,
          rows: rows.map((row, index) => [
            row.shelf,
            String(index + 1),
            row.sku,
            row.name,
            row.spec,
            row.unit,
            text(row.book),
            text(row.first),
            text(row.recount),
            signed(row.difference),
            row.reason,
          ]),
        },
      ]),
      ...(filled && all.some(({ book }) => book !== null)
        ? [
            {
              type: 'text',
              style: 'bold',
              text: fill(form.totals, { lines: all.length, differences: differs }),
            } as const,
          ]
        : []),
      ...(skipped === '' ? [] : [{ type: 'text', text: skipped } as const]),
      ...(input.check ? checkBlocks(input.check) : []),
      {
        type: 'signatures',
        lines: [
          line(form.counter, counter),
          line(form.lead, lead),
          ...(type === 'monthEnd' ? [line(form.finance, finance)] : []),
        ],
      },
    ],
  };
}
