/** Finance's tick of a day's cash. */
import type { BodyBase, Envelope } from '../core/envelope';

/** What finance saw when the day was ticked off, fen. */
export interface CashFigures {
  readonly total: number;
  readonly difference: number;
  readonly deposited: number;
  readonly waiting: number;
}

export interface CashCheckBody extends BodyBase, CashFigures {
  readonly day: string;
  readonly note: string;
}
/** Id `cash:<day>`; its log holds every tick and every one taken back. */
export type CashCheck = Envelope<'cashCheck', 'checked' | 'open', CashCheckBody>;

/** Id of a day's tick. */
export const cashCheckId = (day: string): string => `cash:${day}`;
