/** Exact rounding of amounts (FORMS: half up to fen; below 0 away from 0, so that a reversal rounds like its entry). */

/** numerator ÷ denominator to a whole number, half away from 0; both whole, denominator above 0. */
export function divideHalfUp(numerator: number, denominator: number): number {
  const size = Math.abs(numerator);
  const rest = size % denominator;
  const whole = (size - rest) / denominator + (rest * 2 >= denominator ? 1 : 0);
  return numerator < 0 ? 0 - whole : whole;
}

/** Fen of base units at a unit cost kept to 4 decimals of a yuan. */
export function amountAt(quantity: number, unitCost: number): number {
  return divideHalfUp(quantity * unitCost, 100);
}
