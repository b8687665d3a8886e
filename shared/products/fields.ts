/** The fields of a product as typed, and the check that turns them into what is stored (DOMAIN §4). */
import type { Context } from '../core/command';
import type { Checks } from '../core/field-checks';
import { priceOn } from './price';
import type { Pack, Product, ProductBody } from './schema';

/** One form for new and existing products; prices are typed for new ones only. */
export interface ProductFields {
  readonly sku: string;
  readonly barcode: string;
  readonly name: string;
  readonly spec: string;
  readonly unit: string;
  /** '' where it is not sold by the pack. */
  readonly packUnit: string;
  readonly packSize: string;
  readonly packBarcode: string;
  /** '' means size × the piece's price. */
  readonly packPrice: string;
  readonly category: string;
  readonly price: string;
  /** '' means members pay the price. */
  readonly memberPrice: string;
  readonly cost: string;
  readonly supplier: string;
  readonly reorderPoint: string;
  readonly reorderQuantity: string;
  readonly displayMinimum: string;
  readonly shelf: string;
  /** What clerks must know about it. */
  readonly facts: string;
}

/** Highest price, ¥1,000,000: more is a slip of the finger. */
export const MAX_PRICE = 100_000_000;
const MAX_QUANTITY = 1_000_000;

export const EMPTY_PRODUCT: ProductFields = {
  sku: '',
  barcode: '',
  name: '',
  spec: '',
  unit: '',
  packUnit: '',
  packSize: '',
  packBarcode: '',
  packPrice: '',
  category: '',
  price: '',
  memberPrice: '',
  cost: '',
  supplier: '',
  reorderPoint: '',
  reorderQuantity: '',
  displayMinimum: '',
  shelf: '',
  facts: '',
};

/** Fen of a typed price above 0, null when empty or refused. */
export function checkPrice(checks: Checks, field: string, typed: string, required: boolean): number | null {
  const fen = checks.money(field, typed, required);
  if (fen === null) return null;
  if (fen > 0 && fen <= MAX_PRICE) return fen;
  if (fen > MAX_PRICE) checks.refuse(field, 'priceTooHigh');
  else if (!required) checks.refuse(field, 'badMoney');
  return null;
}

/** Price and member price as typed; both null when refused. */
export function checkPrices(
  checks: Checks,
  { price: typed, memberPrice: typedMember }: Pick<ProductFields, 'price' | 'memberPrice'>,
): { readonly price: number | null; readonly memberPrice: number | null } {
  const price = checkPrice(checks, 'price', typed, true);
  const memberPrice = checkPrice(checks, 'memberPrice', typedMember, false);
  if (price !== null && memberPrice !== null && memberPrice > price)
    checks.refuse('memberPrice', 'memberPriceHigher');
  return { price, memberPrice };
}

const yuan = (fen: number | null): string => (fen === null || fen === 0 ? '' : (fen / 100).toFixed(2));
const count = (value: number): string => (value === 0 ? '' : String(value));

/** A product as a form shows it; its prices change by `product.setPrice` and stay empty. */
export function fieldsOf({ body }: Product): ProductFields {
  const { pack, facts } = body;
  return {
    sku: body.sku,
    barcode: body.barcode,
    name: body.name,
    spec: body.spec,
    unit: body.unit,
    packUnit: pack?.unit ?? '',
    packSize: pack ? String(pack.size) : '',
    packBarcode: pack?.barcode ?? '',
    packPrice: yuan(pack?.price ?? null),
    category: body.category,
    price: '',
    memberPrice: '',
    cost: yuan(body.cost),
    supplier: body.supplier,
    reorderPoint: count(body.reorderPoint),
    reorderQuantity: count(body.reorderQuantity),
    displayMinimum: count(body.displayMinimum),
    shelf: body.shelf,
    facts: facts.text,
  };
}

/** The prices of a day as typed. */
export function pricesText({ body }: Product, day: string): Pick<ProductFields, 'price' | 'memberPrice'> {
  const held = priceOn(body, day);
  return { price: yuan(held?.price ?? null), memberPrice: yuan(held?.memberPrice ?? null) };
}

function quantity(checks: Checks, field: string, typed: string): number {
  if (typed.trim() === '') return 0;
  return checks.whole(field, /^\d{1,9}$/.test(typed.trim()) ? Number(typed.trim()) : null, 0, MAX_QUANTITY);
}

function checkPack(checks: Checks, fields: ProductFields): Pack | null {
  const unit = checks.text('packUnit', fields.packUnit, { max: 20 });
  const typed = [fields.packSize, fields.packBarcode, fields.packPrice].some((text) => text.trim() !== '');
  if (unit === '') {
    if (typed) checks.refuse('packUnit', 'required');
    return null;
  }
  const size = /^\d{1,6}$/.test(fields.packSize.trim()) ? Number(fields.packSize.trim()) : null;
  return {
    unit,
    size: checks.whole('packSize', size, 2, 100_000),
    barcode: checks.text('packBarcode', fields.packBarcode, { max: 40 }),
    price: checkPrice(checks, 'packPrice', fields.packPrice, false),
  };
}

/** The cleaned body without prices, facts' version and acknowledgements; refusals stand in `checks`. */
export function checkFields(
  checks: Checks,
  fields: ProductFields,
): Omit<ProductBody, 'v' | 'log' | 'prices' | 'facts' | 'acknowledged'> & { readonly factsText: string } {
  return {
    sku: checks.text('sku', fields.sku, { max: 40, required: true }),
    barcode: checks.text('barcode', fields.barcode, { max: 40 }),
    name: checks.text('name', fields.name, { max: 80, required: true }),
    spec: checks.text('spec', fields.spec, { max: 80 }),
    unit: checks.text('unit', fields.unit, { max: 20, required: true }),
    pack: checkPack(checks, fields),
    category: checks.text('category', fields.category, { max: 40, required: true }),
    cost: checkPrice(checks, 'cost', fields.cost, false) ?? 0,
    supplier: fields.supplier,
    reorderPoint: quantity(checks, 'reorderPoint', fields.reorderPoint),
    reorderQuantity: quantity(checks, 'reorderQuantity', fields.reorderQuantity),
    displayMinimum: quantity(checks, 'displayMinimum', fields.displayMinimum),
    shelf: checks.text('shelf', fields.shelf, { max: 40 }),
    factsText: checks.text('facts', fields.facts, { max: 2_000, lines: true, required: true }),
  };
}

/** Codes of a product: its own number and the barcodes of piece and pack. */
export function codesOf({
  sku,
  barcode,
  pack,
}: Pick<ProductBody, 'sku' | 'barcode' | 'pack'>): readonly string[] {
  return [sku, barcode, pack?.barcode ?? ''].filter((code) => code !== '');
}

/** Refuses a number or barcode that this product has twice or another one has already, also for its pack. */
export function checkCodes(
  checks: Checks,
  id: string,
  body: Pick<ProductBody, 'sku' | 'barcode' | 'pack'>,
  all: readonly Product[],
): void {
  const taken = new Map<string, string>();
  for (const product of all)
    if (product.id !== id) for (const code of codesOf(product.body)) taken.set(code, product.body.name);
  const fields = [
    ['sku', body.sku],
    ['barcode', body.barcode],
    ['packBarcode', body.pack?.barcode ?? ''],
  ] as const;
  for (const [field, code] of fields) {
    const name = taken.get(code);
    if (code !== '' && name !== undefined) checks.refuse(field, 'codeTaken', { name });
  }
  if (body.pack && body.pack.barcode !== '' && body.pack.barcode === body.barcode)
    checks.refuse('packBarcode', 'packBarcodeSame');
}

/** Everything a command on products reads: all of them, to keep codes unique. */
export const readProducts = (_input: unknown, _context: Context) =>
  [{ name: 'products', collection: 'products', index: 'kind', from: ['product'], to: ['product'] }] as const;
