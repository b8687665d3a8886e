/** Lines of goods as typed or scanned, and the check that turns them into what an entry keeps (DOMAIN §4). */
import type { Checks } from '../core/field-checks';
import type { ReceivedLine } from '../ledger/entries/stock';
import { checkPrice } from '../products/fields';
import type { Product } from '../products/schema';

export interface StockLineInput {
  readonly product: string;
  /** Counted in closed packs instead of pieces. */
  readonly packed: boolean;
  readonly quantity: string;
  /** Per unit; '' where the act has no prices. */
  readonly price: string;
}

/** Most units of one line: more is a barcode read into the quantity. */
export const MAX_UNITS = 100_000;
const MAX_LINES = 500;

/** A whole number of units above 0, or null with a refusal that says what is wrong. */
export function checkQuantity(checks: Checks, field: string, typed: string): number | null {
  const text = typed.normalize('NFKC').trim().replace('−', '-');
  const quantity = Number(text);
  if (text === '') checks.refuse(field, 'quantityMissing');
  else if (!/^[+-]?\d*(?:\.\d+)?$/.test(text)) checks.refuse(field, 'quantityNoNumber');
  else if (quantity < 0) checks.refuse(field, 'quantityNegative');
  else if (!Number.isInteger(quantity)) checks.refuse(field, 'quantityFraction');
  else if (quantity === 0) checks.refuse(field, 'quantityMissing');
  else if (quantity > MAX_UNITS) checks.refuse(field, 'quantityTooHigh', { max: MAX_UNITS });
  else return quantity;
  return null;
}

/** A product as a line keeps it, without its quantity. */
export function lineOf(
  { id, body }: Product,
  packed: boolean,
): Omit<ReceivedLine, 'quantity' | 'price' | 'amount'> {
  const { sku, name, spec, category, unit, pack } = body;
  const of = packed && pack ? { unit: pack.unit, factor: pack.size } : { unit, factor: 1 };
  return { product: id, sku, name, spec, category, ...of };
}

/**
 * The lines of an act; refusals stand under `lines` and `lines.<index>.<part>`.
 * @param priced every line needs its price (a purchase); otherwise prices are 0
 */
export function checkLines(
  checks: Checks,
  typed: readonly StockLineInput[],
  products: readonly Product[],
  priced: boolean,
): readonly ReceivedLine[] {
  if (typed.length === 0) checks.refuse('lines', 'linesEmpty');
  if (typed.length > MAX_LINES) checks.refuse('lines', 'linesTooMany', { max: MAX_LINES });
  const known = new Map(products.map((product) => [product.id, product]));
  return typed.flatMap((line, at): readonly ReceivedLine[] => {
    const field = `lines.${at}`;
    const product = known.get(line.product);
    if (!product) checks.refuse(field, 'notFound');
    const quantity = checkQuantity(checks, `${field}.quantity`, line.quantity);
    const price = priced ? priceOf(checks, `${field}.price`, line.price) : 0;
    if (!product || quantity === null || price === null) return [];
    return [{ ...lineOf(product, line.packed), quantity, price, amount: quantity * price }];
  });
}

/** Free goods cost 0; a price above a million is a slip. */
function priceOf(checks: Checks, field: string, typed: string): number | null {
  return /^0(?:\.0{1,2})?$/.test(typed.trim()) ? 0 : checkPrice(checks, field, typed, true);
}

export const sumOf = (lines: readonly { readonly amount: number }[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0);

/** What a command on lines reads: the products they name. */
export const readLineProducts = (lines: readonly { readonly product: string }[]) =>
  ({
    name: 'products',
    collection: 'products',
    ids: [...new Set(lines.map(({ product }) => product).filter((id) => id !== ''))],
  }) as const;
