/** 卡证票据领用月表: 领入 发出 作废 结存 of the month, the count beside them, and every move (DOMAIN §5). */
import type { Column, FormDoc } from '../../forms/model';
import { periodText } from '../../forms/texts';
import { fees as words } from '../../messages/zh-CN/fees';
import { NUMBERED_STOCKS, type NumberedCount, type NumberedStock } from '../../ledger/entries/fees';
import { movedRange, numberedSums } from '../numbered';
import { rangeText } from '../pieces';

/** Input of the form `numbered-sheet`. */
export interface NumberedSheetInput {
  readonly club: string;
  readonly from: string;
  readonly to: string;
  /** Every move up to `to`, oldest first. */
  readonly moves: readonly NumberedStock[];
  /** Counts of the period, oldest first. */
  readonly counts: readonly NumberedCount[];
  /** Names of staff by id. */
  readonly names: Readonly<Record<string, string>>;
}

const form = words.form;
const SUMS: readonly Column[] = [
  { title: form.stock, width: 20, noWrap: true },
  { title: form.opening, width: 13, align: 'right', noWrap: true },
  { title: form.received, width: 13, align: 'right', noWrap: true },
  { title: form.issued, width: 13, align: 'right', noWrap: true },
  { title: form.returned, width: 13, align: 'right', noWrap: true },
  { title: form.voided, width: 13, align: 'right', noWrap: true },
  { title: form.withdrawn, width: 13, align: 'right', noWrap: true },
  { title: form.closing, width: 13, align: 'right', noWrap: true },
  { title: form.closingRanges, width: 44 },
  { title: form.counted, width: 25, align: 'right', noWrap: true },
];

const DETAILS: readonly Column[] = [
  { title: form.index, width: 10, align: 'right', noWrap: true },
  { title: form.no, width: 36, noWrap: true },
  { title: form.day, width: 20, noWrap: true },
  { title: form.stock, width: 16, noWrap: true },
  { title: form.move, width: 12, noWrap: true },
  { title: form.range, width: 31 },
  { title: form.quantity, width: 12, align: 'right', noWrap: true },
  { title: form.reason, width: 27 },
  { title: form.by, width: 16, noWrap: true },
];

/** Most ranges in the cell of a stock; what is more is said in pieces. */
const RANGES_SHOWN = 8;

export function numberedSheet({ club, from, to, moves, counts, names }: NumberedSheetInput): FormDoc {
  const period = periodText(from, to);
  const rows = NUMBERED_STOCKS.map((stock) => {
    const { opening, moved, closing, closingRanges } = numberedSums(moves, stock, { from, to });
    const count = counts.filter(({ body }) => body.stock === stock).at(-1);
    const shown = closingRanges.slice(0, RANGES_SHOWN).map(rangeText);
    return [
      words.stock[stock],
      String(opening),
      String(moved.received),
      String(moved.issued),
      String(moved.returned),
      String(moved.voided),
      String(moved.withdrawn),
      String(closing),
      [...shown, ...(closingRanges.length > RANGES_SHOWN ? ['…'] : [])].join('，'),
      count ? `${count.body.countedQuantity}（${count.day.slice(5)}）` : form.notCounted,
    ];
  });
  const details = moves
    .filter(({ day }) => day >= from && day <= to)
    .map((entry, index) => {
      const { body, day, by } = entry;
      const approved = body.approval ? `（${body.approval.name}）` : '';
      return [
        String(index + 1),
        body.no ?? '',
        day,
        words.stock[body.stock],
        words.move[body.move],
        rangeText(movedRange(entry)),
        String(body.quantity),
        (body.fee && body.reason === '' ? words.numbered.withFee : body.reason) + approved,
        names[by] ?? by,
      ];
    });
  return {
    paper: { size: 'A4', orientation: 'portrait' },
    club,
    title: form.sheet,
    subtitle: period,
    reference: period,
    money: true,
    blocks: [
      { type: 'table', columns: SUMS, rows },
      { type: 'space', mm: 3 },
      { type: 'text', style: 'heading', text: form.details },
      { type: 'table', columns: DETAILS, rows: details },
      {
        type: 'signatures',
        lines: [{ label: form.keeper }, { label: form.counter }, { label: form.lead }],
      },
    ],
  };
}
