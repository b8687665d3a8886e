/** What a PIN must be (DOMAIN §1: staff number and PIN). */
import type { Refusal } from '../core/command';

/** True for one digit repeated, a run up or down (also over 9 to 0), and a short block said again (`121212`). */
function isObvious(pin: string): boolean {
  const steps = new Set(
    [...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10),
  );
  const [step = 0] = steps;
  return (steps.size === 1 && [0, 1, 9].includes(step)) || /^(\d{1,3})\1+$/.test(pin);
}

/** Refusal of a PIN typed twice, or null: 6 to 20 digits, none of the obvious ones. */
export function pinFault(pin: string, again: string): Refusal | null {
  if (!/^\d{6,20}$/.test(pin)) return { field: 'pin', code: 'shortPin' };
  if (isObvious(pin)) return { field: 'pin', code: 'weakPin' };
  return pin === again ? null : { field: 'pinAgain', code: 'pinsDiffer' };
}
