/** What a clerk scans and types, before it is a sale (DOMAIN §4). */
import { readQuantity, type TypedLine } from './sell';

export interface ScanInput {
  /** Units of what follows, or of the last line when nothing follows. */
  readonly quantity: number | null;
  /** Barcode, number or words. */
  readonly text: string;
}

/** `3*6901…` is three of a code, `3*` alone sets the last line's quantity. `×`, `x` and full-width signs count as `*`. */
export function readScan(typed: string): ScanInput {
  const text = typed.normalize('NFKC').trim();
  const match = /^(\d{1,4})\s*[*×xX]\s*(.*)$/u.exec(text);
  if (!match) return { quantity: null, text };
  return { quantity: readQuantity(match[1] ?? ''), text: (match[2] ?? '').trim() };
}

/** The lines with one product more: the same one scanned twice adds up, unless that line is a gift. */
export function withProduct(
  lines: readonly TypedLine[],
  product: string,
  packed: boolean,
  quantity: number,
): readonly TypedLine[] {
  const at = lines.findIndex((line) => line.product === product && line.packed === packed && !line.gift);
  const there = lines[at];
  if (!there) return [...lines, { product, packed, quantity: String(quantity), discount: '', gift: false }];
  const sum = (readQuantity(there.quantity) ?? 0) + quantity;
  return lines.map((line, index) => (index === at ? { ...line, quantity: String(sum) } : line));
}

/** Where a scanned product stands; the last line when it is not there (any more). */
export function placeOf(lines: readonly TypedLine[], product: string, packed: boolean): number {
  const at = lines.findIndex((line) => line.product === product && line.packed === packed && !line.gift);
  return at < 0 ? lines.length - 1 : at;
}

/** The lines with one's quantity set. */
export function withQuantity(
  lines: readonly TypedLine[],
  place: number,
  quantity: number,
): readonly TypedLine[] {
  return lines.map((line, at) => (at === place ? { ...line, quantity: String(quantity) } : line));
}
