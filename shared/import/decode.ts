/** Bytes of a text file as text, whatever wrote it: UTF-8 with or without its mark, UTF-16, GB18030, or lines of both. */

export type Encoding = 'UTF-8' | 'UTF-16' | 'GB18030' | 'UTF-8 + GB18030';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

const HAN = /\p{Script=Han}/u;
const NEWLINE = 10;

/** The text, or null when the bytes are not in this encoding. */
function strict(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Each line by itself: sheets put together from two programs. A line in neither keeps the mark U+FFFD. */
function byLine(bytes: Uint8Array): Decoded {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const gb = new TextDecoder('gb18030', { fatal: true });
  const loose = new TextDecoder('gb18030');
  const lines: string[] = [];
  const seen = { utf8: false, gb: false };
  for (let start = 0; start <= bytes.length;) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    const asUtf8 = strict(utf8, line);
    const ascii = line.every((byte) => byte < 128);
    // Some pairs of GB bytes are valid UTF-8 by chance; they never spell Chinese characters.
    const isUtf8 = asUtf8 !== null && (ascii || HAN.test(asUtf8));
    if (!ascii) seen[isUtf8 ? 'utf8' : 'gb'] = true;
    lines.push(isUtf8 ? asUtf8 : (strict(gb, line) ?? loose.decode(line)));
    start = end + 1;
  }
  return { text: lines.join('\n'), encoding: seen.utf8 && seen.gb ? 'UTF-8 + GB18030' : 'GB18030' };
}

/** The text of a file without its byte order mark; characters that could not be read are U+FFFD. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' };
  const text = strict(new TextDecoder('utf-8', { fatal: true }), bytes);
  return text === null ? byLine(bytes) : { text, encoding: 'UTF-8' };
}
