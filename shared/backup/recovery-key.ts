/**
 * The club's recovery key as it is printed and typed: 128 random bits in Crockford base32, in groups
 * of four, with two check characters so that a typing slip is noticed before a restore begins (DESIGN §3.2).
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY_BYTES = 16;
const KEY_CHARS = 26;

/** Letters that are read for a digit when a key is typed from paper. */
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' };

/** Two characters over a prime just below 32², so any one wrong or two swapped characters show. */
function checkCharacters(chars: string): string {
  let sum = 0;
  for (const char of chars) sum = (sum * 32 + ALPHABET.indexOf(char) + 1) % 1021;
  return (ALPHABET[sum >> 5] ?? '') + (ALPHABET[sum & 31] ?? '');
}

/** Formats 16 bytes as seven groups `XXXX-XXXX-…`; the last two characters check the rest. */
export function formatRecoveryKey(bytes: Uint8Array): string {
  if (bytes.length !== KEY_BYTES) throw new RangeError('a recovery key has 16 bytes');
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let chars = '';
  for (let index = 0; index < KEY_CHARS; index += 1) {
    chars = (ALPHABET[Number(value & 31n)] ?? '') + chars;
    value >>= 5n;
  }
  return (chars + checkCharacters(chars)).replace(/(.{4})(?=.)/g, '$1-');
}

/** Bytes of a typed key (case, spaces, hyphens and look-alike letters do not matter); null when mistyped. */
export function parseRecoveryKey(typed: string): Uint8Array | null {
  const chars = [...typed.toUpperCase().replace(/[\s-]/g, '')]
    .map((char) => LOOKALIKES[char] ?? char)
    .join('');
  const body = chars.slice(0, KEY_CHARS);
  if (chars.length !== KEY_CHARS + 2 || [...chars].some((char) => !ALPHABET.includes(char))) return null;
  if (checkCharacters(body) !== chars.slice(KEY_CHARS)) return null;
  let value = 0n;
  for (const char of body) value = (value << 5n) | BigInt(ALPHABET.indexOf(char));
  if (value >> 128n) return null;
  const bytes = new Uint8Array(KEY_BYTES);
  for (let index = KEY_BYTES - 1; index >= 0; index -= 1) {
    bytes[index] = Number(value & 255n);
    value >>= 8n;
  }
  return bytes;
}
