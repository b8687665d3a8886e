/** Tokens and one-time codes: random, shown once, kept as hashes only. */
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Without letters and digits that are mistaken for each other. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 10;
/** How long an enrolment code holds. */
export const CODE_MINUTES = 10;

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A desk's token: 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** A one-time code as it is read out, e.g. `K7PQM-2XR9B`. */
export function newCode(): string {
  const letters = Array.from(
    { length: CODE_LENGTH },
    () => CODE_LETTERS[randomInt(CODE_LETTERS.length)] ?? '',
  );
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

/** A typed code in the form whose hash was kept. */
export function cleanCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}
