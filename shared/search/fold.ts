/** Folding: what is typed and what is stored are brought to one form before they are compared. */

/** Longest term a query keeps; no register field worth searching is longer. */
const MAX_TERM = 40;
const MAX_TERMS = 6;

/**
 * Full-width forms, case, spaces and punctuation make no difference: `鲁B·１２３` → `鲁b123`,
 * `LF-A-20261121-0003` → `lfa202611210003`. `ü` is typed as `v`.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .replaceAll('ü', 'v');
}

/** A query's folded words, each once, the longest first; all of them must stand in a record. */
export function termsOf(query: string): readonly string[] {
  const folded = query
    .split(/\s+/u)
    .map((word) => [...fold(word)].slice(0, MAX_TERM).join(''))
    .filter((word) => word !== '');
  return [...new Set(folded)].slice(0, MAX_TERMS).sort((a, b) => b.length - a.length);
}
