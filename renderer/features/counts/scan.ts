/** What a scanned text means in a count. */
import type { Product } from '@shared/products/schema';
import { byBarcode } from '../../data/products';

export type ScanResult =
  | { readonly kind: 'one'; readonly product: Product; readonly factor: number }
  | { readonly kind: 'several'; readonly code: string; readonly count: number }
  | { readonly kind: 'none'; readonly code: string };

/** Shortest barcode in use (EAN-8); anything shorter that is no known code is not a scan. */
const BARCODE = /^\d{8,14}$/;

function resultOf(code: string): ScanResult | null {
  const found = byBarcode(code);
  const [first] = found;
  if (found.length > 1) return { kind: 'several', code, count: found.length };
  return first ? { kind: 'one', ...first } : null;
}

/** The whole text as a code, or null when it is none. */
export function scannedIn(text: string): ScanResult | null {
  const code = text.normalize('NFKC').trim();
  return resultOf(code) ?? (BARCODE.test(code) ? { kind: 'none', code } : null);
}

/**
 * A scanner types into the field that has the focus, behind the figure that may stand there: `12` and a barcode. Null
 * when no code is in it.
 */
export function scannedBehind(text: string): { readonly figure: string; readonly scan: ScanResult } | null {
  const typed = text.normalize('NFKC').trim();
  for (let at = 0; at < typed.length - 2; at += 1) {
    const figure = typed.slice(0, at);
    if (!/^\d*$/.test(figure)) break;
    const scan = typed.length - at >= 3 ? resultOf(typed.slice(at)) : null;
    // A short code of digits alone may as well be a figure.
    if (scan && !/^\d{1,7}$/.test(typed)) return { figure, scan };
  }
  return BARCODE.test(typed) ? { figure: '', scan: { kind: 'none', code: typed } } : null;
}
