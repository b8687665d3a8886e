/** 遗留物品登记表: two lines a record, so that no column is squeezed to one character a line (FORMS). */
import type { Block, Cell, Column, FormDoc } from '../../forms/model';
import { periodText } from '../../forms/texts';
import { fill } from '../../messages/fill';
import { lostProperty as words } from '../../messages/zh-CN/lost-property';
import type { FoundRow } from '../rows';
import { FOUND_STATUSES, type FoundStatus } from '../schema';

/** Input of the form `lost-register`. */
export interface LostRegisterInput {
  readonly club: string;
  /** Business days of registration, both included. */
  readonly from: string;
  readonly to: string;
  /** States the register was narrowed to; empty: all. */
  readonly states: readonly FoundStatus[];
  readonly rows: readonly FoundRow[];
}

const form = words.form;

/** Millimetres; both lines add up to the printable width of A4 landscape. */
const FIRST: readonly Column[] = [
  { title: form.index, width: 9, align: 'right', noWrap: true },
  { title: form.no, width: 33, noWrap: true },
  { title: form.foundDay, width: 19, noWrap: true },
  { title: form.time, width: 11, noWrap: true },
  { title: form.place, width: 26 },
  { title: form.name, width: 32 },
  { title: form.features, width: 44 },
  { title: form.quantity, width: 11, align: 'right', noWrap: true },
  { title: form.finder, width: 20 },
  { title: form.phone, width: 22, noWrap: true },
  { title: form.finderSignature, width: 24 },
  { title: form.storage, width: 26 },
];
const SECOND: readonly Column[] = [
  { title: '', width: 9 },
  { title: form.status, width: 22 },
  { title: form.receivedBy, width: 22 },
  { title: form.goneDay, width: 24, noWrap: true },
  { title: form.claimant, width: 30 },
  { title: form.last4, width: 18, noWrap: true },
  { title: form.claimedQuantity, width: 16, align: 'right', noWrap: true },
  { title: form.claimantSignature, width: 28 },
  { title: form.handledBy, width: 24 },
  { title: form.result, width: 50 },
  { title: form.remark, width: 34 },
];

/** A4 landscape; totals by state at the foot. */
export function lostRegister({ club, from, to, states, rows }: LostRegisterInput): FormDoc {
  const period = periodText(from, to);
  const narrowed =
    states.length > 0
      ? `　${fill(form.states, { states: states.map((state) => words.status[state]).join('、') })}`
      : '';
  const blocks: Block[] = [
    {
      type: 'table',
      columns: FIRST,
      rows: rows.map(firstLine),
      second: { columns: SECOND, rows: rows.map(secondLine) },
    },
    ...(rows.length > 0
      ? [{ type: 'space', mm: 2 } as const, { type: 'text', style: 'bold', text: totals(rows) } as const]
      : []),
    { type: 'signatures', lines: [{ label: form.preparedBy }, { label: form.checkedBy }] },
  ];
  return {
    paper: { size: 'A4', orientation: 'landscape' },
    club,
    title: form.register,
    subtitle: period + narrowed,
    reference: period,
    blocks,
  };
}

function firstLine(row: FoundRow, index: number): readonly Cell[] {
  const {
    no,
    foundDay,
    foundTime,
    place,
    name,
    features,
    quantity,
    finder,
    phone,
    finderSignature,
    storage,
  } = row;
  return [
    String(index + 1),
    no,
    foundDay,
    foundTime,
    place,
    name,
    features,
    String(quantity),
    finder,
    phone,
    finderSignature,
    storage,
  ];
}

function secondLine(row: FoundRow): readonly Cell[] {
  const {
    statusText,
    receivedBy,
    goneDay,
    claimant,
    last4,
    claimedQuantity,
    claimantSignature,
    handledBy,
    result,
    remark,
  } = row;
  return [
    '',
    statusText,
    receivedBy,
    goneDay,
    claimant,
    last4,
    claimedQuantity,
    claimantSignature,
    handledBy,
    result,
    remark,
  ];
}

function totals(rows: readonly FoundRow[]): string {
  const parts = FOUND_STATUSES.flatMap((status) => {
    const mine = rows.filter((row) => row.status === status);
    if (mine.length === 0) return [];
    return [
      fill(form.total, {
        status: words.status[status],
        items: mine.length,
        pieces: mine.reduce((sum, { quantity }) => sum + quantity, 0),
      }),
    ];
  });
  return fill(form.totals, { totals: parts.join('　') });
}
