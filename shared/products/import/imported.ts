/** One row of an import as a product: the same rules as the form's, for new and existing ones (DOMAIN §4). */
import type { Checks } from '../../core/field-checks';
import { checkFields, checkPrices, type ProductFields } from '../fields';
import { priceOn } from '../price';
import type { Price, Product, ProductBody } from '../schema';

/** A row to write; `fields` are whole, also where the sheet lacks a column. */
export interface ImportProduct {
  readonly id: string;
  /** Line of the file. */
  readonly line: number;
  readonly fields: ProductFields;
  /** First day of its price, '' for today. */
  readonly from: string;
}

export type ImportedBody = Omit<ProductBody, 'v' | 'log'>;

/** `2026-12-01` of `2026/12/1`, `2026.12.1`, `20261201`; the text itself where it is no date. */
export function typedDay(text: string): string {
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text.trim());
  if (!match) return text.trim();
  const [, year = '', month = '', date = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

function pricesOf(
  checks: Checks,
  before: Product | undefined,
  row: ImportProduct,
  day: string,
): readonly Price[] {
  const { price, memberPrice } = checkPrices(checks, row.fields);
  const from = row.from === '' ? day : row.from;
  if (!isDay(from)) {
    checks.refuse('from', 'badDay');
    return [];
  }
  const kept = before?.body.prices ?? [];
  const held = priceOn({ prices: kept }, from);
  if (price === null || (held?.price === price && held.memberPrice === memberPrice)) return kept;
  // What was sold before stays as it was sold.
  if (from < day) checks.refuse('from', 'priceInPast');
  return [...kept.filter((one) => one.from !== from), { from, price, memberPrice }].sort((a, b) =>
    a.from.localeCompare(b.from),
  );
}

/** What the row makes of the product; only to be used when `checks` refused nothing. */
export function importedBody(
  checks: Checks,
  before: Product | undefined,
  row: ImportProduct,
  day: string,
): ImportedBody {
  const { factsText, ...fields } = checkFields(checks, row.fields);
  const prices = pricesOf(checks, before, row, day);
  const facts = before?.body.facts;
  return {
    ...fields,
    prices,
    facts: facts?.text === factsText ? facts : { text: factsText, version: (facts?.version ?? 0) + 1 },
    acknowledged: before?.body.acknowledged ?? [],
  };
}

/** Fields an import would change. */
export function changesOf(before: Product, after: ImportedBody): readonly (keyof ImportedBody)[] {
  return (Object.keys(after) as (keyof ImportedBody)[]).filter(
    (key) => JSON.stringify(before.body[key]) !== JSON.stringify(after[key]),
  );
}
