/** Signature lines: a drawn signature, a 工号确认, or an empty line to sign by hand. */
import type { SignaturesBlock } from '../../shared/forms/model';
import type { Canvas } from '../canvas';
import { ASCENT, LEADING, type Room, type Section } from './section';

const SIZE = 9.5;
const VALUE_SIZE = 8.2;
const ROW = 36;
const GAP = 14;

function perRow(count: number, width: number): number {
  const most = width > 600 ? 4 : width > 400 ? 3 : width > 300 ? 2 : 1;
  // Four lines on a portrait page stand two by two, not three and one.
  return count > most ? Math.ceil(count / Math.ceil(count / most)) : Math.max(1, count);
}

/** A block of signatures as a section of one slice that is never alone on a page. */
export function signaturesSection({ lines }: SignaturesBlock, { setter, width, scale }: Room): Section {
  const columns = perRow(lines.length, width);
  const slot = (width - GAP * (columns - 1)) / columns;
  const size = SIZE * scale;
  const small = VALUE_SIZE * scale;
  const laid = lines.map(({ label, value = '', date }) => {
    const head = setter.fit(`${label}：`, setter.regular, size, slot * 0.55);
    const tail = date ? setter.fit(date, setter.regular, small, slot * 0.4) : null;
    const start = (head.line.width * head.size) / 1000 + 2;
    const end = slot - (tail ? (tail.line.width * tail.size) / 1000 + 4 : 0);
    const content =
      typeof value === 'string' ? setter.wrapEvenly(value, setter.regular, small, end - start - 4) : value;
    return { head, tail, start, end, content };
  });
  const tallest = Math.max(1, ...laid.map(({ content }) => (Array.isArray(content) ? content.length : 1)));
  const row = Math.max(ROW, tallest * small * LEADING + 12) * scale;
  const height = Math.ceil(lines.length / columns) * row;

  const paintOne = (canvas: Canvas, x: number, y: number, index: number): void => {
    const one = laid[index];
    if (!one) return;
    const { head, tail, start, end, content } = one;
    const base = y + row - 8;
    canvas.text(head.line, setter.regular, head.size, x, base);
    canvas.horizontal(x + start, x + end, base + 2.5);
    if (tail) canvas.text(tail.line, setter.regular, tail.size, x + end + 4, base);
    if (!Array.isArray(content)) {
      if ('strokes' in content)
        canvas.signature(content, {
          x: x + start + 2,
          y: base - row + 10,
          width: end - start - 4,
          height: row - 9,
        });
      return;
    }
    const step = small * LEADING;
    content.forEach((line, at) =>
      canvas.text(line, setter.regular, small, x + start + 2, base - (content.length - 1 - at) * step),
    );
  };

  return {
    gap: 8,
    count: 1,
    keep: 'before',
    slices: [
      {
        height: Math.max(height, size * ASCENT),
        paint: (canvas, x, y) =>
          lines.forEach((_line, index) =>
            paintOne(
              canvas,
              x + (index % columns) * (slot + GAP),
              y + Math.floor(index / columns) * row,
              index,
            ),
          ),
      },
    ],
  };
}
