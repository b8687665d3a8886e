/** Whether a printer takes a form's paper, as far as the names of its sizes tell. */
import type { Paper } from '../forms/model';

/** Sheets of offices: a printer that knows only these has neither roll nor labels. */
const SHEET =
  /^(?:a[2-6]|b[3-6]|jis|iso|na_|letter|legal|executive|statement|tabloid|ledger|folio|env|dl|c[4-6]|postcard|fan|oficio|8k|16k)/i;
/** Any size may be set. */
const CUSTOM = /^custom/i;
const A4 = /^(?:iso_)?a4(?![0-9])/i;

/**
 * False only when the sizes say so: drivers that name none, and names nobody can read, are given the benefit.
 * @param sizes names as the system's driver gives them, e.g. `A4`, `X80MMY297MM`, `Custom.WIDTHxHEIGHT`
 */
export function fitsPaper({ size }: Paper, sizes: readonly string[]): boolean {
  if (sizes.length === 0) return true;
  if (size === 'A4' || size === 'A4-half') return sizes.some((name) => A4.test(name));
  return sizes.some((name) => CUSTOM.test(name) || !SHEET.test(name));
}
