/** Lengths: the contract of forms speaks millimetres, PDF speaks points. */

/** Points of a length in millimetres. */
export function mm(length: number): number {
  return (length * 72) / 25.4;
}

/** A number as a content stream takes it: at most two decimals (a hundredth of a point is invisible). */
export function num(value: number): string {
  return String(Math.round(value * 100) / 100);
}
