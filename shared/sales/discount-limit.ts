/** When a lead must stand for what is given away (DOMAIN §4). */
import type { Settings } from '../core/settings';
import type { PricedSale } from './price-sale';

type Limits = Pick<Settings, 'discountLimitPercent' | 'discountLimitFen' | 'roundingLimitFen'>;

/** True above a clerk's limits: of the sale's price in per cent, in fen, or for rounding. */
export function needsLead(
  { gross, givenAway }: Pick<PricedSale, 'gross' | 'givenAway'>,
  rounding: number,
  { discountLimitPercent, discountLimitFen, roundingLimitFen }: Limits,
): boolean {
  return (
    givenAway * 100 > gross * discountLimitPercent ||
    givenAway > discountLimitFen ||
    rounding > roundingLimitFen
  );
}
