/** Records of a till beside its ledger entries, and the limits of what is typed (DOMAIN §6). */
import type { BodyBase, Envelope } from '../core/envelope';
import type { CashPieces, FirstCount } from '../ledger/entries/tills';

/** The first count of a blind close. Id `count:<number of the session>`, written once and never changed. */
export interface TillCountBody extends BodyBase, Omit<FirstCount, 'at'> {
  readonly session: string;
}
export type TillCount = Envelope<'tillCount', 'counted', TillCountBody>;

/** Longest texts, in characters. */
export const LIMITS = {
  reason: 200,
  note: 500,
  shift: 20,
  number: 40,
  keys: 100,
  cards: 100,
  equipment: 200,
  deposits: 500,
  safe: 60,
  counterpart: 40,
  purpose: 20,
  remark: 200,
} as const;

/** Notes and coins as typed, by fen of the denomination: `{"10000": "3"}`. */
export type TypedPieces = Readonly<Record<string, string>>;

/** Most pieces of one denomination; more is a slip of the keyboard. */
const MAX_PIECES = 99_999;

/** Fen of counted pieces. */
export function amountOf(pieces: CashPieces): number {
  return Object.entries(pieces).reduce((sum, [fen, count]) => sum + Number(fen) * count, 0);
}

/** Pieces as typed: full-width digits count, an empty field is none; null when a field is no number. */
export function readPieces(typed: TypedPieces, denominations: readonly number[]): CashPieces | null {
  const pieces: Record<string, number> = {};
  for (const fen of denominations) {
    const text = (typed[String(fen)] ?? '').normalize('NFKC').trim();
    if (text === '') continue;
    if (!/^\d{1,6}$/.test(text) || Number(text) > MAX_PIECES) return null;
    pieces[String(fen)] = Number(text);
  }
  return pieces;
}
