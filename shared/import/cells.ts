/** Cells of a spreadsheet as a person sees them, and the names columns are known by. */

/** Excel's day 0: serial numbers count from here. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const MIDNIGHT = 'T00:00:00';

function dateText(value: Date): string {
  // A fraction of a day is a hair off the minute.
  const iso = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString();
  // A time without a day stands on Excel's day 0.
  if (value.getTime() < EXCEL_EPOCH + 2 * 86_400_000) return iso.slice(11, 16);
  return iso.slice(10, 19) === MIDNIGHT ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}

/** A cell as text; numbers without the dust of binary fractions, dates without a time where they have none. */
export function cellText(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (value instanceof Date) return dateText(value);
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}

/** Brings a heading to the form names are compared in: no blanks, stars or currency. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:：_]|\(元\)|[¥￥]/gu, '');
}
