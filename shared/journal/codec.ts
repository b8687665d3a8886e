/**
 * Lines of the redo journal (DESIGN §3.1): `<CRC-32 as 8 hex> <JSON>`. JSON escapes line breaks and lone
 * surrogates, so a line is one line and comes back from UTF-8 exactly.
 */
import type { Act } from '../core/command';

/** First line of a new database or desk code; the newest one tells who this desk is. */
export interface HeadEntry {
  readonly t: 'head';
  /** Random id of the database the following acts went into. */
  readonly instance: string;
  readonly desk: string;
  readonly at: string;
}

export interface ActEntry {
  readonly t: 'act';
  readonly act: Act;
}

export type JournalEntry = HeadEntry | ActEntry;

const TABLE = new Uint32Array(256).map((_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 over the UTF-16 code units of a text, low byte first. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    crc = (crc >>> 8) ^ (TABLE[(crc ^ unit) & 255] as number);
    crc = (crc >>> 8) ^ (TABLE[(crc ^ (unit >>> 8)) & 255] as number);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** One entry as its line, without the newline. */
export function encodeEntry(entry: JournalEntry): string {
  const json = JSON.stringify(entry);
  return `${crc32(json).toString(16).padStart(8, '0')} ${json}`;
}

/** The entry of a line, or null when the line is damaged. */
export function decodeLine(line: string): JournalEntry | null {
  if (line[8] !== ' ') return null;
  const json = line.slice(9);
  if (crc32(json).toString(16).padStart(8, '0') !== line.slice(0, 8)) return null;
  return JSON.parse(json) as JournalEntry;
}

/** Where a further line begins inside a damaged one: the newline before it was damaged. */
const INNER_LINE = /(?=[0-9a-f]{8} \{"t":")/;

/** Whole entries inside a damaged line. A newline turned into another character ends the piece before it. */
function salvage(line: string): readonly JournalEntry[] {
  const pieces = line.split(INNER_LINE);
  if (pieces.length < 2) return [];
  return pieces
    .map((piece) => decodeLine(piece) ?? decodeLine(piece.slice(0, -1)))
    .filter((entry) => entry !== null);
}

/** Entries of a slice of whole lines, and the CRC-32 of each damaged line, by which it is known again. */
export function decodeSlice(text: string): {
  readonly entries: readonly JournalEntry[];
  readonly damaged: readonly number[];
} {
  const entries: JournalEntry[] = [];
  const damaged: number[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const entry = decodeLine(line);
    if (entry) entries.push(entry);
    else {
      damaged.push(crc32(line));
      entries.push(...salvage(line));
    }
  }
  return { entries, damaged };
}
