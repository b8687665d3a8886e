/** Phone numbers as a desk in mainland China writes them: normalised for storage, refused when impossible. */

/** Mainland mobile, landline with area code (010, 02x, 03xx–09xx), 400/800 lines: nationally written digits. */
const MAINLAND = /^(?:1[3-9]\d{9}|0(?:10|2\d)[2-9]\d{7}|0[3-9]\d{2}[2-9]\d{6,7}|[48]00\d{7})$/;
/** Hong Kong, Macau and Taiwan have plans short enough to check. */
const REGIONS: Readonly<Record<string, RegExp>> = {
  '852': /^[2-9]\d{7}$/,
  '853': /^(?:6\d{7}|28\d{6})$/,
  '886': /^(?:9\d{8}|[2-8]\d{7,8})$/,
};
/** Any other country: E.164, at most 15 digits. */
const FOREIGN = /^[1-9]\d{6,14}$/;

/** Typed digits without full-width forms, spaces, dots, brackets and dashes; `00` and `+86` brought to one form. */
function compact(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s().\-‐-―・]/gu, '')
    .replace(/^00(?=[1-9])/, '+')
    .replace(/^\+86(?=1[3-9]\d{9}$)/, '')
    .replace(/^\+860?(?=[1-9]\d{8,})/, '0')
    .replace(/^0(?=[48]00\d{7}$)/, '');
}

/**
 * The number as it is stored (`13812345678`, `053288886666`, `+85261234567`), '' for an empty field,
 * or null when no such number can exist.
 */
export function normalizePhone(typed: string): string | null {
  const phone = compact(typed);
  if (phone === '') return '';
  if (!phone.startsWith('+')) return MAINLAND.test(phone) ? phone : null;
  const digits = phone.slice(1);
  const region = REGIONS[digits.slice(0, 3)];
  if (region) return region.test(digits.slice(3)) ? phone : null;
  return FOREIGN.test(digits) && !digits.startsWith('86') ? phone : null;
}

/** The digits of a stored number, which find every record of that phone (envelope `key`). */
export function phoneKey(phone: string): string {
  return phone.replace(/\D/g, '');
}
