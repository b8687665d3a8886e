/**
 * Packed search text of one collection and month (DESIGN §2): two long strings that the engine's own
 * `indexOf` scans, instead of a million small ones. Latin text (digits, numbers, pinyin) takes one byte a
 * character; text with Chinese stands apart, so that it does not double the rest.
 */

/** One record's searchable text; fields are folded and joined with `\n`. */
export interface Row {
  readonly id: string;
  /** ISO instant of the record, orders hits. */
  readonly at: string;
  readonly latin: string;
  readonly han: string;
}

/** Rows ascending by `at`, joined; a row's part ends at its entry of the `Ends` array. */
export interface Segment {
  readonly ids: readonly string[];
  readonly at: readonly string[];
  readonly latin: string;
  readonly latinEnds: Uint32Array;
  readonly han: string;
  readonly hanEnds: Uint32Array;
}

export interface Hit {
  readonly id: string;
  readonly at: string;
}

const ROW_END = '\u0001';

/** Packs rows; a later row of the same id replaces the earlier one. */
export function pack(rows: readonly Row[]): Segment {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const all = [...byId.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
  const join = (texts: readonly string[]): { readonly text: string; readonly ends: Uint32Array } => {
    const ends = new Uint32Array(texts.length);
    let end = 0;
    texts.forEach((text, index) => {
      end += text.length + 1;
      ends[index] = end;
    });
    return { text: texts.map((text) => text + ROW_END).join(''), ends };
  };
  const latin = join(all.map((row) => row.latin));
  const han = join(all.map((row) => row.han));
  return {
    ids: all.map(({ id }) => id),
    at: all.map(({ at }) => at),
    latin: latin.text,
    latinEnds: latin.ends,
    han: han.text,
    hanEnds: han.ends,
  };
}

const part = (text: string, ends: Uint32Array, row: number): string =>
  text.slice(row === 0 ? 0 : ends[row - 1], (ends[row] ?? 1) - 1);

/** The rows of a segment, to be packed again with changes. */
export function unpack(segment: Segment): readonly Row[] {
  const { ids, at, latin, latinEnds, han, hanEnds } = segment;
  return ids.map((id, row) => ({
    id,
    at: at[row] ?? '',
    latin: part(latin, latinEnds, row),
    han: part(han, hanEnds, row),
  }));
}

/** True when a term must be looked for in the text with Chinese. */

const isHan = (term: string): boolean => /[^\x00-\xff]/.test(term);

function rowAt(ends: Uint32Array, offset: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Hits of one segment, newest first, at most `limit`. Every term must stand in the row. */
export function find(segment: Segment, terms: readonly string[], limit: number): readonly Hit[] {
  const [first, ...others] = terms;
  if (first === undefined) return [];
  const [text, ends] = isHan(first) ? [segment.han, segment.hanEnds] : [segment.latin, segment.latinEnds];
  const rows: number[] = [];
  let offset = text.indexOf(first);
  while (offset >= 0) {
    const row = rowAt(ends, offset);
    const fits = others.every((term) =>
      isHan(term)
        ? part(segment.han, segment.hanEnds, row).includes(term)
        : part(segment.latin, segment.latinEnds, row).includes(term),
    );
    if (fits) rows.push(row);
    // One hit a row is enough: go on behind it.
    offset = text.indexOf(first, ends[row]);
  }
  return rows
    .slice(-limit)
    .reverse()
    .map((row) => ({ id: segment.ids[row] ?? '', at: segment.at[row] ?? '' }));
}
