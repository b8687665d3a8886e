/** What a sale costs: prices of the day, discounts, rounding, shared out to the fen (DOMAIN §4). */
import { priceOn } from '../products/price';
import type { Product } from '../products/schema';
import type { SaleLine } from '../ledger/entries/sales';
import { offOf, type Off } from './off';

/** A line to be priced. */
export interface LineInput {
  readonly product: string;
  /** Sold by the closed pack. */
  readonly packed: boolean;
  readonly quantity: number;
  readonly discount: Off;
  readonly gift: boolean;
}

export interface SaleInput {
  readonly lines: readonly LineInput[];
  /** A member's prices hold. */
  readonly member: boolean;
  /** Off the whole sale, after what is off its lines. */
  readonly discount: Off;
  /** 抹零, fen. */
  readonly rounding: number;
}

export interface PricedSale {
  readonly lines: readonly SaleLine[];
  /** At the day's prices for this customer. */
  readonly gross: number;
  /** Off the whole sale, fen. */
  readonly discount: number;
  /** Everything given away: lines, whole, gifts at their price; rounding aside. */
  readonly givenAway: number;
  readonly total: number;
}

/** Price of one unit of a line, fen, or null while the product has none. */
export function unitPrice(
  product: Product,
  packed: boolean,
  member: boolean,
  day: string,
): { readonly price: number; readonly pricing: SaleLine['pricing'] } | null {
  const held = priceOn(product.body, day);
  if (!held) return null;
  const isMember = member && held.memberPrice !== null;
  const piece = isMember ? (held.memberPrice ?? held.price) : held.price;
  const { pack } = product.body;
  // A pack has one price for everybody unless it is simply its pieces.
  if (packed && pack)
    return pack.price === null
      ? { price: piece * pack.size, pricing: isMember ? 'member' : 'list' }
      : { price: pack.price, pricing: 'list' };
  return { price: piece, pricing: isMember ? 'member' : 'list' };
}

/** Shares an amount out in proportion to weights, to the fen: the largest remainders get what is left. */
export function shareOut(amount: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0 || amount === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (amount * weight) / sum);
  const shares = exact.map(Math.floor);
  let left = amount - shares.reduce((all, share) => all + share, 0);
  const order = exact
    .map((value, at) => ({ at, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (const { at } of order) {
    if (left === 0) break;
    shares[at] = (shares[at] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}

/** A line before the whole sale's discount; null while its product is unknown or has no price. */
function lineOf(
  input: LineInput,
  member: boolean,
  products: ReadonlyMap<string, Product>,
  location: string,
  day: string,
): SaleLine | null {
  const product = products.get(input.product);
  const priced = product ? unitPrice(product, input.packed, member, day) : null;
  if (!product || !priced) return null;
  const { sku, name, spec, category, unit, pack } = product.body;
  const packed = input.packed && pack !== null;
  const whole = input.quantity * priced.price;
  const discount = input.gift ? whole : offOf(input.discount, whole);
  return {
    product: product.id,
    sku,
    name,
    spec,
    category,
    unit: packed ? pack.unit : unit,
    quantity: input.quantity,
    factor: packed ? pack.size : 1,
    location,
    ...priced,
    discount,
    share: 0,
    amount: whole - discount,
    gift: input.gift,
  };
}

/** The priced sale. Lines of unknown products are left out: the command refuses them by name. */
export function priceSale(
  input: SaleInput,
  products: ReadonlyMap<string, Product>,
  location: string,
  day: string,
): PricedSale {
  const lines = input.lines
    .map((line) => lineOf(line, input.member, products, location, day))
    .filter((line) => line !== null);
  const net = lines.map(({ amount }) => amount);
  const sum = net.reduce((all, amount) => all + amount, 0);
  const discount = offOf(input.discount, sum);
  const shares = shareOut(discount + input.rounding, net);
  const shared = lines.map((line, at) => {
    const share = shares[at] ?? 0;
    return { ...line, share, amount: line.amount - share };
  });
  return {
    lines: shared,
    gross: lines.reduce((all, { quantity, price }) => all + quantity * price, 0),
    discount,
    givenAway: lines.reduce((all, line) => all + line.discount, 0) + discount,
    total: sum - discount - input.rounding,
  };
}
