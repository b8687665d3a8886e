/** Money is integer fen (DOMAIN §1). */

/** `¥1,234.50` of 123450 fen; negative amounts as `-¥1.00`. Throws RangeError on a fraction of a fen. */
export function formatMoney(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not a whole number of fen: ${fen}`);
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}¥${yuan}.${digits.slice(-2)}`;
}

/** Fen of a typed amount such as `1,234.5` or `¥300`; null when it is none. */
export function parseMoney(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/[¥￥,，\s元]/gu, '');
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text);
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}

/** `1234.50` of 123450 fen, as an amount stands in a field. */
export function typedMoney(fen: number): string {
  return (fen / 100).toFixed(2);
}
