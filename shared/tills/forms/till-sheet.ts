/** 交接班现金交接单, A4 portrait: one session from its float to what was handed over (FORMS). */
import { formatMoney } from '../../core/money';
import type { Block, Column, FormDoc } from '../../forms/model';
import { amountCell, dateTimeCell } from '../../forms/texts';
import { TILL_TENDERS, type Tender } from '../../ledger/entries/parts';
import type { TillHandover, TillSeal } from '../../ledger/entries/tills';
import { fill } from '../../messages/fill';
import { ledger } from '../../messages/zh-CN/ledger';
import { tills } from '../../messages/zh-CN/tills';
import { staffText } from '../../signatures/signature';
import { amountOf } from '../schema';
import {
  CASH_PARTS,
  cashFormula,
  differencesOf,
  openingDifferenceOf,
  paymentLines,
  sumsOf,
  type CashPart,
  type Till,
} from '../till';

/** Input of the form `till-sheet`: what of a closed session stands on it. */
export interface TillSheetInput {
  readonly club: string;
  readonly no: string;
  readonly day: string;
  readonly shift: string;
  readonly desk: string;
  readonly openedAt: string;
  /** Why the recount of the night's seal differed, or ''. */
  readonly openingReason: string;
  readonly denominations: readonly number[];
  readonly formula: Readonly<Record<CashPart, number>>;
  readonly closing: TillHandover | TillSeal;
  readonly late: readonly {
    readonly no: string;
    readonly at: string;
    readonly kind: string;
    readonly tender: Tender;
    readonly amount: number;
  }[];
  /** Per tender, only where late entries changed it. */
  readonly adjusted: readonly { readonly tender: Tender; readonly difference: number }[];
}

/** What the sheet of a closed session shows. @throws RangeError while it is open */
export function tillSheetOf(till: Till, club: string, denominations: readonly number[]): TillSheetInput {
  const { id, opening, closing, late } = till;
  if (!closing) throw new RangeError('an open session has no sheet');
  const differences = differencesOf(till);
  const changed = Object.keys(sumsOf(id, late)) as Tender[];
  return {
    club,
    no: opening.body.no ?? '',
    day: opening.day,
    shift: opening.body.shift,
    desk: opening.desk,
    openedAt: opening.at,
    openingReason: openingDifferenceOf(till) === 0 ? '' : opening.body.reason,
    denominations: [...new Set([...denominations, ...Object.keys(closing.body.pieces).map(Number)])].sort(
      (a, b) => b - a,
    ),
    formula: cashFormula(till),
    closing,
    late: late.flatMap(paymentLines).map(({ no, at, kind, tender, amount }) => ({
      no,
      at,
      kind: ledger.kind[kind],
      tender,
      amount,
    })),
    adjusted: changed.map((tender) => ({ tender, difference: differences[tender] ?? 0 })),
  };
}

const form = tills.form;
const number = { align: 'right', noWrap: true } as const;

const CASH: readonly Column[] = [
  { title: form.denomination, width: 30, ...number },
  { title: form.pieces, width: 26, ...number },
  { title: form.amount, width: 38, ...number },
  { title: form.denomination, width: 30, ...number },
  { title: form.pieces, width: 26, ...number },
  { title: form.amount, width: 38, ...number },
];

const TENDER: readonly Column[] = [
  { title: form.tender, width: 26, noWrap: true },
  { title: form.expected, width: 28, ...number },
  { title: form.actual, width: 28, ...number },
  { title: form.difference, width: 30, ...number },
  { title: form.outcome, width: 24, noWrap: true },
  { title: form.batchNo, width: 32, noWrap: true },
  { title: form.slips, width: 20, ...number },
];

const LINES: readonly Column[] = [
  { title: form.entryNo, width: 44, noWrap: true },
  { title: form.tender, width: 24, noWrap: true },
  { title: form.amount, width: 28, ...number },
  { title: form.outcome, width: 24, noWrap: true },
  { title: form.note, width: 66 },
];

const LATE: readonly Column[] = [
  { title: form.time, width: 36, noWrap: true },
  { title: form.entryNo, width: 46, noWrap: true },
  { title: tills.field.kind, width: 36, noWrap: true },
  { title: form.tender, width: 30, noWrap: true },
  { title: form.amount, width: 38, ...number },
];

const signed = (fen: number): string => (fen > 0 ? `+${amountCell(fen)}` : amountCell(fen));
const nameOf = (fen: number): string => `¥${fen / 100}`;

/** Denominations in two columns side by side, so that the sheet stays on one page. */
function cashTable({ denominations, closing }: TillSheetInput): Block {
  const cells = denominations.map((fen) => {
    const pieces = closing.body.pieces[String(fen)] ?? 0;
    return [nameOf(fen), pieces === 0 ? '' : String(pieces), pieces === 0 ? '' : amountCell(pieces * fen)];
  });
  const half = Math.ceil(cells.length / 2);
  const rows = cells.slice(0, half).map((left, at) => [...left, ...(cells[half + at] ?? ['', '', ''])]);
  return {
    type: 'table',
    columns: CASH,
    rows,
    totals: [['', '', '', form.total, '', amountCell(amountOf(closing.body.pieces))]],
  };
}

function formulaText(formula: TillSheetInput['formula']): string {
  const parts = CASH_PARTS.filter((part) => part === 'float' || formula[part] !== 0).map((part, at) => {
    const amount = formula[part];
    const sign = amount < 0 ? '－' : at === 0 ? '' : '＋';
    return `${sign} ${tills.part[part]} ${amountCell(Math.abs(amount))}`.trim();
  });
  const sum = CASH_PARTS.reduce((all, part) => all + formula[part], 0);
  return `${parts.join(' ')} ＝ ${amountCell(sum)}`;
}

/** What finance still has to get of this session, as it was at the closing. */
function notDeposited({ checks, float }: TillSheetInput['closing']['body']): string {
  const parts = checks
    .filter(({ tender }) => TILL_TENDERS.some((one) => one === tender))
    .map(({ tender, actual }) => ({ tender, amount: tender === 'cash' ? actual - float : actual }))
    .filter(({ amount }) => amount !== 0);
  const sum = parts.reduce((all, { amount }) => all + amount, 0);
  const listed = parts.map(({ tender, amount }) => `${ledger.tender[tender]} ${amountCell(amount)}`);
  return [...listed, `${form.total} ${formatMoney(sum)}`].join('　');
}

function itemFields(input: TillSheetInput): Block {
  const { body, kind } = input.closing;
  const { items, first, reason, note } = body;
  const receipts =
    items.receiptFrom === '' && items.receiptTo === ''
      ? form.none
      : fill(form.receiptsValue, { from: items.receiptFrom, to: items.receiptTo });
  return {
    type: 'fields',
    title: form.items,
    perLine: 2,
    fields: [
      { label: form.floatLeft, value: formatMoney(body.float) },
      { label: form.receipts, value: receipts },
      { label: form.notDeposited, value: notDeposited(body), wide: true },
      { label: form.keys, value: items.keys || form.none },
      { label: form.cards, value: items.cards || form.none },
      { label: form.equipment, value: items.equipment || form.none, wide: true },
      { label: form.deposits, value: items.deposits || form.none, wide: true },
      ...(kind === 'tillSeal'
        ? [
            { label: form.sealNo, value: input.closing.body.sealNo },
            { label: form.safe, value: input.closing.body.safe },
          ]
        : []),
      ...(reason ? [{ label: form.reason, value: reason, wide: true }] : []),
      ...(input.openingReason
        ? [{ label: form.openingDifference, value: input.openingReason, wide: true }]
        : []),
      ...(first ? [{ label: form.first, value: formatMoney(amountOf(first.pieces)), wide: true }] : []),
      ...(note ? [{ label: form.note, value: note, wide: true }] : []),
    ],
  };
}

function signatures({ closing }: TillSheetInput): Block {
  const { leaving, approval } = closing.body;
  const line = (label: string, mark: { readonly name: string; readonly at: string }) => ({
    label,
    value: staffText(mark),
  });
  return {
    type: 'signatures',
    lines: [
      ...(closing.kind === 'tillHandover'
        ? [line(form.leaving, leaving), line(form.taking, closing.body.taking)]
        : [line(form.sealer, leaving), line(form.witness, closing.body.witness)]),
      ...(approval ? [line(form.approval, approval)] : []),
    ],
  };
}

export function tillSheet(input: TillSheetInput): FormDoc {
  const { club, no, day, shift, desk, openedAt, closing, formula, late, adjusted } = input;
  const { checks, exceptions } = closing.body;
  const heading = (text: string): Block => ({ type: 'text', style: 'bold', text });
  const blocks: Block[] = [
    {
      type: 'fields',
      perLine: 3,
      fields: [
        { label: form.day, value: day },
        { label: form.shift, value: shift },
        { label: form.desk, value: desk },
        { label: form.opened, value: dateTimeCell(openedAt) },
        {
          label: closing.kind === 'tillSeal' ? form.sealedAt : form.closed,
          value: dateTimeCell(closing.at),
        },
        { label: form.no, value: no },
      ],
    },
    heading(form.cash),
    cashTable(input),
    heading(form.formula),
    { type: 'text', text: formulaText(formula) },
    heading(form.tenders),
    {
      type: 'table',
      columns: TENDER,
      rows: checks.map(({ tender, expected, actual, outcome, batchNo, slips }) => [
        ledger.tender[tender],
        amountCell(expected),
        amountCell(actual),
        signed(actual - expected),
        tills.outcome[outcome],
        batchNo,
        slips === 0 ? '' : String(slips),
      ]),
      totals: [totalsRow(checks)],
    },
    ...(exceptions.length === 0
      ? []
      : [
          heading(form.exceptions),
          {
            type: 'table' as const,
            columns: LINES,
            rows: exceptions.map((one) => [
              one.no,
              ledger.tender[one.tender],
              amountCell(one.amount),
              tills.outcome[one.outcome],
              one.note,
            ]),
          },
        ]),
    itemFields(input),
    ...(late.length === 0
      ? []
      : [
          heading(form.late),
          {
            type: 'table' as const,
            columns: LATE,
            rows: late.map((one) => [
              dateTimeCell(one.at),
              one.no,
              one.kind,
              ledger.tender[one.tender],
              amountCell(one.amount),
            ]),
          },
          {
            type: 'text' as const,
            style: 'bold' as const,
            text: `${form.adjusted}　${adjusted
              .map(({ tender, difference }) => `${ledger.tender[tender]} ${signed(difference)}`)
              .join('　')}`,
          },
        ]),
    signatures(input),
  ];
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.sheet,
    subtitle: `${no}　${shift}　${desk}`,
    reference: no,
    money: true,
    blocks,
  };
}

function totalsRow(checks: TillSheetInput['closing']['body']['checks']): readonly string[] {
  const sum = (of: (check: (typeof checks)[number]) => number): number =>
    checks.reduce((all, check) => all + of(check), 0);
  return [
    form.total,
    amountCell(sum(({ expected }) => expected)),
    amountCell(sum(({ actual }) => actual)),
    signed(sum(({ actual, expected }) => actual - expected)),
    '',
    '',
    '',
  ];
}
