/** What a PIN must be (DOMAIN §1: staff number and PIN). */
import type { Refusal } from '../core/command';

/** Refusal of a PIN typed twice, or null: at least 6 digits, no run, no single digit repeated. */
export function pinFault(pin: string, again: string): Refusal | null {
  if (!/^\d{6,20}$/.test(pin)) return { field: 'pin', code: 'shortPin' };
  const steps = new Set([...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index])));
  if (steps.size === 1 && Math.abs([...steps][0] ?? 9) <= 1) return { field: 'pin', code: 'weakPin' };
  return pin === again ? null : { field: 'pinAgain', code: 'pinsDiffer' };
}
