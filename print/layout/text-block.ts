/** Free text, broken between its lines where a page ends. */
import type { TextBlock } from '../../shared/forms/model';
import { ASCENT, LEADING, type Room, type Section, type Slice } from './section';

const SIZES = { body: 9.5, small: 8, bold: 9.5, heading: 11, large: 21 } as const;

/** A text block as a section. Bold lines and headings stay with what follows. */
export function textSection(
  { text, style = 'body', align = 'left' }: TextBlock,
  { setter, width, scale, ruled }: Room,
): Section {
  const face = style === 'bold' || style === 'heading' || style === 'large' ? setter.bold : setter.regular;
  const size = SIZES[style] * scale * (ruled ? 1 : 0.92);
  const height = size * LEADING;
  const slices = setter.wrap(text, face, size, width).map((line): Slice => {
    const free = width - (line.width * size) / 1000;
    const shift = align === 'right' ? free : align === 'center' ? free / 2 : 0;
    return { height, paint: (canvas, x, y) => canvas.text(line, face, size, x + shift, y + size * ASCENT) };
  });
  const gap = ruled ? (style === 'heading' ? 9 : 5) : 1.5;
  return { gap, slices, count: slices.length, ...(face === setter.bold ? { keep: 'next' as const } : {}) };
}
