/** Typed text as it is stored: what a person sees is kept, what nobody sees is not. */

/** Control characters, unpaired surrogates, and marks that turn the reading direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** One line: line breaks and runs of blanks become one blank. Emoji and rare characters stay. */
export function cleanLine(typed: string): string {
  return typed.normalize('NFC').replace(UNSEEN, ' ').replace(/\s+/gu, ' ').trim();
}

/** Several lines: line breaks stay, everything else as in `cleanLine`. */
export function cleanLines(typed: string): string {
  return typed
    .split(/\r\n?|\n/u)
    .map(cleanLine)
    .join('\n')
    .trim();
}

/** Length in characters as JSON Schema's `maxLength` counts them (code points: 𬭚 and 😀 are one). */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** The distinct lines of a text that are not empty, cleaned. */
export function linesOf(typed: string): readonly string[] {
  return [...new Set(cleanLines(typed).split('\n'))].filter((line) => line !== '');
}
