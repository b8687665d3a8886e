/** What stands in the form that ends a session. */
import { COUNTED_TENDERS, EMPTY_CLOSE, type CloseFields } from '@shared/tills/close-fields';
import type { TillCount } from '@shared/tills/schema';
import { readSignedMoney } from '@shared/tills/signed-money';
import { amountOf, readPieces } from '@shared/tills/schema';
import { expectedOf, type Till } from '@shared/tills/till';
import { TENDERS, type Tender } from '@shared/ledger/entries/parts';

export interface CloseValues extends CloseFields {
  readonly shift: string;
  readonly sealNo: string;
  readonly safe: string;
}

/** Parts of the form that are no values of their own. */
export const CLOSE_PARTS: readonly string[] = [
  'taking',
  'witness',
  ...COUNTED_TENDERS.flatMap((tender) => [`totals.${tender}`, `batchNos.${tender}`, `slips.${tender}`]),
];

/** Receipt numbers the session's fees were written on, first and last. */
export function receiptsOf({ entries }: Till): Pick<CloseFields, 'receiptFrom' | 'receiptTo'> {
  const numbers = entries
    .map((entry) => (entry.kind === 'fee' ? entry.body.receiptNo : ''))
    .filter((no) => no !== '')
    .sort();
  return { receiptFrom: numbers[0] ?? '', receiptTo: numbers.at(-1) ?? '' };
}

/** An empty count, or the one committed blindly. */
export function initialClose(
  till: Till,
  count: TillCount | null,
  { float, deposits, shift }: { readonly float: number; readonly deposits: string; readonly shift: string },
): CloseValues {
  const typed = (fen: number): string => (fen / 100).toFixed(2);
  return {
    ...EMPTY_CLOSE,
    ...receiptsOf(till),
    ...(count
      ? {
          pieces: Object.fromEntries(
            Object.entries(count.body.pieces).map(([fen, pieces]) => [fen, String(pieces)]),
          ),
          totals: Object.fromEntries(
            Object.entries(count.body.actual)
              .filter(([tender]) => tender !== 'cash')
              .map(([tender, fen]) => [tender, typed(fen)]),
          ),
        }
      : {}),
    float: typed(float),
    deposits,
    shift,
    sealNo: '',
    safe: '',
  };
}

export interface TenderState {
  readonly tender: Tender;
  readonly expected: number;
  /** Null while nothing usable is typed. */
  readonly actual: number | null;
}

/** Expected against typed, per tender that is counted or moved. */
export function statesOf(
  till: Till,
  values: CloseFields,
  denominations: readonly number[],
): readonly TenderState[] {
  const expected = expectedOf(till);
  return TENDERS.filter(
    (tender) =>
      tender === 'cash' || expected[tender] !== undefined || COUNTED_TENDERS.some((one) => one === tender),
  ).map((tender) => {
    const due = expected[tender] ?? 0;
    const pieces = readPieces(values.pieces, denominations);
    const text = (values.totals[tender] ?? '').trim();
    if (tender === 'cash')
      return {
        tender,
        expected: due,
        actual: pieces && Object.keys(pieces).length > 0 ? amountOf(pieces) : null,
      };
    if (tender === 'member' || tender === 'onAccount') return { tender, expected: due, actual: due };
    return { tender, expected: due, actual: text === '' ? (due === 0 ? 0 : null) : readSignedMoney(text) };
  });
}
