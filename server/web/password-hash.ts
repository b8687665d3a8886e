/** Passwords as salted scrypt hashes. */
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

/** N of new hashes; with r = 8 and p = 3 some 32 MB and a few hundred milliseconds. */
const COST = 1 << 15;
const BLOCK = 8;
const PASSES = 3;
const KEY_BYTES = 32;

export interface PasswordHash {
  readonly salt: string;
  readonly hash: string;
  readonly cost: number;
}

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options = { N: cost, r: BLOCK, p: PASSES, maxmem: 256 * cost * BLOCK };
  return new Promise((resolve, reject) => {
    // One password however a keyboard composes its characters.
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return { salt: salt.toString('base64'), hash: key.toString('base64'), cost: COST };
}

/** What an unknown account is checked against: the same work, and nothing fits. */
export const NO_PASSWORD: PasswordHash = {
  salt: randomBytes(16).toString('base64'),
  hash: randomBytes(KEY_BYTES).toString('base64'),
  cost: COST,
};

export async function fitsPassword(password: string, { salt, hash, cost }: PasswordHash): Promise<boolean> {
  const key = await derive(password, Buffer.from(salt, 'base64'), cost);
  const expected = Buffer.from(hash, 'base64');
  return key.length === expected.length && timingSafeEqual(key, expected);
}

/** Without letters and digits that are mistaken for each other. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A printed one-time password, e.g. `k7pqm-2xr9b-w4tzc-h8nvd`: 100 random bits. */
export function newPassword(): string {
  const letters = Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)] ?? '').join('');
  return (letters.match(/.{5}/g) ?? []).join('-');
}
