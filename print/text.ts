/**
 * Text into measured lines: Chinese line-breaking rules, words and numbers kept whole, characters that
 * belong together never parted, and characters that no font has printed as their code.
 */
import type { Face } from './face';

/** A piece of text on one line, in codes of the embedded font. */
export interface Line {
  readonly codes: string;
  /** Thousandths of the font size. */
  readonly width: number;
}

/** What may stand beside a line break. */
const LATIN = 0;
const WIDE = 1;
const BLANK = 2;
const NEVER_FIRST = 3;
const NEVER_LAST = 4;
/** A sign inside a code or address after which it is parted rather than anywhere. */
const JOINT = 5;

const NEVER_FIRST_SIGNS = new Set('，。、；：？！）》」』】〕〉”’…—·％℃,.;:?!)]}%');
const JOINTS = new Set('-/_@&=');
const NEVER_LAST_SIGNS = new Set('（《「『【〔〈“‘¥￥$([{');
/** Text whose characters may consist of several code points. */
const COMPOSED = /[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;
/** Marks that only choose how another character looks; without a glyph of their own. */
const INVISIBLE = /^[\p{Cf}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;
/** Width up to which a line holds one character, thousandths of the size. */
const LONE = 1_000;
const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** The characters of a text, measured; three lists of the same length. */
interface Units {
  readonly codes: string[];
  readonly widths: number[];
  readonly classes: number[];
}

function classOf(character: string, codePoint: number): number {
  if (codePoint === 0x20) return BLANK;
  if (NEVER_FIRST_SIGNS.has(character)) return NEVER_FIRST;
  if (NEVER_LAST_SIGNS.has(character)) return NEVER_LAST;
  if (JOINTS.has(character)) return JOINT;
  return codePoint >= 0x2e80 || (codePoint >= 0x2000 && codePoint < 0x2c00) ? WIDE : LATIN;
}

export class TextSetter {
  /** Characters that no font has, as they were met. */
  readonly missing = new Set<string>();

  constructor(
    readonly regular: Face,
    readonly bold: Face,
  ) {}

  /** Lines of a text in a width (points). At least one line, also for empty text. */
  wrap(text: string, face: Face, size: number, width: number): readonly Line[] {
    return this.wrapped(text, face, size, width).lines;
  }

  /** Like `wrap`, but shrunk to no less than `smallest` of the size where a word would be torn apart. */
  wrapWords(
    text: string,
    face: Face,
    size: number,
    width: number,
    smallest = 0.8,
  ): { readonly lines: readonly Line[]; readonly size: number } {
    const full = this.wrapped(text, face, size, width);
    if (!full.torn) {
      // A last line of a single character (待答 / 复) shares with the ones before it.
      const lone = full.lines.length > 1 && (full.lines.at(-1)?.width ?? 0) <= LONE;
      return { lines: lone ? this.wrapEvenly(text, face, size, width) : full.lines, size };
    }
    for (const factor of [0.9, smallest]) {
      const shrunk = this.wrapped(text, face, size * factor, width);
      if (!shrunk.torn) return { lines: shrunk.lines, size: size * factor };
    }
    return { lines: full.lines, size };
  }

  /** Like `wrap`, with lines of even length: 来访 / 时间 rather than 来访时 / 间. */
  wrapEvenly(text: string, face: Face, size: number, width: number): readonly Line[] {
    const lines = this.wrap(text, face, size, width);
    if (lines.length < 2 || text.includes('\n')) return lines;
    const even = lines.reduce((sum, line) => sum + line.width, 0) / lines.length;
    const balanced = this.wrap(text, face, size, Math.min(width, ((even + 300) * size) / 1000));
    return balanced.length === lines.length ? balanced : lines;
  }

  private wrapped(
    text: string,
    face: Face,
    size: number,
    width: number,
  ): { readonly lines: readonly Line[]; readonly torn: boolean } {
    const lines: Line[] = [];
    const limit = (width / size) * 1000 + 0.5;
    let torn = false;
    for (const paragraph of text.split('\n'))
      torn = this.wrapParagraph(this.measure(paragraph, face), limit, lines) || torn;
    return { lines, torn };
  }

  /** One line that never breaks: shrunk to no less than `smallest` of the size, then cut with …. */
  fit(
    text: string,
    face: Face,
    size: number,
    width: number,
    smallest = 0.78,
  ): { readonly line: Line; readonly size: number } {
    const units = this.measure(text.replaceAll('\n', ' '), face);
    const total = units.widths.reduce((sum, each) => sum + each, 0);
    const wanted = (width / size) * 1000;
    if (total <= wanted + 0.5) return { line: { codes: units.codes.join(''), width: total }, size };
    if (total * smallest <= wanted)
      return { line: { codes: units.codes.join(''), width: total }, size: (size * wanted) / total };
    const dots = this.measure('…', face);
    const limit = wanted / smallest - (dots.widths[0] ?? 0);
    let end = 0;
    let kept = 0;
    while (end < units.widths.length && kept + (units.widths[end] ?? 0) <= limit)
      kept += units.widths[end++] ?? 0;
    const codes = units.codes.slice(0, end).join('') + dots.codes.join('');
    return { line: { codes, width: kept + (dots.widths[0] ?? 0) }, size: size * smallest };
  }

  /** Width of a text on one line, thousandths of the size. */
  widthOf(text: string, face: Face): number {
    return this.measure(text, face).widths.reduce((sum, each) => sum + each, 0);
  }

  private measure(text: string, face: Face): Units {
    const units: Units = { codes: [], widths: [], classes: [] };
    const normal = text.normalize('NFC');
    if (!COMPOSED.test(normal)) {
      for (const character of normal) this.put(character, face, units);
    } else {
      for (const { segment } of segmenter.segment(normal)) this.putCluster(segment, face, units);
    }
    return units;
  }

  private put(character: string, face: Face, units: Units): void {
    let codePoint = character.codePointAt(0) ?? 0x20;
    // Tabs, stray controls and no-break spaces print as a blank.
    if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0xa0)) codePoint = 0x20;
    const glyph = face.glyph(codePoint);
    if (!glyph) return this.putCode(character, face, units);
    units.codes.push(glyph.code);
    units.widths.push(glyph.width);
    units.classes.push(classOf(character, codePoint));
  }

  private putCluster(cluster: string, face: Face, units: Units): void {
    const characters = [...cluster].filter((character) => !INVISIBLE.test(character));
    const glyphs = characters.map((character) => face.glyph(character.codePointAt(0) ?? 0x20));
    if (characters.length === 1) return this.put(characters[0] ?? '', face, units);
    if (glyphs.includes(null)) return this.putCode(characters.join(''), face, units);
    if (characters.length === 0) return;
    units.codes.push(glyphs.map((glyph) => glyph?.code ?? '').join(''));
    units.widths.push(glyphs.reduce((sum, glyph) => sum + (glyph?.width ?? 0), 0));
    units.classes.push(classOf(characters[0] ?? '', characters[0]?.codePointAt(0) ?? 0));
  }

  /** `[U+1F600]` in place of what no font has: an unbreakable unit, never a silent box. */
  private putCode(cluster: string, face: Face, units: Units): void {
    this.missing.add(cluster);
    const names = [...cluster].map(
      (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
    const { codes, widths } = this.measure(`[${names.join(' ')}]`, face);
    units.codes.push(codes.join(''));
    units.widths.push(widths.reduce((sum, each) => sum + each, 0));
    units.classes.push(WIDE);
  }

  /** Adds the lines of one paragraph; true when a word had to be torn apart. */
  private wrapParagraph({ codes, widths, classes }: Units, limit: number, lines: Line[]): boolean {
    const count = codes.length;
    let start = 0;
    let width = 0;
    let lastBreak = 0;
    let lastJoint = 0;
    let torn = false;
    const push = (from: number, to: number): void => {
      let end = to;
      while (end > from && classes[end - 1] === BLANK) end--;
      let sum = 0;
      for (let index = from; index < end; index++) sum += widths[index] ?? 0;
      lines.push({ codes: codes.slice(from, end).join(''), width: sum });
    };
    for (let index = 0; index < count; index++) {
      const own = widths[index] ?? 0;
      if (width + own > limit && index > start && classes[index] !== BLANK) {
        const end = lastBreak > start ? lastBreak : lastJoint > start ? lastJoint : index;
        if (end === index && lastBreak <= start) torn = true;
        push(start, end);
        start = end;
        while (start < index && classes[start] === BLANK) start++;
        width = 0;
        for (let behind = start; behind < index; behind++) width += widths[behind] ?? 0;
        lastBreak = start;
        lastJoint = start;
      }
      width += own;
      if (mayBreak(classes[index], classes[index + 1])) lastBreak = index + 1;
      else if (classes[index] === JOINT) lastJoint = index + 1;
    }
    push(start, count);
    return torn;
  }
}

function mayBreak(before: number | undefined, after: number | undefined): boolean {
  if (after === undefined || after === NEVER_FIRST || after === BLANK || before === NEVER_LAST) return false;
  if (before === BLANK) return true;
  // A closing sign after Chinese parts it from what follows; inside a number (1,234.50) it does not.
  if (before === NEVER_FIRST) return after === WIDE || after === NEVER_LAST;
  return before === WIDE || after === WIDE || after === NEVER_LAST;
}
