/** A discount as a clerk types it: an amount, per cent or 折 (DOMAIN §4). */
import { parseMoney } from '../core/money';

/** Fen, or a share of the price in per cent. */
export type Off = number | { readonly percent: number };

/** `12.50`, `10%`, `9折`, `85折` (15 % off); '' is nothing off; null where it says none of these. */
export function readOff(typed: string): Off | null {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return 0;
  const share = /^(\d{1,2}(?:\.\d)?|100)\s*%$/u.exec(text)?.[1];
  if (share !== undefined) return { percent: Number(share) };
  const fold = /^([1-9](?:\.?[1-9])?)\s*折$/u.exec(text)?.[1];
  // 8.5折 and 85折 both leave 85 %.
  if (fold !== undefined) return { percent: 100 - Number(fold.replace('.', '').padEnd(2, '0')) };
  return parseMoney(text);
}

/** Fen off a price. */
export function offOf(off: Off, price: number): number {
  return typeof off === 'number' ? off : Math.round((price * off.percent) / 100);
}
