/** What the typed tenders add up to, before the command checks them. */
import { parseMoney } from '@shared/core/money';
import { EMPTY_PAYMENT, type PaymentInput } from '@shared/ledger/payments';
import type { Tender } from '@shared/ledger/entries/parts';

/** Fen typed so far. */
export function paidSoFar(inputs: readonly PaymentInput[]): number {
  return inputs.reduce((sum, { amount }) => sum + (parseMoney(amount) ?? 0), 0);
}

/** `1234.50` of fen, as it is typed. */
export function asTyped(fen: number): string {
  return `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

/** The tenders as they are saved: an amount left empty is the rest of the total. */
export function filled(inputs: readonly PaymentInput[], total: number): readonly PaymentInput[] {
  const rest = total - paidSoFar(inputs);
  const empty = inputs.findIndex(({ amount }) => amount.trim() === '');
  if (empty < 0) return inputs;
  // Nothing is left to pay: an empty line is none.
  if (rest <= 0) return inputs.filter((_input, at) => at !== empty);
  return inputs.map((input, at) => (at === empty ? { ...input, amount: asTyped(rest) } : input));
}

/** Cash to give back, or null while too little was typed. */
export function changeOf({ given }: PaymentInput, due: number): number | null {
  const cash = given.trim() === '' ? due : parseMoney(given);
  return cash === null || cash < due ? null : cash - due;
}

/** A new line of a tender. */
export function lineOf(tender: Tender): PaymentInput {
  return { ...EMPTY_PAYMENT, tender };
}
