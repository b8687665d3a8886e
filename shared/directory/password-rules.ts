/** What a password of the web view must be; a PIN never is one. */
import type { Refusal } from '../core/command';

/** Characters. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

/** Fewest different characters. */
const VARIETY = 5;

/** Refusal of a new password, or null: long, not monotonous, not digits alone, without the staff number. */
export function passwordFault(password: string, staffNo: string): Refusal | null {
  const text = password.normalize('NFKC');
  const { length } = [...text];
  if (length < PASSWORD_MIN || length > PASSWORD_MAX)
    return {
      field: 'newPassword',
      code: 'badPasswordLength',
      params: { min: PASSWORD_MIN, max: PASSWORD_MAX },
    };
  const plain = text.toLowerCase();
  const weak =
    new Set(plain).size < VARIETY ||
    /^\d+$/.test(plain) ||
    (staffNo.length >= 3 && plain.includes(staffNo.toLowerCase())) ||
    /^(.{1,4})\1+$/u.test(plain) ||
    ['0123456789', 'abcdefghij', 'qwertyuiop', 'password', 'deskbook'].some((word) => plain.startsWith(word));
  return weak ? { field: 'newPassword', code: 'weakPassword' } : null;
}
