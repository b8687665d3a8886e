/**
 * One weight of the font as the layout needs it: width and subset code of each character, asked of
 * pdfkit once per character. Laying out whole cells through fontkit costs several times more.
 */

/** What this file uses of pdfkit's embedded font, which its types do not describe. */
export interface EmbeddedFont {
  readonly id: string;
  readonly font: {
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly id: number };
  };
  readonly subset: { readonly mapping: Record<number, number> };
  /** Code points by subset code: what copying the text gives. */
  readonly unicode: number[][];
  encode(text: string): [codes: string[], positions: { readonly advanceWidth: number }[]];
  ref(): unknown;
}

/** A character of the font. */
export interface Glyph {
  /** Code in the embedded subset, four hexadecimal digits. */
  readonly code: string;
  /** Thousandths of the font size. */
  readonly width: number;
}

export class Face {
  private readonly glyphs = new Map<number, Glyph | null>();
  private readonly owners = new Map<number, number>();

  constructor(readonly font: EmbeddedFont) {}

  /** The glyph of a code point, or null when the font has none. */
  glyph(codePoint: number): Glyph | null {
    const known = this.glyphs.get(codePoint);
    if (known !== undefined) return known;
    const glyph = this.load(codePoint);
    this.glyphs.set(codePoint, glyph);
    return glyph;
  }

  private load(codePoint: number): Glyph | null {
    const { font, subset } = this.font;
    if (!font.hasGlyphForCodePoint(codePoint)) return null;
    const { id } = font.glyphForCodePoint(codePoint);
    const owner = this.owners.get(id);
    // Two characters that share a glyph (一 and the radical ⼀) get a code each, or copied text would be wrong.
    if (owner !== undefined && owner !== codePoint) Reflect.deleteProperty(subset.mapping, id);
    this.owners.set(id, codePoint);
    const [codes, positions] = this.font.encode(String.fromCodePoint(codePoint));
    const [code = '', ...others] = codes;
    if (others.length === 0) this.font.unicode[Number.parseInt(code, 16)] = [codePoint];
    return {
      code: codes.join(''),
      width: positions.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0),
    };
  }
}
