/**
 * Packed search text of one collection and month (DESIGN §2): a few long strings that the engine's own
 * `indexOf` scans, instead of a million small ones. Words that come again and again (names, companies)
 * stand once a month with their pinyin; what differs in every record (number, phone, plate) stands apart.
 */

/** A name or other text as it is written and as it is typed. */
export interface Word {
  /** Folded text when it has Chinese in it, else ''. */
  readonly han: string;
  /**
   * What latin keys find it by: its latin text, pinyin, initials, joined with `\n`. In pinyin a capital begins each
   * syllable (`OuYang`): it is found from there on, not from within one.
   */
  readonly latin: string;
}

/** One record's searchable text, folded. */
export interface Row {
  readonly id: string;
  /** When it was recorded, epoch ms; orders hits. */
  readonly at: number;
  /** Number, phone, plate and the like, latin only, joined with `\n`. */
  readonly exact: string;
  readonly words: readonly Word[];
}

/** Texts one after the other, each with `\u0001` behind it; a text ends at its entry of `ends`. */
interface Texts {
  readonly joined: string;
  readonly ends: Uint32Array;
}

/** Rows ascending by `at`. */
export interface Segment {
  readonly ids: Texts;
  readonly at: Float64Array;
  readonly exact: Texts;
  /** The month's words, each once: two texts of the same index. */
  readonly han: Texts;
  readonly latin: Texts;
  /** Indexes of all rows' words, and where each row's end. */
  readonly words: Uint32Array;
  readonly wordEnds: Uint32Array;
}

export interface Hit {
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
}

const END = '\u0001';

function join(texts: readonly string[]): Texts {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  texts.forEach((text, index) => {
    end += text.length + 1;
    ends[index] = end;
  });
  return { joined: texts.map((text) => text + END).join(''), ends };
}

const startOf = (ends: Uint32Array, index: number): number => (index === 0 ? 0 : (ends[index - 1] ?? 0));

const textAt = ({ joined, ends }: Texts, index: number): string =>
  joined.slice(startOf(ends, index), (ends[index] ?? 1) - 1);

/** Packs rows; a later row of the same id replaces the earlier one. */
export function pack(rows: readonly Row[]): Segment {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const all = [...byId.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const known = new Map<string, number>();
  const distinct: Word[] = [];
  const words: number[] = [];
  const wordEnds = new Uint32Array(all.length);
  all.forEach((row, index) => {
    for (const word of row.words) {
      const key = word.han + END + word.latin;
      let at = known.get(key);
      if (at === undefined) {
        at = distinct.push(word) - 1;
        known.set(key, at);
      }
      words.push(at);
    }
    wordEnds[index] = words.length;
  });
  return {
    ids: join(all.map(({ id }) => id)),
    at: Float64Array.from(all, ({ at }) => at),
    exact: join(all.map(({ exact }) => exact)),
    han: join(distinct.map(({ han }) => han)),
    latin: join(distinct.map(({ latin }) => latin)),
    words: Uint32Array.from(words),
    wordEnds,
  };
}

/** The rows of a segment, to be packed again with changes. */
export function unpack(segment: Segment): readonly Row[] {
  const { ids, at, exact, han, latin, words, wordEnds } = segment;
  const distinct = Array.from(han.ends, (_, index): Word => ({
    han: textAt(han, index),
    latin: textAt(latin, index),
  }));
  return Array.from(at, (time, row) => ({
    id: textAt(ids, row),
    at: time,
    exact: textAt(exact, row),
    words: Array.from(
      words.subarray(startOf(wordEnds, row), wordEnds[row]),
      (index) => distinct[index] as Word,
    ),
  }));
}

/** True when a text has characters beyond Latin-1. */
export const hasHan = (text: string): boolean => /[^\0-\xff]/.test(text);

function indexAt(ends: Uint32Array, offset: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Marks (1) every text in which the term stands at an offset that counts; null when it stands in none. */
function marks(
  haystack: string,
  ends: Uint32Array,
  term: string,
  counts: (offset: number) => boolean = () => true,
): Uint8Array | null {
  let found: Uint8Array | null = null;
  let offset = haystack.indexOf(term);
  while (offset >= 0) {
    let next = offset + 1;
    if (counts(offset)) {
      const index = indexAt(ends, offset);
      found ??= new Uint8Array(ends.length);
      found[index] = 1;
      // One hit a text is enough: go on behind it.
      next = ends[index] ?? haystack.length;
    }
    offset = haystack.indexOf(term, next);
  }
  return found;
}

/** Texts in small letters, made once: capitals only tell where syllables begin. */
const lowered = new WeakMap<Texts, string>();

function inSmall(texts: Texts): string {
  let small = lowered.get(texts);
  if (small === undefined) {
    small = texts.joined.toLowerCase();
    lowered.set(texts, small);
  }
  return small;
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** False within a syllable: at a small letter of a line that begins with a capital. */
function beginsAt(joined: string, offset: number): boolean {
  if (isCapital(joined.charCodeAt(offset))) return true;
  let first = offset;
  while (first > 0 && joined.charCodeAt(first - 1) > 10) first -= 1;
  return !isCapital(joined.charCodeAt(first));
}

/** Rows in which one term stands, marked; null when there are none. */
function rowsWith(segment: Segment, term: string): Uint8Array | null {
  const isHan = hasHan(term);
  const { han, latin, exact } = segment;
  const inWords = isHan
    ? marks(han.joined, han.ends, term)
    : marks(inSmall(latin), latin.ends, term, (offset) => beginsAt(latin.joined, offset));
  const rows = isHan ? null : marks(exact.joined, exact.ends, term);
  if (!inWords) return rows;
  const { words, wordEnds } = segment;
  const found = rows ?? new Uint8Array(wordEnds.length);
  let at = 0;
  for (let row = 0; row < wordEnds.length; row += 1)
    for (const end = wordEnds[row] ?? 0; at < end; at += 1)
      if (inWords[words[at] as number] === 1) found[row] = 1;
  return found;
}

/** Hits of one segment, newest first, at most `limit`. Every term must stand in the row. */
export function find(segment: Segment, terms: readonly string[], limit: number): readonly Hit[] {
  const found: Uint8Array[] = [];
  for (const term of terms) {
    const rows = rowsWith(segment, term);
    if (!rows) return [];
    found.push(rows);
  }
  const hits: Hit[] = [];
  if (found.length === 0) return hits;
  for (let row = segment.at.length - 1; row >= 0 && hits.length < limit; row -= 1)
    if (found.every((rows) => rows[row] === 1))
      hits.push({ id: textAt(segment.ids, row), at: segment.at[row] ?? 0 });
  return hits;
}
